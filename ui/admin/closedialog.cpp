// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/closedialog.h"

#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/forms/dateeditor.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

CloseDialog::CloseDialog(
    Desk& desk, const std::string& type, base::RecordId id, Closing closing, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_closing(std::move(closing))
    , m_session(desk, type, nullptr)
    , m_name(makeLabel(TextRole::Title))
    , m_day(new QLineEdit)
    , m_said(makeLabel(TextRole::Error))
{
    setAttribute(Qt::WA_DeleteOnClose);
    growWithTexts(*this);
    setWindowTitle(desk.languages.text(m_session.type().label));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->addWidget(m_name);
    auto* question = makeLabel(TextRole::Label, m_closing.question);
    question->setBuddy(m_day);
    layout->addWidget(question);
    m_day->setObjectName(QStringLiteral("closing.day"));
    m_day->setAccessibleName(m_closing.question);
    m_day->setPlaceholderText(tr("dd.mm.yyyy"));
    layout->addWidget(m_day);
    auto* hint = makeLabel(TextRole::Muted,
        tr("Nothing is deleted: what was written stays. An empty day takes the end back."));
    hint->setWordWrap(true);
    layout->addWidget(hint);
    m_said->setWordWrap(true);
    m_said->hide();
    layout->addWidget(m_said);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("Save"));
    m_save->setProperty("primary", true);
    m_save->setEnabled(false);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CloseDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_session, &FormSession::loadedAnew, this, &CloseDialog::fill);
    connect(&m_session, &FormSession::saved, this, &QDialog::accept);
    connect(&m_session, &FormSession::failed, this, [this](const base::Error& error) {
        const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
        say(shown(text.title) + QLatin1Char(' ') + shown(text.advice));
    });
    if (parent != nullptr)
        connect(this, &QDialog::finished, parent, [parent] { parent->activateWindow(); });
    m_session.open(id);
    m_day->setFocus();
}

void CloseDialog::fill()
{
    if (m_save->isEnabled())
        return;
    m_name->setText(m_desk.privacy.veiled(shown(m_session.loaded().title)));
    const auto& values = m_session.loaded().record.values;
    const auto day = values.find(m_closing.field);
    m_day->setText(
        dateText(day == values.end() ? m_desk.today() : std::string(day->second.textOr({}))));
    m_day->selectAll();
    m_save->setEnabled(true);
}

void CloseDialog::save()
{
    if (!m_save->isEnabled())
        return;
    const QString text = m_day->text().trimmed();
    const auto date = dateFromText(text, QDate::fromString(shown(m_desk.today()), Qt::ISODate));
    if (!text.isEmpty() && !date) {
        say(tr("This is no date, for example 12.03.2027"));
        m_day->setFocus();
        return;
    }
    m_session.edit({ { m_closing.field,
        date ? base::Value(typed(date->toString(Qt::ISODate))) : base::Value() } });
    if (m_session.isDirty())
        m_desk.asSomebody(this, [this] { m_session.save(); });
    else
        accept();
}

void CloseDialog::say(const QString& words)
{
    m_said->setText(words);
    m_said->show();
}

} // namespace patronat::ui

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/recorddialog.h"

#include "ui/common/errortext.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/forms/draftoffer.h"
#include "ui/forms/elsewherestrip.h"
#include "ui/forms/formscroll.h"
#include "ui/forms/veilbar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kWidth = 980;
constexpr int kHeight = 620;
constexpr std::size_t kNames = 3;

} // namespace

base::Fields namesFrom(
    const profile::Profile& profile, std::string_view target, const QString& text)
{
    base::Fields fields;
    const profile::RecordType* type = profile.type(target);
    if (type == nullptr)
        return fields;
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::size_t at = 0;
    for (const std::string& name : type->nameFields) {
        const profile::Field* field = type->field(name);
        if (words.isEmpty() || at == kNames || field == nullptr
            || field->type != profile::FieldType::Text)
            break;
        const bool isLast = ++at == kNames;
        QString word = isLast ? words.join(QLatin1Char(' ')) : words.takeFirst();
        word[0] = word[0].toUpper();
        fields[name] = base::Value(typed(word));
    }
    return fields;
}

RecordDialog::RecordDialog(
    Desk& desk, const std::string& type, QWidget* parent, TwinStrip::Offer offer)
    : QDialog(parent)
    , m_desk(desk)
    , m_form(new RecordForm(desk, type, this))
    , m_title(makeLabel(TextRole::Title))
    , m_error(makeLabel(TextRole::Error))
    , m_save(new QPushButton(tr("Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const QSize screen = parent ? parent->screen()->availableSize() : QSize(kWidth, kHeight);
    resize(std::min(kWidth, screen.width() - 40), std::min(kHeight, screen.height() - 60));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->addWidget(m_title);
    layout->addWidget(new VeilBar(m_form->session(), this));
    layout->addWidget(new DraftOffer(m_form->session(), this));
    layout->addWidget(makeFormScroll(m_form), 1);
    auto* twins = new TwinStrip(m_form->twins(), offer, this);
    layout->addWidget(twins);
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_error);
    auto* foot = new QHBoxLayout;
    foot->addWidget(makeLabel(TextRole::Muted, tr("Ctrl+S saves, Esc closes")), 1);
    auto* cancel = new QPushButton(tr("Close"));
    cancel->setAutoDefault(false);
    m_save->setAutoDefault(false);
    m_save->setProperty("primary", true);
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    layout->addLayout(foot);
    // Typing goes on where it was; not every manager of windows sees to that.
    if (parent != nullptr)
        connect(this, &QDialog::finished, parent, [parent] { parent->activateWindow(); });
    auto* shortcut = new QShortcut(QKeySequence::Save, this);
    connect(shortcut, &QShortcut::activated, this, &RecordDialog::save);
    connect(m_save, &QPushButton::clicked, this, &RecordDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_form, &RecordForm::saved, this, &RecordDialog::finish);
    connect(m_form, &RecordForm::failed, this, &RecordDialog::showError);
    connect(m_form, &RecordForm::rebuilt, this, [this] {
        name();
        if (!m_form->isAncestorOf(QApplication::focusWidget()))
            m_form->focusFirst();
    });
    connect(twins, &TwinStrip::opened, m_form, &RecordForm::opened);
    connect(twins, &TwinStrip::explained, this, &RecordDialog::save);
    connect(twins, &TwinStrip::taken, this, &RecordDialog::take);
    connect(&m_form->session(), &FormSession::veilChanged, this, &RecordDialog::name);
    connect(&m_form->session(), &FormSession::besideSigned, this, [this] {
        setRole(m_error, TextRole::Warning);
        m_error->setText(besideSignedWords());
        m_error->show();
    });
    connect(&m_form->session(), &FormSession::changedElsewhere, this, [this] {
        setRole(m_error, TextRole::Warning);
        m_error->setText(elsewhereWords(m_form->session()));
        m_error->show();
    });
    connect(
        m_form, &RecordForm::opened, this, [this](const std::string& target, base::RecordId id) {
            auto* dialog = new RecordDialog(m_desk, target, this);
            dialog->openRecord(id);
            dialog->open();
        });
}

void RecordDialog::openNew(base::Fields preset)
{
    m_form->session().openNew(std::move(preset));
}

void RecordDialog::openRecord(base::RecordId id)
{
    m_form->session().open(id);
}

void RecordDialog::name()
{
    const FormSession& session = m_form->session();
    const QString type = m_desk.languages.text(session.type().label);
    // What the manager of windows shows carries no name.
    setWindowTitle(type);
    m_title->setText(session.isNew() ? tr("%1: new").arg(type) : titleOf(session));
}

void RecordDialog::save()
{
    // Reference records are never signed, so nobody asks again, and everybody gets them: here is
    // the moment. An unfinished one may be kept all the same.
    const bool isForEverybody = m_form->session().type().unitKind == profile::UnitKind::Everyone;
    if (isForEverybody && !m_isKnownUnfinished && !m_form->hasUnread() && !m_form->demandAll()) {
        m_isKnownUnfinished = true;
        setRole(m_error, TextRole::Error);
        m_error->setText(tr("Not yet complete:") + QLatin1Char('\n')
            + m_form->obstacles().join(QLatin1Char('\n')) + QLatin1Char('\n')
            + tr("Saving once more keeps it as it is."));
        m_error->show();
        return;
    }
    m_form->save();
}

void RecordDialog::finish()
{
    if (m_form->isForLine())
        return; // the typing goes on, in a line
    const FormSession& session = m_form->session();
    Q_EMIT saved(session.id(), shown(session.loaded().title));
    accept();
}

void RecordDialog::take(base::RecordId id, const QString& title)
{
    // What else was typed is not of less worth because somebody is there already: it stays as a
    // draft.
    if (m_form->twins().isOnlyWho())
        m_form->discard();
    Q_EMIT saved(id, title);
    accept();
}

void RecordDialog::showError(const base::Error& error)
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    setRole(m_error, TextRole::Error);
    m_error->setText(shown(text.title) + QLatin1Char(' ') + shown(text.advice));
    m_error->show();
}

} // namespace patronat::ui

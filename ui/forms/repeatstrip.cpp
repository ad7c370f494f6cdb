// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/repeatstrip.h"

#include "ui/common/labels.h"
#include "ui/common/valuetext.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>

namespace patronat::ui {

RepeatStrip::RepeatStrip(RecordForm& form, QWidget* parent)
    : QFrame(parent)
    , m_form(form)
    , m_words(makeLabel(TextRole::Plain))
    , m_act(new QPushButton)
{
    setProperty("role", QStringLiteral("notice"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(10, 4, 6, 4);
    m_words->setWordWrap(true);
    line->addWidget(m_words, 1);
    m_act->setAutoDefault(false);
    m_act->setObjectName(QStringLiteral("repeat"));
    line->addWidget(m_act);
    const auto key = [parent](const QString& keys, auto run) {
        auto* shortcut = new QShortcut(QKeySequence(keys), parent);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, parent, run);
    };
    key(QStringLiteral("Ctrl+R"), [&form] { form.takeOver(); });
    key(QStringLiteral("Ctrl+Shift+R"), [&form] { form.confirmAllTaken(); });
    connect(m_act, &QPushButton::clicked, this, [&form] {
        if (form.session().canTakeOver())
            form.takeOver();
        else
            form.confirmAllTaken();
        form.focusFirst(); // this line has gone
    });
    connect(&form, &RecordForm::edited, this, &RepeatStrip::refresh);
    connect(&form, &RecordForm::saved, this, &RepeatStrip::refresh);
    connect(&form.session(), &FormSession::loadedAnew, this, &RepeatStrip::refresh);
    connect(&form.session().desk().languages, &LanguageSwitch::switched, this,
        &RepeatStrip::refresh);
    refresh();
}

void RepeatStrip::refresh()
{
    const FormSession& session = m_form.session();
    const bool offers = session.canTakeOver();
    const int taken = static_cast<int>(m_form.takenOverCount());
    if (taken > 0) {
        m_words->setText(tr("%n value(s) from last time: each is marked until you have passed it.",
            nullptr, taken));
        m_act->setText(tr("All of it is right (Ctrl+Shift+R)"));
    } else if (offers) {
        const QString day = dateText(session.lastTime()->date);
        m_words->setText(day.isEmpty()
                ? tr("There is such a record already: what stays the same need not be typed again.")
                : tr("Last time: %1. What stays the same need not be typed again.").arg(day));
        m_act->setText(tr("As last time (Ctrl+R)"));
    }
    setVisible(taken > 0 || offers);
}

} // namespace patronat::ui

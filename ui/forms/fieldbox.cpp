// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldbox.h"

#include "core/profile/required.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/forms/conflictstrip.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/readvalue.h"

#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace patronat::ui {

using profile::Severity;

namespace {

constexpr int kAbove
    = 7; ///< between a row and the one above; with the label, so that it goes when that goes

} // namespace

FieldBox::FieldBox(FormSession& session, const profile::Field& field, QWidget* parent)
    : QObject(parent)
    , m_session(session)
    , m_field(field)
    , m_foot(new QWidget(parent))
    , m_footLayout(new QVBoxLayout(m_foot))
    , m_problem(ui::makeLabel(TextRole::Error))
{
    // The files of a signed record are opened as before; only nothing is added to them.
    const bool isOpened = field.type == profile::FieldType::Attachment;
    if (isReadOnly() && !isOpened) {
        m_text = new ReadValue(field, session.desk().languages.text(field.label), parent);
    } else {
        m_editor = makeEditor(
            { session.desk(), session.type(), field, [&session] { return session.values(); },
                [&session] { return session.unit(); }, session.lateFiles() },
            parent);
        connect(m_editor, &FieldEditor::edited, this, &FieldBox::read);
        connect(m_editor, &FieldEditor::opened, this, &FieldBox::opened);
        for (QWidget* input : m_editor->inputs())
            input->installEventFilter(this);
        if (isReadOnly())
            m_editor->setReadOnly(true);
        makeVeil(parent);
    }
    makeLabel(parent);
    m_footLayout->setContentsMargins(0, 0, 0, 0);
    m_footLayout->setSpacing(2);
    m_footLayout->addWidget(m_problem);
    m_foot->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_problem->setWordWrap(true);
    m_problem->hide();
    connect(&session, &FormSession::loadedAnew, this, &FieldBox::fill);
    connect(&session, &FormSession::judged, this, &FieldBox::judge);
    connect(&session, &FormSession::veilChanged, this, [this] {
        if (m_editor != nullptr)
            m_editor->finish(); // it is left without a key
        fill();
        judge();
    });
    connect(&session, &FormSession::takenOverChanged, this, &FieldBox::showTakenOver);
    fill();
    judge();
    showTakenOver();
}

FieldBox::~FieldBox()
{
    // Widgets that stand in no grid yet go with the box; the others go with the grid's widget, in
    // whatever order.
    if (m_isPlaced)
        return;
    delete m_head;
    delete m_editor;
    delete m_veil;
    delete m_text;
    delete m_foot;
}

bool FieldBox::isReadOnly() const
{
    // A state is the work of transitions.
    const profile::Process* process = m_session.desk().profile().processOf(m_session.type().id);
    return m_session.isRemoved() || (m_session.isSigned() && !m_field.afterSigning)
        || (process != nullptr && process->field == m_field.id);
}

void FieldBox::makeLabel(QWidget* parent)
{
    const QString text = m_session.desk().languages.text(m_field.label);
    m_head = new QWidget(parent);
    auto* layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(0, kAbove, 0, 1);
    layout->setSpacing(4);
    const bool labelsItself = m_editor != nullptr && m_editor->labelsItself();
    m_label = ui::makeLabel(TextRole::Label, labelsItself ? QString() : text);
    m_label->setWordWrap(true);
    if (!labelsItself && m_field.required.always && m_editor != nullptr)
        m_label->setText(text + QStringLiteral(" *"));
    layout->addWidget(m_label, 1, Qt::AlignBottom);
    m_head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    if (m_editor == nullptr)
        return;
    m_editor->setLabel(text);
    m_label->setBuddy(m_editor->inputs().value(0));
    const QString hint = m_session.desk().languages.text(m_field.hint);
    if (!hint.isEmpty()) {
        m_label->setToolTip(hint);
        for (QWidget* input : m_editor->inputs()) {
            input->setToolTip(hint);
            input->setAccessibleDescription(hint);
        }
    }
    if (m_field.marks)
        makeMark(m_head);
}

void FieldBox::makeVeil(QWidget* parent)
{
    if (!isPersonal(m_session.desk().profile(), m_session.type(), m_field))
        return;
    m_veil = ui::makeLabel(TextRole::Muted, Privacy::nothingShown(), parent);
    m_veil->setAccessibleName(tr("%1: hidden").arg(m_session.desk().languages.text(m_field.label)));
    m_veil->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_veil->hide();
}

void FieldBox::makeMark(QWidget* parent)
{
    m_mark = new QToolButton(parent);
    m_mark->setIcon(icon(QStringLiteral("mark"), currentColours().muted));
    m_mark->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_mark->setPopupMode(QToolButton::InstantPopup);
    m_mark->setIconSize({ 12, 12 });
    m_mark->setToolTip(tr("How sure this is"));
    auto* menu = new QMenu(m_mark);
    menu->addAction(tr("No mark"), this, [this] { setMark({}); });
    if (const profile::Classifier* marks
        = m_session.desk().profile().classifier(profile::kMarkClassifier))
        for (const profile::Code& code : marks->codes)
            menu->addAction(m_session.desk().languages.text(code.label), this,
                [this, one = code.code] { setMark(one); });
    m_mark->setMenu(menu);
    parent->layout()->addWidget(m_mark);
}

void FieldBox::setMark(const std::string& code)
{
    m_session.edit({ { m_field.id + ".mark", code.empty() ? base::Value() : base::Value(code) } });
    fill();
}

void FieldBox::place(QGridLayout* grid, int row, int column, int span)
{
    m_isPlaced = true;
    grid->addWidget(m_head, row, column, 1, span, Qt::AlignBottom);
    grid->addWidget(m_editor ? static_cast<QWidget*>(m_editor) : m_text, row + 1, column, 1, span,
        Qt::AlignTop);
    if (m_veil != nullptr)
        grid->addWidget(m_veil, row + 1, column, 1, span, Qt::AlignTop);
    grid->addWidget(m_foot, row + 2, column, 1, span, Qt::AlignTop);
}

bool FieldBox::isShown() const
{
    if (isAbsent())
        return false;
    return m_session.isVisible(m_field.id);
}

bool FieldBox::isMisread() const
{
    return m_editor != nullptr && isShown() && !m_editor->misread().isEmpty();
}

bool FieldBox::hasProblem() const
{
    return !m_problem->isHidden() || m_conflict != nullptr;
}

void FieldBox::setFocus()
{
    if (m_editor != nullptr && !m_editor->inputs().isEmpty())
        m_editor->inputs().first()->setFocus(Qt::OtherFocusReason);
    else if (m_text != nullptr)
        m_text->setFocus(Qt::OtherFocusReason);
}

QWidget* FieldBox::stop() const
{
    if (m_editor == nullptr)
        return m_text;
    return m_editor->inputs().isEmpty() ? nullptr : m_editor;
}

void FieldBox::demand()
{
    m_isDemanding = true;
    judge();
}

QString FieldBox::valueText() const
{
    const Desk& desk = m_session.desk();
    const ValueWriter writer(desk.profile(), typed(desk.languages.language()));
    QString text = writer.text(m_session.type(), m_field, m_session.values(), m_session.titles());
    if (!text.isEmpty() && !m_field.unitOfMeasure.empty())
        text += QLatin1Char(' ') + writer.unitOfMeasure(m_field);
    return text.isEmpty() || !m_session.isVeiled(m_field) ? text : Privacy::nothingShown();
}

void FieldBox::fill()
{
    m_isFilling = true;
    const base::Fields values = m_session.values();
    if (m_editor == nullptr) {
        m_text->setValue(valueText());
    } else if (!m_editor->isBeingTyped() && !m_editor->isTypedAs(values)) {
        m_editor->fill(values, m_session.titles());
        if (const QString unread = m_session.unread(m_field.id); !unread.isEmpty())
            m_editor->typeBack(unread);
    }
    if (m_mark != nullptr) {
        const auto mark = values.find(m_field.id + ".mark");
        const std::string code
            = mark == values.end() ? std::string() : std::string(mark->second.textOr({}));
        const ValueWriter writer(
            m_session.desk().profile(), typed(m_session.desk().languages.language()));
        m_mark->setText(
            code.empty() ? QString() : writer.label(profile::kMarkClassifier, code).toLower());
        m_mark->setAccessibleName(
            tr("%1: how sure this is").arg(m_session.desk().languages.text(m_field.label)));
    }
    showConflict();
    m_isFilling = false;
}

void FieldBox::read()
{
    if (m_isFilling)
        return;
    base::Fields typedNow;
    m_editor->read(typedNow);
    m_session.edit(typedNow);
    m_session.setUnread(m_field.id, m_editor->unread());
    if (!m_problem->isHidden())
        judge();
}

bool FieldBox::eventFilter(QObject* watched, QEvent* event)
{
    // Half a date is no mistake while the typing goes on; it is one when the field is left.
    if (event->type() == QEvent::FocusOut) {
        QMetaObject::invokeMethod(this, &FieldBox::judge, Qt::QueuedConnection);
        if (m_session.isTakenOver(m_field.id) && isLeft(*static_cast<QFocusEvent*>(event)))
            QMetaObject::invokeMethod(this, &FieldBox::left, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

/// The focus has gone on: whoever was here has seen what came along from last time.
void FieldBox::left()
{
    if (!m_editor->isAncestorOf(QApplication::focusWidget()))
        m_session.confirmTaken(m_field.id);
}

void FieldBox::showTakenOver()
{
    const bool isTaken = m_editor != nullptr && m_session.isTakenOver(m_field.id);
    if (isTaken && m_taken == nullptr) {
        m_taken = ui::makeLabel(TextRole::Warning, tr("from last time"), m_head);
        static_cast<QHBoxLayout*>(m_head->layout())->insertWidget(1, m_taken, 0, Qt::AlignBottom);
    }
    if (m_taken != nullptr)
        m_taken->setVisible(isTaken);
    if (m_editor != nullptr)
        m_editor->setTakenOver(isTaken);
}

void FieldBox::judge()
{
    const bool isVisible = isShown();
    m_head->setVisible(isVisible);
    const bool isVeiled = m_veil != nullptr && m_session.isVeiled();
    (m_editor ? static_cast<QWidget*>(m_editor) : m_text)->setVisible(isVisible && !isVeiled);
    if (m_veil != nullptr)
        m_veil->setVisible(isVisible && isVeiled);
    m_foot->setVisible(isVisible);
    m_problem->hide();
    if (m_editor == nullptr)
        return;
    m_editor->setProblem({});
    if (const QString misread = m_editor->misread(); !misread.isEmpty()) {
        if (m_isDemanding || !m_editor->isBeingTyped())
            say(misread, Severity::Error);
        return;
    }
    for (const store::BrokenRule& broken : m_session.problems()) {
        if (broken.field != m_field.id)
            continue;
        if (broken.rule == "required") {
            if (m_isDemanding)
                say(tr("To be filled"), Severity::Error);
            continue;
        }
        const QString words = m_session.desk().languages.text(broken.message);
        say(words.isEmpty() ? tr("This value does not fit") : words, broken.severity);
        return;
    }
}

void FieldBox::say(const QString& text, Severity severity)
{
    setRole(m_problem, severity == Severity::Error ? TextRole::Error : TextRole::Warning);
    m_problem->setText(text);
    m_problem->show();
    m_editor->setProblem(severity);
    for (QWidget* input : m_editor->inputs())
        input->setAccessibleDescription(text);
}

void FieldBox::showConflict()
{
    delete m_conflict;
    m_conflict = nullptr;
    if (m_session.isVeiled(m_field))
        return;
    for (const store::OpenConflict& conflict : m_session.loaded().conflicts) {
        if (conflict.field != m_field.id && !conflict.field.starts_with(m_field.id + "."))
            continue;
        auto* strip = new ConflictStrip(m_session, conflict, m_foot);
        m_footLayout->addWidget(strip);
        m_conflict = strip;
    }
}

} // namespace patronat::ui

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/childline.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/softbreaks.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/forms/conflictstrip.h"
#include "ui/forms/elsewherestrip.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/readvalue.h"

#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

/// At the field itself or at one of its parts.
bool isAt(const store::OpenConflict& conflict, const profile::Field& field)
{
    return conflict.field == field.id || conflict.field.starts_with(field.id + ".");
}

} // namespace

ChildLine::ChildLine(
    FormSession& parentRecord, FormSession* session, const LayoutBlock& block, QWidget* body)
    : m_parent(parentRecord)
    , m_session(session)
    , m_type(session->type())
    , m_body(body)
    , m_below(new QWidget(body))
    , m_belowLayout(new QVBoxLayout(m_below))
    , m_problems(makeLabel(TextRole::Error, {}, m_below))
    , m_taken(makeLabel(TextRole::Warning, {}, m_below))
{
    m_belowLayout->setContentsMargins(0, 0, 0, 4);
    m_belowLayout->setSpacing(2);
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_belowLayout->addWidget(m_problems);
    m_taken->setWordWrap(true);
    m_taken->hide();
    m_belowLayout->addWidget(m_taken);
    m_below->hide();
    for (const LayoutCell& column : block.columns)
        if (const profile::Field* field = m_type.field(column.field))
            addCell(*field);
    addButtons();
    connect(session, &FormSession::loadedAnew, this, &ChildLine::fill);
    connect(session, &FormSession::judged, this, &ChildLine::judge);
    connect(session, &FormSession::changedElsewhere, this, &ChildLine::showConflicts);
    connect(session, &FormSession::takenOverChanged, this, &ChildLine::showTakenOver);
    connect(&parentRecord, &FormSession::veilChanged, this, [this] {
        for (FieldEditor* editor : m_editors)
            editor->finish(); // it is left without a key
        fill();
        judge();
    });
    fill();
    judge();
    showTakenOver();
}

ChildLine::~ChildLine()
{
    // Their events may still be under way; a table that goes as a whole takes them along.
    for (const Cell& cell : m_cells)
        for (QWidget* widget : { static_cast<QWidget*>(cell.number),
                 static_cast<QWidget*>(cell.text), static_cast<QWidget*>(cell.veil) })
            if (widget != nullptr)
                widget->deleteLater();
    if (m_body == nullptr)
        return;
    for (FieldEditor* editor : m_editors)
        editor->deleteLater();
    for (const QPointer<QWidget>& widget : { m_buttons, m_below })
        if (widget != nullptr)
            widget->deleteLater();
}

bool isLineNumber(const profile::RecordType& line, const profile::Field& field)
{
    return field.id == line.orderField && field.type == profile::FieldType::Integer;
}

bool ChildLine::isReadOnly() const
{
    return m_parent.isSigned() || m_parent.isRemoved();
}

void ChildLine::addCell(const profile::Field& field)
{
    Cell cell;
    cell.field = &field;
    const bool isOrder = isLineNumber(m_type, field);
    if (!isOrder && (!isReadOnly() || field.afterSigning)) {
        addEditor(cell);
    } else if (isOrder) {
        cell.number = makeLabel(TextRole::Muted, {}, m_body);
        cell.number->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        if (!isReadOnly())
            cell.number->setMinimumHeight(
                QLineEdit().sizeHint().height()); // on one line with what is typed beside it
    } else {
        cell.text = new ReadValue(field, m_parent.desk().languages.text(field.label), m_body);
    }
    m_cells.push_back(cell);
}

void ChildLine::addEditor(Cell& cell)
{
    const QString label = m_parent.desk().languages.text(cell.field->label);
    auto* editor = makeEditor(
        { m_parent.desk(), m_type, *cell.field, [session = m_session] { return session->values(); },
            [session = m_session] { return session->unit(); }, m_session->lateFiles() },
        m_body);
    editor->setLabel(editor->labelsItself() ? QString() : label);
    if (editor->labelsItself())
        editor->inputs().first()->setAccessibleName(label);
    connect(editor, &FieldEditor::edited, m_session, [session = m_session, editor] {
        base::Fields now;
        editor->read(now);
        session->edit(now);
        session->setUnread(editor->field().id, editor->unread());
    });
    for (QWidget* input : editor->inputs())
        input->installEventFilter(this);
    connect(editor, &FieldEditor::opened, this, &ChildLine::opened);
    cell.editor = editor;
    m_editors.push_back(editor);
    if (!isPersonal(m_parent.desk().profile(), m_type, *cell.field))
        return;
    cell.veil = makeLabel(TextRole::Muted, Privacy::nothingShown(), m_body);
    cell.veil->setAccessibleName(tr("%1: hidden").arg(label));
    cell.veil->setMinimumHeight(QLineEdit().sizeHint().height());
}

void ChildLine::addButtons()
{
    m_buttons = new QWidget(m_body);
    auto* layout = new QHBoxLayout(m_buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* open = new QToolButton;
    open->setIcon(icon(QStringLiteral("open"), currentColours().muted));
    open->setToolTip(tr("The whole form of this line"));
    open->setAccessibleName(open->toolTip());
    connect(open, &QToolButton::clicked, this, [this] {
        if (!m_session->isNew())
            Q_EMIT opened(m_type.id, m_session->id());
    });
    layout->addWidget(open);
    if (isReadOnly())
        return;
    auto* remove = new QToolButton;
    remove->setIcon(icon(QStringLiteral("remove"), currentColours().muted));
    remove->setObjectName(QStringLiteral("remove"));
    remove->setToolTip(tr("Remove this line"));
    remove->setAccessibleName(remove->toolTip());
    connect(remove, &QToolButton::clicked, m_session, [session = m_session] {
        session->desk().asSomebody(session, [session] { session->remove(); });
    });
    layout->addWidget(remove);
}

void ChildLine::place(QGridLayout* grid, int row, int number)
{
    m_number = number;
    int column = 0;
    for (const Cell& cell : m_cells) {
        if (cell.editor != nullptr)
            grid->addWidget(cell.editor, row, column, Qt::AlignTop);
        if (cell.veil != nullptr)
            grid->addWidget(cell.veil, row, column, Qt::AlignTop);
        if (cell.number != nullptr)
            grid->addWidget(cell.number, row, column, Qt::AlignTop);
        if (cell.text != nullptr)
            grid->addWidget(cell.text, row, column, Qt::AlignTop);
        ++column;
    }
    grid->addWidget(m_buttons, row, column, Qt::AlignTop);
    grid->addWidget(m_below, row + 1, 0, 1, column + 1);
    fill();
}

void ChildLine::fill()
{
    const base::Fields values = m_session->values();
    const ValueWriter writer(
        m_parent.desk().profile(), typed(m_parent.desk().languages.language()));
    for (const Cell& cell : m_cells) {
        if (cell.editor != nullptr && !cell.editor->isBeingTyped()
            && !cell.editor->isTypedAs(values)) {
            cell.editor->fill(values, m_session->titles());
            if (const QString unread = m_session->unread(cell.field->id); !unread.isEmpty())
                cell.editor->typeBack(unread);
        }
        if (cell.number != nullptr)
            cell.number->setText(QString::number(m_number)); // computed when shown
        if (cell.text == nullptr)
            continue;
        const bool isHidden
            = m_parent.isVeiled() && isPersonal(m_parent.desk().profile(), m_type, *cell.field);
        const QString text = isHidden
            ? Privacy::nothingShown()
            : writer.text(m_type, *cell.field, values, m_session->titles());
        cell.text->setValue(text, withSoftBreaks(text));
    }
    showConflicts();
}

bool ChildLine::eventFilter(QObject* watched, QEvent* event)
{
    // Half a date is no mistake while the typing goes on; it is one when the cell is left.
    if (event->type() == QEvent::FocusOut) {
        QMetaObject::invokeMethod(this, &ChildLine::judge, Qt::QueuedConnection);
        const auto of
            = std::find_if(m_editors.begin(), m_editors.end(), [&](const FieldEditor* editor) {
                  return editor->isAncestorOf(static_cast<QWidget*>(watched));
              });
        if (of != m_editors.end() && isLeft(*static_cast<QFocusEvent*>(event)))
            QMetaObject::invokeMethod(
                this, [this, editor = *of] { left(editor); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

/// Whoever was in this cell and went on has seen what came along from last time.
void ChildLine::left(const FieldEditor* editor)
{
    if (std::find(m_editors.begin(), m_editors.end(), editor) != m_editors.end()
        && !editor->isAncestorOf(QApplication::focusWidget()))
        m_session->confirmTaken(editor->field().id);
}

void ChildLine::showTakenOver()
{
    for (const Cell& cell : m_cells)
        if (cell.editor != nullptr)
            cell.editor->setTakenOver(m_session->isTakenOver(cell.field->id));
    QStringList labels; // also of what has no column here
    for (const std::string& name : m_session->takenOver())
        if (const profile::Field* field = m_type.field(name))
            labels += m_parent.desk().languages.text(field->label);
    m_taken->setText(labels.isEmpty()
            ? QString()
            : tr("from last time: %1").arg(labels.join(QStringLiteral(", "))));
    m_taken->setVisible(!labels.isEmpty());
    showBelow();
}

void ChildLine::judge()
{
    QStringList words;
    for (const Cell& cell : m_cells)
        if (cell.editor != nullptr)
            judgeCell(cell, words);
    words.removeDuplicates();
    m_problems->setText(words.join(QLatin1Char('\n')));
    m_problems->setVisible(!words.isEmpty());
    showBelow();
}

void ChildLine::judgeCell(const Cell& cell, QStringList& words)
{
    // The cell stays, empty: the columns of the lines above and below go on.
    const bool isVisible = m_session->isVisible(cell.field->id);
    const bool isVeiled = cell.veil != nullptr && m_parent.isVeiled();
    cell.editor->setVisible(isVisible && !isVeiled);
    if (cell.veil != nullptr)
        cell.veil->setVisible(isVisible && isVeiled);
    cell.editor->setProblem({});
    const auto say = [&](const QString& text, profile::Severity severity) {
        cell.editor->setProblem(severity);
        cell.editor->setToolTip(text);
        if (!isVeiled)
            words += tr("%1: %2").arg(m_parent.desk().languages.text(cell.field->label), text);
    };
    if (const QString misread = cell.editor->misread(); !misread.isEmpty()) {
        if (isVisible && (m_isDemanding || !cell.editor->isBeingTyped()))
            say(misread, profile::Severity::Error);
        return;
    }
    for (const store::BrokenRule& broken : m_session->problems())
        if (broken.field == cell.field->id && broken.rule != "required")
            say(m_parent.desk().languages.text(broken.message), broken.severity);
    const auto& conflicts = m_session->loaded().conflicts;
    if (std::any_of(conflicts.begin(), conflicts.end(),
            [&](const store::OpenConflict& one) { return isAt(one, *cell.field); }))
        cell.editor->setProblem(profile::Severity::Warning);
}

void ChildLine::showConflicts()
{
    delete m_strips;
    m_strips = nullptr;
    for (const store::OpenConflict& conflict : m_session->loaded().conflicts) {
        const auto cell = std::find_if(m_cells.begin(), m_cells.end(),
            [&](const Cell& one) { return isAt(conflict, *one.field); });
        const profile::Field* field
            = cell == m_cells.end() ? m_type.field(conflict.field) : cell->field;
        if (field == nullptr
            || (m_parent.isVeiled() && isPersonal(m_parent.desk().profile(), m_type, *field)))
            continue;
        auto* strip = new ConflictStrip(*m_session, conflict, m_below);
        strip->setHeading(m_parent.desk().languages.text(field->label));
        addStrip(strip);
    }
    showElsewhere();
    showBelow();
}

void ChildLine::addStrip(QWidget* strip)
{
    if (m_strips == nullptr) {
        m_strips = new QWidget(m_below);
        (new QVBoxLayout(m_strips))->setContentsMargins(0, 0, 0, 0);
        m_belowLayout->addWidget(m_strips);
    }
    m_strips->layout()->addWidget(strip);
}

void ChildLine::showElsewhere()
{
    lock(m_session->isGone());
    // Of a removed record every line is removed with it, or stays as it is shown.
    if (m_parent.isRemoved() || m_session->elsewhere() == FormSession::Elsewhere::Changed
        || (!m_session->isGone() && m_session->elsewhere() == FormSession::Elsewhere::Nothing))
        return;
    auto* strip = new ElsewhereStrip(*m_session, m_below);
    connect(strip, &ElsewhereStrip::letGo, this, &ChildLine::letGo);
    addStrip(strip);
}

void ChildLine::lock(bool isLocked)
{
    if (m_isLocked == isLocked)
        return;
    m_isLocked = isLocked;
    for (FieldEditor* editor : m_editors)
        editor->setReadOnly(isLocked);
    for (QToolButton* button : m_buttons->findChildren<QToolButton*>(QStringLiteral("remove")))
        button->setEnabled(!isLocked);
}

void ChildLine::showBelow()
{
    const bool hasSome
        = m_strips != nullptr || !m_problems->text().isEmpty() || !m_taken->text().isEmpty();
    if (hasSome == m_below->isHidden())
        QTimer::singleShot(0, this, &ChildLine::inputsChanged); // when all of the line stands
    m_below->setVisible(hasSome);
}

bool ChildLine::focusMisread()
{
    const auto editor = std::find_if(m_editors.begin(), m_editors.end(),
        [](const FieldEditor* one) { return !one->misread().isEmpty(); });
    if (editor == m_editors.end())
        return false;
    m_isDemanding = true;
    judge();
    if (!(*editor)->inputs().isEmpty())
        (*editor)->inputs().first()->setFocus(Qt::OtherFocusReason);
    return true;
}

bool ChildLine::holds(const QWidget* widget) const
{
    return std::any_of(m_cells.begin(), m_cells.end(), [&](const Cell& cell) {
        return cell.text == widget
            || (cell.editor != nullptr
                && (cell.editor == widget || cell.editor->isAncestorOf(widget)));
    });
}

QList<QWidget*> ChildLine::stops() const
{
    QList<QWidget*> all;
    for (const Cell& cell : m_cells) {
        if (cell.editor != nullptr && !cell.editor->inputs().isEmpty())
            all += cell.editor;
        if (cell.text != nullptr)
            all += cell.text;
    }
    for (QToolButton* button : m_buttons->findChildren<QToolButton*>())
        all += button;
    for (QWidget* button : m_below->findChildren<QWidget*>())
        if (button->focusPolicy() & Qt::TabFocus)
            all += button;
    return all;
}

} // namespace patronat::ui

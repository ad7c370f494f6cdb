// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/recordform.h"

#include "core/access/visibility.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/readvalue.h"

#include <QApplication>
#include <QFrame>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextCursor>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kWidest = 1240; ///< lines beyond are hard to follow

/// The lines of this type are not for whoever works here. One row is read, and only where the
/// profile names roles.
bool isForOthers(const Desk& desk, const profile::RecordType& type)
{
    if (type.readableBy.empty())
        return false;
    return !desk.store
                .read([&](const store::ReadTx& tx) {
                    return access::checkReadable(tx, type.id, desk.author);
                })
                .ok();
}

/// What decides how a form is built, beside its layout: life, language, and the tables that others
/// only may read.
std::string builtBy(const FormSession& session, const FormLayout& layout)
{
    const Desk& desk = session.desk();
    std::string out = session.isSigned() ? "signed" : session.isRemoved() ? "removed" : "open";
    out += '/' + typed(desk.languages.language());
    for (const LayoutBlock& block : layout.blocks) {
        const profile::RecordType* child
            = block.isTable() ? desk.profile().type(block.childType) : nullptr;
        if (child != nullptr && isForOthers(desk, *child))
            out += '/' + child->id;
    }
    return out;
}

/// What stands instead of lines that are others' to read.
QWidget* hiddenBlock(const Desk& desk, const profile::RecordType& type)
{
    auto* label = makeLabel(TextRole::Muted,
        RecordForm::tr("%1: seen by %2")
            .arg(desk.languages.text(type.pluralLabel),
                shown(
                    access::readersText(desk.profile(), type, typed(desk.languages.language())))));
    label->setWordWrap(true);
    label->setObjectName(QStringLiteral("hidden.") + shown(type.id));
    return label;
}

} // namespace

RecordForm::RecordForm(Desk& desk, const std::string& type, QWidget* parent)
    : QWidget(parent)
    , m_session(desk, type, nullptr)
    , m_twins(*new TwinWatch(m_session))
    , m_layout(new QVBoxLayout(this))
    , m_problems(makeLabel(TextRole::Error))
{
    setMaximumWidth(kWidest);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_layout->addWidget(m_problems);
    m_layout->addStretch(1);
    connect(&m_session, &FormSession::loadedAnew, this, &RecordForm::build);
    connect(&m_session, &FormSession::judged, this, &RecordForm::judge);
    connect(&desk.languages, &LanguageSwitch::switched, this, &RecordForm::build);
    connect(desk.whoWorks.get(), &WhoWorks::changed, this, &RecordForm::build);
    // Nothing that is typed anywhere in the form leaves the screen because a part of it was closed.
    m_session.setHold([this] { return isDirty(); });
    connect(this, &RecordForm::edited, this, &RecordForm::catchUp);
    connect(this, &RecordForm::saved, this, &RecordForm::catchUp);
    watch(&m_session);
}

RecordForm::RecordForm(Desk& desk, const std::string& type, FormLayout part, QWidget* parent)
    : RecordForm(desk, type, parent)
{
    m_part = std::move(part);
}

void RecordForm::watch(FormSession* session)
{
    connect(session, &FormSession::edited, this, &RecordForm::edited);
    connect(session, &FormSession::saved, this, [this](base::GroupId group) { saveNext(group); });
    connect(session, &FormSession::failed, this, &RecordForm::stopSaving);
    connect(session, &FormSession::takenOverChanged, this, &RecordForm::edited);
}

void RecordForm::stopSaving(const base::Error& error)
{
    m_isSaving = false;
    m_savesEmpty = false;
    m_isForLine = false;
    for (ChildTable* table : m_tables)
        table->stopAdding();
    Q_EMIT failed(error);
}

void RecordForm::build()
{
    const std::string builtFor = builtBy(m_session, m_part ? *m_part : layoutOf(m_session.type()));
    if (m_session.state() == FormSession::State::Loading || builtFor == m_builtFor)
        return;
    m_builtFor = builtFor;
    const FocusPlace place = focusPlace();
    tearDown();
    FormLayout layout = m_part ? *m_part : layoutOf(m_session.type());
    if (!layout.unplaced.empty()) {
        LayoutBlock rest;
        const QString words = tr("More");
        rest.title[typed(m_session.desk().languages.language())] = typed(words);
        rest.isFolded = true;
        LayoutRow row;
        int used = 0;
        for (const LayoutCell& cell : layout.unplaced) {
            if (used + cell.span > kColumns) {
                rest.rows.push_back(std::exchange(row, {}));
                used = 0;
            }
            row.push_back(cell);
            used += cell.span;
        }
        rest.rows.push_back(std::move(row));
        layout.blocks.push_back(std::move(rest));
    }
    for (LayoutBlock& block : layout.blocks)
        showBlock(std::move(block));
    for (auto& [type, lines] : std::exchange(m_lines, {}))
        for (FormSession* session : lines.sessions)
            delete session; // its table is not shown any more
    chainFocus();
    Q_EMIT rebuilt();
    // What has just been made is shown a turn later, and what is not shown takes no focus.
    if (place.session != nullptr)
        QTimer::singleShot(0, this, [this, place] { goBackTo(place); });
}

void RecordForm::tearDown()
{
    m_open.clear();
    for (const FormGroup* group : m_groups)
        if (group->isOpen())
            m_open.push_back(group->firstField());
    for (ChildTable* table : m_tables)
        m_lines[table->block().childType] = table->handOver(this);
    for (QWidget* block : m_blocks)
        delete block;
    m_blocks.clear();
    m_groups.clear();
    m_tables.clear();
}

void RecordForm::showBlock(LayoutBlock block)
{
    if (block.isTable()) {
        const profile::RecordType* child = m_session.desk().profile().type(block.childType);
        if (child == nullptr)
            return;
        if (isForOthers(m_session.desk(), *child)) {
            m_blocks.push_back(hiddenBlock(m_session.desk(), *child));
            m_layout->insertWidget(m_layout->count() - 1, m_blocks.back());
            return;
        }
        ChildTable::Lines lines;
        if (auto kept = m_lines.extract(block.childType))
            lines = std::move(kept.mapped());
        auto* table = new ChildTable(m_session, std::move(block), std::move(lines), this);
        connect(table, &ChildTable::saveNeeded, this, [this, table] { saveForTable(table); });
        connect(table, &ChildTable::edited, this, &RecordForm::edited);
        connect(table, &ChildTable::failed, this, &RecordForm::stopSaving);
        connect(table, &ChildTable::opened, this, &RecordForm::opened);
        connect(table, &ChildTable::built, this, &RecordForm::chainFocus);
        m_tables.push_back(table);
        m_blocks.push_back(table);
    } else {
        auto* group = new FormGroup(m_session, std::move(block), this);
        connect(group, &FormGroup::built, this, &RecordForm::chainFocus);
        connect(group, &FormGroup::opened, this, &RecordForm::opened);
        if (std::find(m_open.begin(), m_open.end(), group->firstField()) != m_open.end())
            group->setOpen(true);
        m_groups.push_back(group);
        m_blocks.push_back(group);
    }
    m_layout->insertWidget(m_layout->count() - 1, m_blocks.back());
}

FieldEditor* RecordForm::editorOf(const FormSession* session, const std::string& field) const
{
    for (FieldEditor* editor : findChildren<FieldEditor*>(shown(field))) {
        const FormSession* of = &m_session;
        for (const ChildTable* table : m_tables)
            if (const FormSession* line = table->sessionOf(editor))
                of = line;
        if (of == session)
            return editor;
    }
    return nullptr;
}

RecordForm::FocusPlace RecordForm::focusPlace() const
{
    QWidget* focused = QApplication::focusWidget();
    const FocusedField of
        = focused != nullptr && isAncestorOf(focused) ? focusedField() : FocusedField {};
    if (of.field == nullptr)
        return {};
    FocusPlace place { of.session, of.field->id, 0, 0 };
    if (const FieldEditor* editor = editorOf(of.session, of.field->id))
        place.input = std::max<qsizetype>(0, editor->inputs().indexOf(focused));
    if (const auto* line = qobject_cast<const QLineEdit*>(focused))
        place.cursor = line->cursorPosition();
    else if (const auto* note = qobject_cast<const QPlainTextEdit*>(focused))
        place.cursor = note->textCursor().position();
    return place;
}

void RecordForm::goBackTo(const FocusPlace& place)
{
    const FieldEditor* editor = editorOf(place.session, place.field);
    if (editor == nullptr || editor->inputs().isEmpty())
        return;
    QWidget* input = editor->inputs().value(place.input, editor->inputs().first());
    input->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(input)) {
        line->setCursorPosition(place.cursor);
    } else if (auto* note = qobject_cast<QPlainTextEdit*>(input)) {
        QTextCursor cursor = note->textCursor();
        cursor.setPosition(std::min(place.cursor, static_cast<int>(note->toPlainText().size())));
        note->setTextCursor(cursor);
    }
    for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto* scroll = qobject_cast<QScrollArea*>(above))
            return scroll->ensureWidgetVisible(input);
}

void RecordForm::catchUp()
{
    if (isDirty())
        return;
    for (FormSession* session : sessions())
        session->catchUp();
}

void RecordForm::chainFocus()
{
    QWidget* last = nullptr;
    const auto chain = [&last](QWidget* next) {
        if (last != nullptr)
            QWidget::setTabOrder(last, next);
        last = next;
    };
    for (QWidget* block : m_blocks) {
        if (const auto* table = qobject_cast<ChildTable*>(block)) {
            for (QWidget* stop : table->stops())
                chain(stop);
            continue;
        }
        const auto* group = qobject_cast<FormGroup*>(block);
        if (group == nullptr)
            continue; // says only who sees what stands there
        // Whole editors, not what is in them: one left behind in the chain leads back to its own
        // input, and Tab goes in a circle.
        for (const FieldBox* box : group->boxes())
            if (QWidget* stop = box->stop())
                chain(stop);
    }
}

std::vector<FormSession*> RecordForm::sessions() const
{
    std::vector<FormSession*> all { const_cast<FormSession*>(&m_session) };
    for (const ChildTable* table : m_tables)
        for (FormSession* session : table->sessions())
            all.push_back(session);
    return all;
}

bool RecordForm::isDirty() const
{
    const auto all = sessions();
    return std::any_of(
        all.begin(), all.end(), [](const FormSession* session) { return session->isDirty(); });
}

bool RecordForm::hasUnread() const
{
    const auto all = sessions();
    return std::any_of(
        all.begin(), all.end(), [](const FormSession* session) { return session->hasUnread(); });
}

bool RecordForm::focusMisread()
{
    for (FormGroup* group : m_groups) {
        for (FieldBox* box : group->boxes()) {
            if (box->isMisread()) {
                group->setOpen(true);
                box->demand();
                box->setFocus();
                return true;
            }
        }
    }
    return std::any_of(
        m_tables.begin(), m_tables.end(), [](ChildTable* table) { return table->focusMisread(); });
}

void RecordForm::save()
{
    if (m_isSaving)
        return;
    if (m_session.isGone()) {
        Q_EMIT m_session.changedElsewhere(); // says what can be done
        return;
    }
    for (QWidget* widget = QApplication::focusWidget(); widget != nullptr;
         widget = widget->parentWidget())
        if (auto* editor = qobject_cast<FieldEditor*>(widget))
            editor->finish();
    if (focusMisread())
        return;
    if (m_isForLine)
        return saveKnown(); // the typing goes on; it is asked when somebody is done
    m_twins.whenKnown([this] {
        if (m_twins.asks())
            m_twins.stopped();
        else
            saveKnown();
    });
}

void RecordForm::saveKnown()
{
    if (m_isSaving)
        return;
    if (m_session.type().id == "staff" && m_session.isNew())
        return saveAll(); // whoever writes herself down has no name before
    m_session.desk().asSomebody(this, [this] { saveAll(); });
}

void RecordForm::saveAll()
{
    if (m_isSaving)
        return;
    m_isSaving = true;
    saveNext({});
}

void RecordForm::saveForTable(ChildTable* table)
{
    if (!isDirty() && !m_session.isNew()) {
        table->goOnAdding();
        return;
    }
    Desk& desk = m_session.desk();
    if (desk.author.isNull() && desk.askWho) {
        table->stopAdding();
        return desk.asSomebody(table, [table] { table->add(); });
    }
    m_savesEmpty = m_session.isNew();
    m_isForLine = true;
    save();
    if (!m_isSaving)
        table->stopAdding(); // something cannot be read yet; it has the focus now
}

void RecordForm::takeOver()
{
    if (!m_session.canTakeOver() || m_isSaving)
        return;
    if (m_session.lastTime()->what.lines.empty())
        return m_session.takeOver();
    // Lines stand under a record that is saved, and nothing is saved without a name.
    m_session.desk().asSomebody(this, [this] {
        m_session.takeOver();
        takeOverLines();
    });
}

void RecordForm::takeOverLines()
{
    ChildTable* first = nullptr;
    for (ChildTable* table : m_tables)
        for (const store::TakenOver::Lines& lines : m_session.lastTime()->what.lines)
            if (lines.type == table->block().childType && table->takeOver(lines.fields)
                && first == nullptr)
                first = table;
    if (first != nullptr)
        saveForTable(first);
}

std::size_t RecordForm::takenOverCount() const
{
    std::size_t count = 0;
    for (const FormSession* session : sessions())
        count += session->takenOver().size();
    return count;
}

void RecordForm::confirmAllTaken()
{
    for (FormSession* session : sessions())
        session->confirmAllTaken();
}

bool RecordForm::needsSaving(const FormSession* session) const
{
    return session->state() == FormSession::State::Ready && !session->hasUnread()
        && !session->isGone()
        && (session->isDirty() || session->owesReasons()
            || (m_savesEmpty && session == &m_session && session->isNew()));
}

void RecordForm::saveNext(base::GroupId group)
{
    if (!m_isSaving) {
        Q_EMIT saved(); // a signature, a line that saved itself
        return;
    }
    for (FormSession* session : sessions()) {
        if (!needsSaving(session))
            continue;
        // Lines of a table come and go; each is watched when it is first saved.
        if (session != &m_session) {
            disconnect(session, &FormSession::saved, this, nullptr);
            connect(
                session, &FormSession::saved, this, [this](base::GroupId one) { saveNext(one); });
        }
        session->save(group);
        return;
    }
    const auto all = sessions();
    if (std::any_of(all.begin(), all.end(), [](const FormSession* session) {
            return session->state() == FormSession::State::Saving;
        }))
        return; // one that was saved by itself is still under way; its end comes back here
    m_isSaving = false;
    m_savesEmpty = false;
    if (!m_isForLine)
        m_twins.settle();
    Q_EMIT saved();
    m_isForLine = false;
    for (ChildTable* table : m_tables)
        table->goOnAdding();
}

void RecordForm::discard()
{
    for (FormSession* session : sessions())
        if (session->isDirty())
            session->isNew() && session != &m_session ? session->remove() : session->discard();
    catchUp();
}

void RecordForm::judge()
{
    // Rules of the whole record have no field to stand at.
    QStringList lines;
    for (const store::BrokenRule& broken : m_session.problems())
        if (broken.field.empty() && !m_session.isNew())
            lines += m_session.desk().languages.text(broken.message);
    m_problems->setText(lines.join(QLatin1Char('\n')));
    m_problems->setVisible(!lines.isEmpty());
}

QString RecordForm::fieldLabel(const std::string& field) const
{
    const profile::Field* declared = m_session.type().field(field);
    return declared ? m_session.desk().languages.text(declared->label) : shown(field);
}

QStringList RecordForm::obstacles() const
{
    QStringList lines;
    for (const store::OpenConflict& conflict : m_session.loaded().conflicts)
        lines += tr("%1: filled differently in two places").arg(fieldLabel(conflict.field));
    for (const store::BrokenRule& broken : m_session.problems()) {
        if (broken.severity != profile::Severity::Error)
            continue;
        const QString words = m_session.desk().languages.text(broken.message);
        if (broken.rule == "required")
            lines += tr("%1: to be filled").arg(fieldLabel(broken.field));
        else
            lines
                += broken.field.empty() ? words : tr("%1: %2").arg(fieldLabel(broken.field), words);
    }
    return lines;
}

void RecordForm::demand()
{
    m_session.judgeNow();
    for (FormGroup* group : m_groups)
        group->demand();
}

bool RecordForm::demandAll()
{
    demand();
    for (FormGroup* group : m_groups) {
        const auto broken = std::find_if(m_session.problems().begin(), m_session.problems().end(),
            [&](const store::BrokenRule& one) {
                return group->holds(one.field) && one.severity == profile::Severity::Error;
            });
        if (broken == m_session.problems().end())
            continue;
        group->setOpen(true);
        for (FieldBox* box : group->boxes())
            if (box->field().id == broken->field)
                box->setFocus();
        return false;
    }
    return obstacles().isEmpty();
}

RecordForm::FocusedField RecordForm::focusedField() const
{
    for (const QWidget* widget = QApplication::focusWidget(); widget != nullptr;
         widget = widget->parentWidget()) {
        const auto* editor = qobject_cast<const FieldEditor*>(widget);
        const auto* value = qobject_cast<const ReadValue*>(widget);
        if (editor == nullptr && value == nullptr)
            continue;
        const profile::Field* field = editor ? &editor->field() : &value->field();
        for (const ChildTable* table : m_tables)
            if (const FormSession* line = table->sessionOf(widget))
                return { line, field };
        return { &m_session, field };
    }
    return {};
}

QStringList RecordForm::headings() const
{
    QStringList titles;
    for (QWidget* block : m_blocks) {
        const auto* group = qobject_cast<FormGroup*>(block);
        const auto* table = qobject_cast<ChildTable*>(block);
        // What has just been made counts as hidden until it is shown; only what was hidden on
        // purpose is left out.
        const bool isHidden
            = block->isHidden() && block->testAttribute(Qt::WA_WState_ExplicitShowHide);
        titles += isHidden ? QString()
            : group        ? group->title()
            : table        ? table->title()
                           : QString();
    }
    return titles;
}

QWidget* RecordForm::heading(int index)
{
    QWidget* block = m_blocks[static_cast<std::size_t>(index)];
    if (auto* group = qobject_cast<FormGroup*>(block))
        group->setOpen(true);
    return block;
}

void RecordForm::focusFirst()
{
    // Widgets just put into a layout are shown a turn later, and what is not shown takes no focus.
    QTimer::singleShot(0, this, &RecordForm::takeFocus);
}

void RecordForm::takeFocus()
{
    for (const FormGroup* group : m_groups) {
        for (FieldBox* box : group->boxes()) {
            const QWidget* stop = box->stop();
            if (stop == nullptr || !box->isShown())
                continue;
            const QWidget* first = box->editor() ? box->editor()->inputs().first() : stop;
            if (first->focusPolicy() & Qt::TabFocus) {
                box->setFocus();
                return;
            }
        }
    }
}

} // namespace patronat::ui

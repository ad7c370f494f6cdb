// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/childtable.h"

#include "core/store/repeats.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/forms/fieldeditor.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patronat::ui {

using base::RecordId;
using base::Result;

namespace {

constexpr int kAcross = 6;
constexpr int kOrderWidth = 22;
constexpr int kLeastWidth = 30;
constexpr int kEditorSides = 34; ///< frame, air and arrow of an editor
constexpr int kMostLetters
    = 13; ///< of a value that is chosen; beyond them a column takes no room from the others
constexpr int kMostOfWord = 17; ///< of one word of a text that goes on below

int longestWord(const QFontMetrics& metrics, const QString& text)
{
    int widest = 0;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest;
}

std::vector<RecordId> inOrder(
    const store::ReadTx& tx, const profile::RecordType& type, RecordId parent)
{
    std::vector<RecordId> ids;
    const std::string order
        = type.orderField.empty() ? "id" : store::sqlName(type.orderField) + ", id";
    auto select = tx.connection().prepare("SELECT id FROM " + store::sqlName(type.id) + " WHERE "
        + store::sqlName(type.parent) + " = ?1 AND life NOT IN ('removed', 'erased') ORDER BY "
        + order);
    select.bind(1, parent);
    while (select.step())
        ids.push_back(select.id<RecordId>(0));
    return ids;
}

} // namespace

ChildTable::ChildTable(FormSession& parentRecord, LayoutBlock block, Lines lines, QWidget* parent)
    : QWidget(parent)
    , m_parent(parentRecord)
    , m_block(std::move(block))
    , m_type(*parentRecord.desk().profile().type(m_block.childType))
    , m_body(new QWidget)
    , m_grid(new QGridLayout(m_body))
    , m_count(makeLabel(TextRole::Muted))
    , m_empty(makeLabel(TextRole::Muted))
    , m_add(new QPushButton(icon(QStringLiteral("add")), tr("Add a line")))
{
    const LanguageSwitch& languages = m_parent.desk().languages;
    m_title = languages.text(m_block.title.empty() ? m_type.pluralLabel : m_block.title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(4, 8, 0, 0);
    head->addWidget(makeLabel(TextRole::Group, m_title));
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_add);
    layout->addLayout(head);
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    layout->addWidget(rule);
    layout->addWidget(m_body);
    layout->addWidget(m_empty);
    m_empty->setText(tr("No lines yet"));
    m_grid->setContentsMargins(0, 2, 0, 4);
    m_grid->setHorizontalSpacing(kAcross);
    m_grid->setVerticalSpacing(3);
    m_add->setAutoDefault(false);
    m_add->setProperty("link", true);
    m_add->setAccessibleName(tr("Add a line: %1").arg(m_title));
    m_add->setToolTip(tr("Ctrl+N within the table"));
    auto* key = new QShortcut(QKeySequence(QStringLiteral("Ctrl+N")), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &ChildTable::add);
    connect(m_add, &QPushButton::clicked, this, &ChildTable::add);
    connect(&m_parent, &FormSession::loadedAnew, this, [this] {
        m_add->setVisible(!isReadOnly());
        if (m_lines.empty() && !m_parent.isNew())
            load();
    });
    connect(&m_parent.desk().notifier, &StoreNotifier::changed, this, &ChildTable::refresh);
    m_isAdding = lines.isAdding;
    for (FormSession* session : lines.sessions) {
        session->setParent(this);
        addLine(session);
    }
    layOut();
    if (m_parent.state() == FormSession::State::Ready && !m_parent.isNew())
        load();
}

ChildTable::Lines ChildTable::handOver(QObject* owner)
{
    Lines out { sessions(), m_isAdding };
    m_lines.clear();
    for (FormSession* session : out.sessions) {
        session->disconnect(this);
        session->setParent(owner);
    }
    return out;
}

bool ChildTable::isReadOnly() const
{
    return m_parent.isSigned() || m_parent.isRemoved();
}

std::vector<FormSession*> ChildTable::sessions() const
{
    std::vector<FormSession*> all;
    for (const auto& line : m_lines)
        all.push_back(&line->session());
    return all;
}

bool ChildTable::focusMisread()
{
    return std::any_of(
        m_lines.begin(), m_lines.end(), [](const auto& line) { return line->focusMisread(); });
}

void ChildTable::load()
{
    store::Store& store = m_parent.desk().store;
    const std::string language = typed(m_parent.desk().languages.language());
    m_parent.desk().jobs.run(
        this,
        [&store, &type = m_type, parent = m_parent.id(), language](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> Result<std::vector<LoadedRecord>> {
                std::vector<LoadedRecord> out;
                for (const RecordId id : inOrder(tx, type, parent)) {
                    PATRONAT_LET(
                        LoadedRecord one, loadRecord(tx, store.rules(), type.id, id, language));
                    out.push_back(std::move(one));
                }
                return out;
            });
        },
        [this](Result<std::vector<LoadedRecord>> records) {
            if (records)
                show(std::move(*records));
            else
                Q_EMIT failed(records.error());
        });
}

void ChildTable::show(std::vector<LoadedRecord> records)
{
    for (LoadedRecord& record : records) {
        const bool isThere = std::any_of(m_lines.begin(), m_lines.end(),
            [&](const auto& line) { return line->session().id() == record.record.id; });
        if (isThere)
            continue; // being edited: it refreshes itself
        auto* session = new FormSession(m_parent.desk(), m_type.id, this);
        session->adopt(std::move(record));
        addLine(session);
    }
    layOut();
    Q_EMIT built();
}

void ChildTable::refresh(const store::Changes& changes)
{
    const bool hasNew = !m_parent.isNew() && m_parent.state() == FormSession::State::Ready
        && std::any_of(changes.begin(), changes.end(), [this](const store::Change& change) {
               return change.type == m_type.id && change.created;
           });
    const bool isMine = std::any_of(
        m_lines.begin(), m_lines.end(), [](const auto& line) { return line->session().isNew(); });
    if (hasNew && !isMine)
        load();
}

base::Fields ChildTable::preset() const
{
    std::int64_t last = 0;
    for (const auto& line : m_lines) {
        const base::Fields values = line->session().values();
        if (const auto n = values.find(m_type.orderField); n != values.end())
            last = std::max(last, n->second.numberOr(0));
    }
    return store::lineBegun(m_parent.type(), m_parent.id(), m_parent.values(), m_type, last + 1);
}

void ChildTable::add()
{
    if (isReadOnly())
        return;
    m_isAdding = true;
    Q_EMIT saveNeeded();
}

void ChildTable::goOnAdding()
{
    if (!m_isAdding || m_parent.isNew())
        return;
    m_isAdding = false;
    if (!m_taken.empty())
        return addTaken();
    auto* session = new FormSession(m_parent.desk(), m_type.id, this);
    session->openNew(preset());
    addLine(session);
    layOut();
    Q_EMIT built();
    for (FieldEditor* editor : m_lines.back()->editors()) {
        if (isLineNumber(m_type, editor->field()) || editor->inputs().isEmpty())
            continue;
        QTimer::singleShot(0, editor->inputs().first(),
            [input = editor->inputs().first()] { input->setFocus(Qt::TabFocusReason); });
        break;
    }
    Q_EMIT edited();
}

bool ChildTable::takeOver(std::vector<base::Fields> lines)
{
    if (isReadOnly() || !m_lines.empty() || lines.empty())
        return false;
    m_taken = std::move(lines);
    m_isAdding = true;
    return true;
}

void ChildTable::stopAdding()
{
    m_isAdding = false;
    m_taken.clear();
}

/// The focus stays where it was.
void ChildTable::addTaken()
{
    for (const base::Fields& fields : std::exchange(m_taken, {})) {
        auto* session = new FormSession(m_parent.desk(), m_type.id, this);
        session->openTakenOver(preset(), fields);
        addLine(session);
    }
    layOut();
    Q_EMIT built();
    Q_EMIT edited();
}

void ChildTable::addLine(FormSession* session)
{
    m_lines.push_back(std::make_unique<ChildLine>(m_parent, session, m_block, m_body));
    connect(m_lines.back().get(), &ChildLine::opened, this, &ChildTable::opened);
    connect(m_lines.back().get(), &ChildLine::inputsChanged, this, &ChildTable::built);
    session->setHold([&above = m_parent] { return above.isHeld(); });
    connect(m_lines.back().get(), &ChildLine::letGo, this, [this, session] { dropLine(session); });
    connect(session, &FormSession::edited, this, &ChildTable::edited);
    connect(session, &FormSession::takenOverChanged, this, &ChildTable::edited);
    connect(session, &FormSession::failed, this, &ChildTable::failed);
    connect(session, &FormSession::removed, this, [this, session] { dropLine(session); });
}

void ChildTable::dropLine(FormSession* session)
{
    const auto at = std::find_if(m_lines.begin(), m_lines.end(),
        [&](const auto& line) { return &line->session() == session; });
    if (at == m_lines.end())
        return;
    m_lines.erase(at);
    session->deleteLater();
    layOut();
    Q_EMIT edited();
}

int ChildTable::leastWidth(const profile::Field& field, const QString& head) const
{
    const QFontMetrics metrics(font());
    const bool isTyped = !isReadOnly() || field.afterSigning;
    const int most = (isTyped ? kMostLetters : kMostOfWord) * metrics.averageCharWidth();
    int content = 0;
    if (field.type == profile::FieldType::Date)
        content = metrics.horizontalAdvance(QStringLiteral("00.00.0000"))
            + (isTyped ? kEditorSides : 0);
    if (const auto* codes = m_parent.desk().profile().classifier(field.classifier))
        for (const profile::Code& code : codes->codes) {
            const QString label = m_parent.desk().languages.text(code.label);
            const int width
                = isTyped ? metrics.horizontalAdvance(label) : longestWord(metrics, label);
            content = std::max(content, std::min(width, most) + (isTyped ? kEditorSides : 0));
        }
    return std::max({ kLeastWidth, content, longestWord(metrics, head) });
}

void ChildTable::layOutHeads()
{
    int column = 0;
    for (const LayoutCell& cell : m_block.columns) {
        const profile::Field* field = m_type.field(cell.field);
        if (field == nullptr)
            continue;
        const bool isOrder = isLineNumber(m_type, *field);
        auto* head = makeLabel(TextRole::Label,
            isOrder ? QStringLiteral("№") : m_parent.desk().languages.text(field->label));
        head->setWordWrap(true);
        head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        m_grid->addWidget(head, 0, column, Qt::AlignBottom);
        m_grid->setColumnStretch(column, isOrder ? 0 : cell.span);
        m_grid->setColumnMinimumWidth(
            column, isOrder ? kOrderWidth : leastWidth(*field, head->text()));
        ++column;
    }
}

void ChildTable::layOut()
{
    if (m_grid->count() == 0)
        layOutHeads();
    int row = 1;
    int number = 0;
    for (const auto& line : m_lines) {
        line->place(m_grid, row, ++number);
        row += ChildLine::kGridRows;
    }
    m_body->setVisible(!m_lines.empty());
    m_empty->setVisible(m_lines.empty());
    m_count->setText(m_lines.empty() ? QString() : QString::number(m_lines.size()));
    m_add->setVisible(!isReadOnly());
}

FormSession* ChildTable::sessionOf(const QWidget* widget) const
{
    const auto at = std::find_if(
        m_lines.begin(), m_lines.end(), [&](const auto& line) { return line->holds(widget); });
    return at == m_lines.end() ? nullptr : &(*at)->session();
}

QList<QWidget*> ChildTable::stops() const
{
    QList<QWidget*> all;
    for (const auto& line : m_lines)
        all += line->stops();
    all += m_add;
    return all;
}

} // namespace patronat::ui

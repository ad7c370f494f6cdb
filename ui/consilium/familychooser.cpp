// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/familychooser.h"

#include "core/profile/worksettings.h"
#include "ui/common/choicebox.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/valuetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <tuple>

namespace patronat::ui {

namespace {

constexpr int kPauseMs = 120;
constexpr int kWidth = 900;
constexpr int kHeight = 560;
enum Column
{
    Taken,
    Name,
    RegNo,
    Heard,
    Due,
    ColumnCount
};
constexpr std::array kLetters { 17, 34, 16, 18, 14 };

} // namespace

FamilyChooser::FamilyChooser(Desk& desk, base::RecordId meeting, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_meeting(meeting)
    , m_search(new QLineEdit)
    , m_kind(new ChoiceBox)
    , m_what(makeLabel(TextRole::Muted))
    , m_table(new QTableWidget(0, ColumnCount))
    , m_count(makeLabel(TextRole::Muted))
    , m_add(new QPushButton)
    , m_pause(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Families for the agenda"));
    const QSize screen = parent ? parent->screen()->availableSize() : QSize(kWidth, kHeight);
    resize(std::min(kWidth, screen.width() - 40), std::min(kHeight, screen.height() - 60));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->setSpacing(8);
    layout->addWidget(makeLabel(TextRole::Title, windowTitle()));
    m_search->setPlaceholderText(tr("Name, number or phone; empty: whose review falls due"));
    m_search->setAccessibleName(tr("Search for a family"));
    m_search->addAction(
        icon(QStringLiteral("search"), currentColours().muted), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    layout->addWidget(m_what);
    buildTable();
    layout->addWidget(m_table, 1);
    buildFoot();
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &FamilyChooser::ask);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    if (parent != nullptr)
        connect(this, &QDialog::finished, parent, [parent] { parent->activateWindow(); });
    m_search->setFocus();
    count();
    ask();
}

void FamilyChooser::buildTable()
{
    m_table->setHorizontalHeaderLabels({ tr("On the agenda"), tr("Family"), tr("Register No"),
        tr("Heard last"), tr("Review due") });
    m_table->setAccessibleName(windowTitle());
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    makeRowTable(m_table);
    setColumnLetters(m_table, kLetters);
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &FamilyChooser::toggle);
}

void FamilyChooser::buildFoot()
{
    auto* foot = new QHBoxLayout;
    auto* label = makeLabel(TextRole::Label, tr("Question:"));
    label->setBuddy(m_kind);
    m_kind->setAccessibleName(tr("Kind of question"));
    fillKinds();
    foot->addWidget(label);
    foot->addWidget(m_kind);
    foot->addStretch(1);
    foot->addWidget(m_count);
    auto* cancel = new QPushButton(tr("Close"));
    cancel->setAutoDefault(false);
    m_add->setText(tr("Put on the agenda"));
    m_add->setToolTip(tr("Ctrl+Enter"));
    m_add->setAutoDefault(false);
    m_add->setProperty("primary", true);
    foot->addWidget(cancel);
    foot->addWidget(m_add);
    static_cast<QVBoxLayout*>(layout())->addLayout(foot);
    static_cast<QVBoxLayout*>(layout())->addWidget(makeLabel(TextRole::Muted,
        tr("Space takes a family, Ctrl+A all that are shown, Ctrl+Enter puts them on the "
           "agenda.")));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &FamilyChooser::finish);
    for (const int key : { Qt::Key_Return, Qt::Key_Enter }) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ControlModifier | key), this);
        connect(shortcut, &QShortcut::activated, this, &FamilyChooser::finish);
    }
}

void FamilyChooser::fillKinds()
{
    const profile::Classifier* kinds = m_desk.profile().classifier("agendaKind");
    if (kinds == nullptr)
        return;
    const profile::RecordType* item = m_desk.profile().type("agendaItem");
    for (const profile::Code& code : kinds->codes) {
        // Only questions about a family: the profile shows the family for them.
        const auto visible = m_desk.store.rules().visibleFields(
            item->id, { { "kind", base::Value(code.code) } }, m_desk.today());
        if (std::find(visible.begin(), visible.end(), "family") != visible.end())
            m_kind->addItem(m_desk.languages.text(code.label), shown(code.code));
    }
    m_kind->setCurrentIndex(std::max(
        0, m_kind->findData(shown(profile::workSettings(m_desk.profile()).reviewQuestion))));
}

void FamilyChooser::ask()
{
    const unsigned asked = ++m_asked;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, meeting = m_meeting, text = typed(m_search->text())](base::Job&) {
            return store.read(
                [&](const store::ReadTx& tx) { return familyChoices(tx, meeting, text); });
        },
        [this, asked](base::Result<std::vector<FamilyChoice>> found) {
            if (asked != m_asked)
                return;
            if (found)
                show(std::move(*found));
            else
                Q_EMIT failed(found.error());
        });
}

void FamilyChooser::show(std::vector<FamilyChoice> found)
{
    m_found = std::move(found);
    const bool isSearch = !m_search->text().trimmed().isEmpty();
    m_what->setText(m_found.empty() ? isSearch
                ? tr("Nothing is found. Try fewer letters.")
                : tr("No review falls due by the day of the meeting. Type to find a family.")
            : isSearch ? tr("Found: %1").arg(m_found.size())
                       : tr("Review falls due by the day of the meeting: %1").arg(m_found.size()));
    m_table->setRowCount(static_cast<int>(m_found.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row);
    standOnFirst();
}

/// The first that can be taken: those that stand on the agenda already are only told.
void FamilyChooser::standOnFirst()
{
    const auto first = std::find_if(
        m_found.begin(), m_found.end(), [](const FamilyChoice& one) { return !one.isOnAgenda; });
    if (!m_found.empty())
        m_table->setCurrentCell(
            first == m_found.end() ? 0 : static_cast<int>(first - m_found.begin()), Name);
}

void FamilyChooser::fillRow(int row)
{
    const FamilyChoice& one = m_found[static_cast<std::size_t>(row)];
    const bool isTaken = m_taken.contains(one.family);
    const QString texts[] { one.isOnAgenda ? tr("stands there")
            : isTaken                      ? tr("taken")
                                           : QString(),
        m_desk.privacy.veiled(shown(one.name)), shown(one.regNo),
        one.lastHeard.empty() ? tr("not yet") : dateText(one.lastHeard), dateText(one.due) };
    for (int column = 0; column < ColumnCount; ++column) {
        auto* cell = new QTableWidgetItem(texts[column]);
        if (column == Taken && isTaken)
            cell->setIcon(icon(QStringLiteral("check"), currentColours().good));
        if (one.isOnAgenda)
            cell->setForeground(currentColours().muted);
        m_table->setItem(row, column, cell);
    }
}

void FamilyChooser::toggle(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_found.size())
        return;
    const FamilyChoice& one = m_found[static_cast<std::size_t>(row)];
    if (one.isOnAgenda) {
        m_what->setText(tr("This family stands on the agenda already."));
        return;
    }
    if (m_taken.erase(one.family) == 0)
        m_taken.emplace(one.family, one);
    fillRow(row);
    count();
}

void FamilyChooser::toggleAll()
{
    const bool areAllTaken = std::all_of(m_found.begin(), m_found.end(),
        [this](const FamilyChoice& one) { return one.isOnAgenda || m_taken.contains(one.family); });
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (areAllTaken == m_taken.contains(m_found[static_cast<std::size_t>(row)].family))
            toggle(row);
}

void FamilyChooser::count()
{
    m_count->setText(m_taken.empty() ? QString() : tr("taken: %1").arg(m_taken.size()));
    m_add->setEnabled(!m_taken.empty());
}

void FamilyChooser::finish()
{
    if (m_taken.empty())
        return;
    std::vector<FamilyChoice> families;
    for (const auto& [id, one] : m_taken)
        families.push_back(one);
    // As they wait: who is due first is heard first, the others by name.
    std::sort(families.begin(), families.end(), [](const FamilyChoice& a, const FamilyChoice& b) {
        return std::tuple(a.due.empty(), a.due, a.name) < std::tuple(b.due.empty(), b.due, b.name);
    });
    Q_EMIT chosen(families, typed(m_kind->currentData().toString()));
    accept();
}

bool FamilyChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers() == Qt::ControlModifier)
        return QDialog::eventFilter(watched, event);
    // Nobody looks for a space: it takes the line one sees marked.
    if (watched == m_search && key->key() == Qt::Key_Space && m_search->text().isEmpty()) {
        m_table->setFocus();
        toggle(m_table->currentRow());
        return true;
    }
    if (watched == m_search && (key->key() == Qt::Key_Down || isEnter)) {
        m_table->setFocus();
        return true;
    }
    if (watched != m_table)
        return QDialog::eventFilter(watched, event);
    if (key->key() == Qt::Key_Space || isEnter) {
        toggle(m_table->currentRow());
        return true;
    }
    if (key->matches(QKeySequence::SelectAll)) {
        toggleAll();
        return true;
    }
    // Whoever begins to type in a list looks for something.
    if (!key->text().isEmpty() && key->text().front().isLetterOrNumber()
        && key->modifiers() == Qt::NoModifier) {
        m_search->setFocus();
        m_search->setText(key->text());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace patronat::ui

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/whodialog.h"

#include "core/access/users.h"
#include "core/base/text.h"
#include "core/profile/worksettings.h"
#include "core/store/search.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/forms/recorddialog.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <set>
#include <utility>

namespace patronat::ui {

using base::RecordId;
using base::Result;

namespace {

constexpr std::size_t kMost = 40;
/// A search finds records of every type; so many are looked through for the staff.
constexpr std::size_t kSearched = 400;

std::vector<RecordId> foundAmong(
    const std::vector<RecordId>& allowed, const std::vector<store::Hit>& hits)
{
    const std::set<RecordId> isAllowed(allowed.begin(), allowed.end());
    std::vector<RecordId> out;
    for (const store::Hit& hit : hits)
        if (hit.type == "staff" && isAllowed.contains(hit.record))
            out.push_back(hit.record);
    return out;
}

} // namespace

Result<WhoChoice> whoMayWork(const store::ReadTx& tx, const store::Rules& rules,
    const std::string& officeCode, const std::string& text, const std::string& today,
    const std::string& language)
{
    WhoChoice out;
    std::vector<RecordId> ids = access::mayWorkHere(tx, today);
    out.allowed = ids.size();
    out.isNobodyKnown = !access::hasStaff(tx);
    out.isClosed = !access::users(tx).empty() && !ids.empty();
    out.organisation = access::ownOrganisation(tx, officeCode);
    if (!base::fold(text).empty()) {
        PATRONAT_LET(const auto hits, store::search(tx, text, kSearched));
        ids = foundAmong(ids, hits);
    }
    for (const RecordId id : ids)
        if (out.found.size() < kMost)
            out.found.push_back({ id, recordTitle(tx, rules, "staff", id, language) });
    return out;
}

WhoDialog::WhoDialog(Desk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_why(makeLabel(TextRole::Subtitle))
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_honest(makeLabel(TextRole::Muted))
    , m_add(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    growWithTexts(*this);
    setWindowTitle(tr("Who works here"));
    resize(560, 460);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->addWidget(makeLabel(TextRole::Title, tr("Who works here?")));
    m_why->setWordWrap(true);
    layout->addWidget(m_why);
    m_search->setPlaceholderText(tr("Surname"));
    m_search->setAccessibleName(tr("Surname"));
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    m_list->setAccessibleName(tr("Staff"));
    m_list->setWordWrap(true); // with large letters a post takes two lines
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_list, 1);
    layout->addStretch(0); // keeps the words together where there is no list
    m_honest->setWordWrap(true);
    m_honest->setText(
        tr("Names are not protected by a password yet: the program believes whoever chooses one."));
    layout->addWidget(m_honest);
    auto* foot = new QHBoxLayout;
    m_add->setObjectName(QStringLiteral("writeDown"));
    m_add->setAutoDefault(false);
    foot->addWidget(m_add);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_take = buttons->button(QDialogButtonBox::Ok);
    m_take->setText(tr("It is me"));
    m_take->setProperty("primary", true);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Later"));
    foot->addWidget(buttons, 1);
    layout->addLayout(foot);
    connect(buttons, &QDialogButtonBox::accepted, this, &WhoDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &WhoDialog::writeDown);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &WhoDialog::take);
    connect(m_search, &QLineEdit::textChanged, this, &WhoDialog::look);
    // Typing goes on where it was; not every manager of windows sees to that.
    if (parent != nullptr)
        connect(this, &QDialog::finished, parent, [parent] { parent->activateWindow(); });
    look();
}

void WhoDialog::look()
{
    const unsigned asked = ++m_asked;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, text = typed(m_search->text()), today = m_desk.today(),
            language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return whoMayWork(
                    tx, store.rules(), store.site().officeCode, text, today, language);
            });
        },
        [this, asked](const Result<WhoChoice>& choice) {
            if (asked == m_asked && choice)
                show(*choice);
        });
}

void WhoDialog::show(const WhoChoice& choice)
{
    m_choice = choice;
    m_list->clear();
    for (const Candidate& one : choice.found) {
        auto* item = new QListWidgetItem(shown(one.title), m_list);
        item->setData(Qt::UserRole, shown(one.id.hex()));
        if (one.id == m_desk.author)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    const bool isEmpty = choice.allowed == 0;
    m_why->setText(!isEmpty && choice.found.empty()
            ? tr("Nobody of the staff is called so. Type fewer letters.")
            : !isEmpty ? tr("Everything you write bears this name.")
            : choice.isNobodyKnown
            ? tr("Nobody is written down here yet. Write yourself down: your name, post and role. "
                 "Everything you write will bear "
                 "this name; others of the office are written down under \"Administration\".")
            : tr("Nobody of the staff is employed today. Write yourself down."));
    m_search->setVisible(!isEmpty);
    m_list->setVisible(!isEmpty);
    m_add->setVisible(!choice.isClosed);
    m_add->setText(isEmpty ? tr("Write myself down…") : tr("I am not in the list: write me down…"));
    setStyleProperty(m_add, "primary", isEmpty);
    m_take->setVisible(!isEmpty);
    m_take->setEnabled(m_list->count() > 0);
    if (!m_isShown)
        (isEmpty ? static_cast<QWidget*>(m_add) : m_search)->setFocus();
    m_isShown = true;
}

void WhoDialog::take()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    if (const auto id = RecordId::fromHex(typed(item->data(Qt::UserRole).toString())))
        Q_EMIT chosen(*id);
    accept();
}

void WhoDialog::writeDown()
{
    base::Fields preset = namesFrom(m_desk.profile(), "staff", m_search->text().trimmed());
    if (!m_choice.organisation.isNull())
        preset["organisation"] = base::Value(m_choice.organisation);
    const auto roles = profile::workSettings(m_desk.profile()).roleOfSite;
    if (const auto role = roles.find(m_desk.store.site().kind); role != roles.end())
        preset["role"] = base::Value(role->second);
    auto* dialog = new RecordDialog(m_desk, "staff", this);
    connect(dialog, &RecordDialog::saved, this, [this](RecordId staff) {
        Q_EMIT chosen(staff);
        accept();
    });
    dialog->openNew(std::move(preset));
    dialog->open();
}

bool WhoDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            if (row >= 0 && row < m_list->count())
                m_list->setCurrentRow(row);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace patronat::ui

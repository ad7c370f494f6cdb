// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/bodiespanel.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/forms/dateeditor.h"
#include "ui/forms/recorddialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace patronat::ui {

using base::RecordId;

namespace {

constexpr std::array kLetters { 5, 34, 36, 20, 12 };
constexpr int kDayLetters = 14;

} // namespace

BodiesPanel::BodiesPanel(Desk& desk, ListDeclaration list, std::function<Closing()> closing, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_bodies(new ListPanel(desk, std::move(list), std::move(closing), nullptr))
    , m_members(new MemberList(desk, this))
    , m_title(makeLabel(TextRole::Group))
    , m_dayLabel(makeLabel(TextRole::Label))
    , m_day(new QLineEdit)
    , m_add(new QPushButton)
    , m_view(new QTableView)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bodies, 1);
    layout->addWidget(buildMembers(), 1);
    setFocusProxy(m_bodies);
    connect(m_bodies, &ListPanel::opened, this, &BodiesPanel::opened);
    connect(m_bodies, &ListPanel::created, this, &BodiesPanel::created);
    connect(m_bodies, &ListPanel::failed, this, &BodiesPanel::failed);
    connect(m_bodies, &ListPanel::currentChanged, this, [this](RecordId id) {
        if (id == m_body || id.isNull())
            return;
        m_body = id;
        load();
    });
    connect(&desk.notifier, &StoreNotifier::changed, this, &BodiesPanel::load);
    connect(&desk.languages, &LanguageSwitch::switched, this, &BodiesPanel::words);
    words();
}

QWidget* BodiesPanel::buildMembers()
{
    auto* below = new QWidget;
    auto* layout = new QVBoxLayout(below);
    layout->setContentsMargins(20, 0, 20, 12);
    layout->setSpacing(6);
    auto* line = new QHBoxLayout;
    line->addWidget(m_title);
    line->addStretch(1);
    line->addWidget(m_dayLabel);
    m_day->setObjectName(QStringLiteral("members.day"));
    m_day->setFixedWidth(fontMetrics().averageCharWidth() * kDayLetters);
    m_day->setText(dateText(m_desk.today()));
    m_dayLabel->setBuddy(m_day);
    line->addWidget(m_day);
    m_add->setObjectName(QStringLiteral("members.add"));
    m_add->setIcon(icon(QStringLiteral("add")));
    line->addWidget(m_add);
    layout->addLayout(line);
    m_view->setObjectName(QStringLiteral("members"));
    m_view->setModel(m_members);
    makeRowTable(m_view);
    setColumnLetters(m_view, kLetters);
    m_view->installEventFilter(this);
    layout->addWidget(m_view, 1);
    connect(m_day, &QLineEdit::textEdited, this, &BodiesPanel::load);
    connect(m_add, &QPushButton::clicked, this, &BodiesPanel::addMember);
    connect(m_view, &QTableView::doubleClicked, this, &BodiesPanel::openMember);
    return below;
}

void BodiesPanel::words()
{
    m_title->setText(tr("Members of the chosen body"));
    m_dayLabel->setText(tr("on the day:"));
    m_day->setAccessibleName(tr("Day of the membership"));
    m_day->setPlaceholderText(tr("any"));
    m_day->setToolTip(tr("Empty: everybody who ever was a member"));
    m_add->setText(tr("Add a member"));
    m_add->setToolTip(tr("Insert in the table of members"));
    m_view->setAccessibleName(tr("Members of the chosen body"));
    load();
}

std::optional<std::string> BodiesPanel::dayOf() const
{
    const QString text = m_day->text().trimmed();
    if (text.isEmpty())
        return std::string();
    const auto date = dateFromText(text, QDate::fromString(shown(m_desk.today()), Qt::ISODate));
    return date ? std::optional(typed(date->toString(Qt::ISODate))) : std::nullopt;
}

void BodiesPanel::load()
{
    const auto day = dayOf();
    setStyleProperty(m_day, "problem", day ? QVariant() : QVariant(QStringLiteral("error")));
    m_add->setEnabled(!m_body.isNull());
    if (m_body.isNull() || !day)
        return;
    const unsigned asked = ++m_asked;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, body = m_body, day = *day](base::Job&) {
            return store.read(
                [&](const store::ReadTx& tx) -> base::Result<BodyMembers> { return bodyMembers(tx, body, day); });
        },
        [this, asked](base::Result<BodyMembers> members) {
            if (asked != m_asked)
                return;
            if (!members) {
                Q_EMIT failed(members.error());
                return;
            }
            const int row = std::max(0, m_view->currentIndex().row());
            m_next = members->next;
            m_members->setLines(std::move(members->lines));
            if (m_members->rowCount() > 0)
                m_view->setCurrentIndex(m_members->index(std::min(row, m_members->rowCount() - 1), 0));
        });
}

void BodiesPanel::openMember()
{
    const MemberLine* line = m_members->line(m_view->currentIndex().row());
    if (line == nullptr)
        return;
    auto* dialog = new RecordDialog(m_desk, "bodyMember", this);
    dialog->openRecord(line->id);
    dialog->open();
}

void BodiesPanel::addMember()
{
    if (m_body.isNull())
        return;
    auto* dialog = new RecordDialog(m_desk, "bodyMember", this);
    dialog->openNew({ { "body", base::Value(m_body) }, { "n", base::Value(m_next) } });
    dialog->open();
}

bool BodiesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openMember();
            return true;
        }
        if (key == Qt::Key_Insert) {
            addMember();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace patronat::ui

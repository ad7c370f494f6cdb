// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formgroup.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kAcross = 12; ///< between two fields of a row
constexpr int kSummaryFields = 8;

} // namespace

FormGroup::FormGroup(FormSession& session, LayoutBlock block, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_block(std::move(block))
    , m_title(session.desk().languages.text(m_block.title))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    if (!m_title.isEmpty()) {
        m_headLine = new QWidget;
        auto* line = new QHBoxLayout(m_headLine);
        line->setContentsMargins(0, 6, 0, 0);
        m_head = new QToolButton;
        m_head->setText(m_title);
        m_head->setProperty("role", QStringLiteral("group"));
        m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_head->setIconSize({ 13, 13 });
        m_summary = new ElidedLabel;
        line->addWidget(m_head);
        line->addWidget(m_summary, 1);
        layout->addWidget(m_headLine);
        auto* rule = new QFrame;
        rule->setFrameShape(QFrame::HLine);
        rule->setFixedHeight(1);
        layout->addWidget(rule);
        connect(m_head, &QToolButton::clicked, this, [this] { setOpen(!isOpen()); });
        connect(&session, &FormSession::loadedAnew, this, &FormGroup::summarise);
        connect(&session, &FormSession::edited, this, &FormGroup::summarise);
        connect(&session, &FormSession::veilChanged, this, &FormGroup::summarise);
    }
    connect(&session, &FormSession::judged, this, &FormGroup::judge);
    connect(&session, &FormSession::takenOverChanged, this, &FormGroup::judge);
    setOpen(m_title.isEmpty() || !m_block.isFolded);
}

void FormGroup::setOpen(bool open)
{
    const bool isFirst = open && m_body == nullptr;
    if (isFirst)
        build();
    if (m_body != nullptr)
        m_body->setVisible(open);
    if (m_head != nullptr) {
        m_head->setIcon(
            icon(open ? QStringLiteral("down") : QStringLiteral("right"), currentColours().muted));
        m_head->setAccessibleName(
            open ? tr("%1, open").arg(m_title) : tr("%1, folded").arg(m_title));
    }
    summarise();
    if (isFirst)
        Q_EMIT built();
}

void FormGroup::build()
{
    m_body = new QWidget(this);
    auto* grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 6);
    grid->setHorizontalSpacing(kAcross);
    grid->setVerticalSpacing(0);
    for (int column = 0; column < kColumns; ++column) {
        grid->setColumnStretch(column, 1);
        grid->setColumnMinimumWidth(column, 1);
    }
    int row = 0;
    for (const LayoutRow& cells : m_block.rows) {
        int column = 0;
        for (const LayoutCell& cell : cells) {
            const profile::Field* field = m_session.type().field(cell.field);
            if (field == nullptr || field->retired)
                continue;
            const int span = std::min(cell.span, kColumns - column);
            auto* box = new FieldBox(m_session, *field, m_body);
            if (box->isAbsent()) {
                delete box; // a document has no holes where nothing was written
                continue;
            }
            box->place(grid, row, column, span);
            connect(box, &FieldBox::opened, this, &FormGroup::opened);
            if (m_isDemanding)
                box->demand();
            m_boxes.push_back(box);
            column += span;
        }
        row += FieldBox::kGridRows;
    }
    static_cast<QVBoxLayout*>(layout())->addWidget(m_body);
    if (m_boxes.empty())
        hide(); // of a document: nothing was written here
}

bool FormGroup::holds(std::string_view field) const
{
    for (const LayoutRow& row : m_block.rows)
        for (const LayoutCell& cell : row)
            if (cell.field == field)
                return true;
    return false;
}

std::string FormGroup::firstField() const
{
    for (const LayoutRow& row : m_block.rows)
        for (const LayoutCell& cell : row)
            return cell.field;
    return {};
}

void FormGroup::demand()
{
    m_isDemanding = true;
    for (FieldBox* box : m_boxes)
        box->demand();
}

void FormGroup::summarise()
{
    if (m_summary == nullptr)
        return;
    QStringList parts;
    if (!isOpen()) {
        const Desk& desk = m_session.desk();
        const ValueWriter writer(desk.profile(), typed(desk.languages.language()));
        const base::Fields values = m_session.values();
        for (const LayoutRow& row : m_block.rows) {
            for (const LayoutCell& cell : row) {
                const profile::Field* field = m_session.type().field(cell.field);
                if (field == nullptr || parts.size() >= kSummaryFields
                    || !m_session.isVisible(cell.field))
                    continue;
                QString text = writer.text(m_session.type(), *field, values, m_session.titles());
                if (field->type == profile::FieldType::Boolean)
                    text = text.isEmpty() || values.at(field->id).numberOr(0) == 0
                        ? QString()
                        : writer.label(field->label);
                if (!text.isEmpty() && !field->unitOfMeasure.empty())
                    text += QLatin1Char(' ') + writer.unitOfMeasure(*field);
                if (!text.isEmpty())
                    parts
                        += m_session.isVeiled(*field) ? Privacy::nothingShown() : text.simplified();
            }
        }
    }
    m_summary->setText(parts.join(QStringLiteral("  ·  ")));
}

void FormGroup::judge()
{
    // A document shows no heading over nothing.
    if (m_session.isSigned() && m_headLine != nullptr && isOpen()) {
        const bool isEmpty = std::none_of(
            m_boxes.begin(), m_boxes.end(), [](const FieldBox* box) { return box->isShown(); });
        setVisible(!isEmpty);
    }
    if (isOpen())
        return;
    const auto& conflicts = m_session.loaded().conflicts;
    const bool isAwaited
        = std::any_of(conflicts.begin(), conflicts.end(), [this](const auto& conflict) {
              return holds(std::string_view(conflict.field).substr(0, conflict.field.find('.')));
          });
    const bool isBroken = std::any_of(m_session.problems().begin(), m_session.problems().end(),
        [this](const store::BrokenRule& broken) {
            return holds(broken.field) && (broken.rule != "required" || m_isDemanding);
        });
    const auto& rows = m_block.rows;
    const bool isUnread = std::any_of(rows.begin(), rows.end(), [this](const LayoutRow& row) {
        return std::any_of(row.begin(), row.end(),
            [this](const LayoutCell& cell) { return !m_session.unread(cell.field).isEmpty(); });
    });
    const auto& taken = m_session.takenOver();
    const bool isTaken = std::any_of(
        taken.begin(), taken.end(), [this](const std::string& field) { return holds(field); });
    if (isAwaited || isBroken || isUnread || isTaken)
        setOpen(true);
    else
        summarise();
}

} // namespace patronat::ui

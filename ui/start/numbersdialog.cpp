// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/numbersdialog.h"

#include "core/base/text.h"
#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using base::Result;
using store::ReadTx;
using store::SeriesState;

namespace {

constexpr int kHighest = 1'000'000;

/// "episode.regNo|16-01|2026": type and field before the first bar, what else it runs over behind.
std::pair<std::string, std::string> partsOf(const std::string& series)
{
    const auto bar = series.find('|');
    return { series.substr(0, bar),
        bar == std::string::npos ? std::string() : series.substr(bar + 1) };
}

} // namespace

NumbersDialog::NumbersDialog(Desk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_form(new QFormLayout)
    , m_said(makeLabel(TextRole::Error))
{
    setAttribute(Qt::WA_DeleteOnClose);
    growWithTexts(*this);
    setWindowTitle(tr("Last numbers"));
    resize(640, 420);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->addWidget(makeLabel(TextRole::Title, tr("Which numbers were issued last?")));
    QLabel* why = makeLabel(TextRole::Muted,
        tr("This database was restored from a backup. Numbers may have been issued since that it "
           "does not know. Compare with the "
           "paper books and correct what is higher there; until then no new number is issued "
           "here."));
    why->setWordWrap(true);
    column->addWidget(why);
    auto* page = new QWidget;
    page->setLayout(m_form);
    page->setProperty("role", QStringLiteral("page"));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    column->addWidget(scroll, 1);
    m_said->setWordWrap(true);
    column->addWidget(m_said);
    auto* line = new QHBoxLayout;
    auto* later = new QPushButton(tr("Later"));
    later->setAutoDefault(false);
    auto* ok = new QPushButton(tr("These are the last numbers"));
    ok->setObjectName(QStringLiteral("numbers.confirm"));
    ok->setProperty("primary", true);
    ok->setDefault(true);
    line->addStretch(1);
    line->addWidget(later);
    line->addWidget(ok);
    column->addLayout(line);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(ok, &QPushButton::clicked, this, &NumbersDialog::confirm);
    store::Store& store = desk.store;
    desk.jobs.run(
        this,
        [&store](base::Job&) {
            return store.read([](const ReadTx& tx) -> Result<std::vector<SeriesState>> {
                return seriesStates(tx);
            });
        },
        [this](const Result<std::vector<SeriesState>>& all) {
            if (all)
                fill(*all);
        });
}

void NumbersDialog::whenWaiting(Desk& desk, QObject* context, std::function<void()> then)
{
    store::Store& store = desk.store;
    desk.jobs.run(
        context,
        [&store](base::Job&) {
            return store.read([](const ReadTx& tx) -> Result<bool> {
                const std::vector<SeriesState> all = seriesStates(tx);
                return tx.setting(store::kRestoredSetting).has_value()
                    || std::any_of(all.begin(), all.end(),
                        [](const SeriesState& one) { return !one.confirmed; });
            });
        },
        [then = std::move(then)](const Result<bool>& waits) {
            if (waits && *waits)
                then();
        });
}

QString NumbersDialog::nameOf(const std::string& series) const
{
    const auto [path, rest] = partsOf(series);
    const auto dot = path.find('.');
    const profile::RecordType* type = m_desk.profile().type(path.substr(0, dot));
    QString name = type == nullptr ? shown(path) : m_desk.languages.text(type->label);
    if (type != nullptr && dot != std::string::npos)
        for (const profile::Field& field : type->fields)
            if (field.id == path.substr(dot + 1))
                name += QStringLiteral(", ") + m_desk.languages.text(field.label);
    QString where = shown(rest);
    return name + QStringLiteral(": ") + where.replace(QLatin1Char('|'), QStringLiteral(", "));
}

void NumbersDialog::fill(const std::vector<SeriesState>& all)
{
    for (const SeriesState& one : all) {
        if (one.confirmed)
            continue;
        auto* last = new QSpinBox;
        last->setRange(static_cast<int>(std::min<std::int64_t>(one.last, kHighest)), kHighest);
        last->setAccessibleName(nameOf(one.series));
        last->setObjectName(QStringLiteral("numbers.last"));
        m_form->addRow(nameOf(one.series), last);
        m_lines.push_back({ one.series, last });
    }
    if (m_lines.empty())
        m_form->addRow(makeLabel(TextRole::Plain,
            tr("The backup knows no number yet. If the books are empty too, go on.")));
    else
        m_lines.front().last->setFocus();
}

void NumbersDialog::confirm()
{
    std::vector<std::pair<std::string, std::int64_t>> last;
    for (const Line& line : m_lines)
        last.emplace_back(line.series, line.last->value());
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, last](base::Job&) {
            return store.bulk([&](store::Store::Inner& inner) -> base::Status {
                for (const auto& [series, number] : last)
                    PATRONAT_TRY(store::confirmSeries(inner.connection, series, number));
                store::confirmNoOthers(inner.connection);
                return {};
            });
        },
        [this](const base::Status& done) {
            if (done) {
                accept();
                return;
            }
            const ErrorText text
                = errorText(done.error(), m_desk.languages.sentences(), Audience::Window);
            m_said->setText(shown(text.title + " " + text.advice));
        });
}

} // namespace patronat::ui

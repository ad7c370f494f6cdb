// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/comparisondialog.h"

#include "core/diagnostics/scoring.h"
#include "ui/common/columnwidths.h"
#include "ui/common/growingdialog.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/readfailure.h"
#include "ui/common/rowtable.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>

namespace patronat::ui {

using diagnostics::Comparison;
using diagnostics::KeptResult;
using diagnostics::Points;
using diagnostics::Trend;
using diagnostics::ValueChange;

namespace {

constexpr int kWidth = 980;
constexpr int kHeight = 620;
constexpr std::array kLeastLetters { 22, 12, 12, 14 };

/// With as many decimals as it has.
QString pointsWords(Points points)
{
    int decimals = profile::kPointDecimals;
    for (Points step = 10; decimals > 0 && points % step == 0; step *= 10)
        --decimals;
    return shown(diagnostics::pointsText(points, decimals))
        .replace(QLatin1Char('.'), QLocale().decimalPoint());
}

/// The level first, for it is what is talked about; the figure beside.
QString valueWords(const std::string& level, const std::optional<Points>& value)
{
    const QString figure = value ? pointsWords(*value) : QString();
    if (level.empty())
        return figure.isEmpty() ? QStringLiteral("—") : figure;
    return figure.isEmpty() ? shown(level) : shown(level) + QStringLiteral(" (%1)").arg(figure);
}

} // namespace

QString changeWords(Trend trend, const std::optional<Points>& change)
{
    const QString by = change ? pointsWords(*change < 0 ? -*change : *change) : QString();
    const bool moved = change.value_or(0) != 0;
    switch (trend) {
    case Trend::Better:
        return moved ? ComparisonDialog::tr("better, by %1").arg(by)
                     : ComparisonDialog::tr("better");
    case Trend::Worse:
        return moved ? ComparisonDialog::tr("worse, by %1").arg(by) : ComparisonDialog::tr("worse");
    case Trend::Same:
        return ComparisonDialog::tr("as before");
    case Trend::Unknown:
        break;
    }
    if (!change)
        return ComparisonDialog::tr("not to be compared");
    if (!moved)
        return ComparisonDialog::tr("as before");
    return *change > 0 ? ComparisonDialog::tr("rose by %1").arg(by)
                       : ComparisonDialog::tr("fell by %1").arg(by);
}

ComparisonDialog::ComparisonDialog(
    Desk& desk, base::RecordId family, std::string instrument, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_family(family)
    , m_wanted(std::move(instrument))
    , m_instruments(new QComboBox)
    , m_groups(new QComboBox)
    , m_before(new QComboBox)
    , m_now(new QComboBox)
    , m_failure(new ReadFailure(desk.languages))
    , m_print(new QPushButton)
    , m_headline(makeLabel(TextRole::Group))
    , m_remarks(makeLabel(TextRole::Warning))
    , m_lines(new QTreeWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("comparisonDialog"));
    setWindowTitle(tr("Results compared"));
    growWithTexts(*this);
    const QSize screen
        = parent != nullptr ? parent->screen()->availableSize() : QSize(kWidth, kHeight);
    resize(std::min(kWidth, screen.width() - 40), std::min(kHeight, screen.height() - 60));
    build();
    connect(&desk.privacy, &Privacy::changed, this, &ComparisonDialog::fillGroups);
    load();
}

void ComparisonDialog::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 12);
    layout->setSpacing(8);
    auto* head = new QGridLayout;
    const auto add = [head](const QString& words, QComboBox* box, const char* name, int row,
                         int column, int span) {
        QLabel* label = makeLabel(TextRole::Label, words);
        label->setBuddy(box);
        box->setObjectName(QString::fromLatin1(name));
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        head->addWidget(label, row * 2, column, 1, span);
        head->addWidget(box, row * 2 + 1, column, 1, span);
        head->setColumnStretch(column, 1);
    };
    add(tr("&Instrument"), m_instruments, "comparison.instrument", 0, 0, 2);
    add(tr("&About whom"), m_groups, "comparison.about", 1, 0, 2);
    add(tr("&Before"), m_before, "comparison.before", 2, 0, 1);
    add(tr("&Now"), m_now, "comparison.now", 2, 1, 1);
    layout->addLayout(head);
    layout->addWidget(m_failure);
    m_headline->setObjectName(QStringLiteral("comparison.headline"));
    m_headline->setWordWrap(true);
    layout->addWidget(m_headline);
    m_remarks->setObjectName(QStringLiteral("comparison.remarks"));
    m_remarks->setWordWrap(true);
    m_remarks->hide();
    layout->addWidget(m_remarks);
    m_lines->setObjectName(QStringLiteral("comparison.lines"));
    m_lines->setAccessibleName(tr("Scales, before and now"));
    m_lines->setHeaderLabels({ tr("Scale"), tr("Before"), tr("Now"), tr("Change") });
    m_lines->setRootIsDecorated(false);
    m_lines->setWordWrap(true);
    layout->addWidget(m_lines, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_print->setObjectName(QStringLiteral("comparison.print"));
    m_print->setText(tr("&Print the result"));
    m_print->setIcon(icon(QStringLiteral("print")));
    m_print->setAutoDefault(false);
    m_print->setMenu(new QMenu(m_print));
    m_print->menu()->addAction(tr("Print…"), this, [this] { print(false); });
    m_print->menu()->addAction(tr("Save as PDF…"), this, [this] { print(true); });
    buttons->addButton(m_print, QDialogButtonBox::ActionRole);
    m_print->hide();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_failure, &ReadFailure::again, this, &ComparisonDialog::load);
    connect(m_instruments, &QComboBox::currentIndexChanged, this, &ComparisonDialog::fillGroups);
    connect(m_groups, &QComboBox::currentIndexChanged, this, &ComparisonDialog::fillResults);
    connect(m_before, &QComboBox::currentIndexChanged, this, &ComparisonDialog::compare);
    connect(m_now, &QComboBox::currentIndexChanged, this, &ComparisonDialog::compare);
}

void ComparisonDialog::load()
{
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, family = m_family, viewer = m_desk.author,
            language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return readComparable(tx, store.rules(), family, viewer, language);
            });
        },
        [this](base::Result<std::vector<ComparableInstrument>> found) {
            if (!found)
                return m_failure->show(found.error());
            m_failure->clear();
            take(std::move(*found));
        });
}

void ComparisonDialog::take(std::vector<ComparableInstrument> found)
{
    m_found = std::move(found);
    fillInstruments();
    m_instruments->setFocus();
}

void ComparisonDialog::fillInstruments()
{
    {
        const QSignalBlocker quiet(m_instruments);
        m_instruments->clear();
        for (const ComparableInstrument& one : m_found)
            m_instruments->addItem(
                one.name.empty() ? m_desk.languages.text(one.instrument.label) : shown(one.name),
                shown(one.instrument.id));
        if (const int at = m_instruments->findData(shown(m_wanted)); !m_wanted.empty() && at >= 0)
            m_instruments->setCurrentIndex(at);
    }
    fillGroups();
}

void ComparisonDialog::fillGroups()
{
    {
        const QSignalBlocker quiet(m_groups);
        const int before = m_groups->currentIndex();
        m_groups->clear();
        if (const ComparableInstrument* one = instrument())
            for (const ComparableResults& some : one->groups) {
                const QString about = some.about.empty() ? tr("the family")
                                                         : m_desk.privacy.veiled(shown(some.about));
                m_groups->addItem(some.by.empty()
                        ? about
                        : tr("%1; answered by %2")
                              .arg(about, m_desk.privacy.veiled(shown(some.by))));
            }
        if (sender() == &m_desk.privacy)
            m_groups->setCurrentIndex(before);
    }
    fillResults();
}

/// The first and the last at once.
void ComparisonDialog::fillResults()
{
    const ComparableResults* some = group();
    for (QComboBox* box : { m_before, m_now }) {
        const QSignalBlocker quiet(box);
        box->clear();
        if (some != nullptr)
            for (const KeptResult& one : some->results)
                box->addItem(resultText(one));
        box->setCurrentIndex(some == nullptr ? -1 : box == m_before ? 0 : box->count() - 1);
    }
    compare();
}

void ComparisonDialog::compare()
{
    m_lines->clear();
    const KeptResult* before = result(m_before);
    const KeptResult* now = result(m_now);
    // A need map stands on its diagnostics: it has no sheet of its own.
    m_print->setEnabled(now != nullptr && instrument()->instrument.storedType.empty());
    m_lines->setVisible(before != nullptr && now != nullptr && before != now);
    m_remarks->hide();
    if (before == nullptr || now == nullptr)
        return m_headline->setText(tr("No instrument has been filled in for this family yet."));
    if (group()->results.size() < 2)
        return m_headline->setText(
            tr("There is one result only, of %1: the next one can be compared with it.")
                .arg(resultText(*before)));
    if (before == now)
        return m_headline->setText(
            tr("This is one and the same result: choose another one beside it."));
    const Comparison compared = diagnostics::comparison(instrument()->instrument, *before, *now);
    m_headline->setText(headline(compared));
    const QString words = remarks(compared);
    m_remarks->setText(words);
    m_remarks->setVisible(!words.isEmpty());
    for (const ValueChange& change : diagnostics::inOrder(compared))
        addLine(change);
    std::vector<ColumnWish> wishes;
    for (int column = 0; column < m_lines->columnCount(); ++column)
        wishes.push_back(
            contentWish(*m_lines, column, kLeastLetters[static_cast<std::size_t>(column)]));
    const std::vector<int> widths = fittedWidths(wishes, m_lines->viewport()->width());
    // What is left over goes between the columns, so that they stand apart.
    const int spare = std::max(
        0, m_lines->viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0));
    for (int column = 0; column + 1 < m_lines->columnCount(); ++column)
        m_lines->setColumnWidth(
            column, widths[static_cast<std::size_t>(column)] + spare / m_lines->columnCount());
    if (QTreeWidgetItem* first = m_lines->topLevelItem(0))
        m_lines->setCurrentItem(first);
}

void ComparisonDialog::offerPrinting()
{
    m_print->show();
}

void ComparisonDialog::print(bool asFile)
{
    const KeptResult* now = result(m_now);
    const auto record = now != nullptr ? base::RecordId::fromHex(now->record) : std::nullopt;
    if (record && m_print->isEnabled())
        Q_EMIT printed(*record, asFile);
}

const ComparableInstrument* ComparisonDialog::instrument() const
{
    const auto at = static_cast<std::size_t>(m_instruments->currentIndex());
    return at < m_found.size() ? &m_found[at] : nullptr;
}

const ComparableResults* ComparisonDialog::group() const
{
    const ComparableInstrument* one = instrument();
    const auto at = static_cast<std::size_t>(m_groups->currentIndex());
    return one != nullptr && at < one->groups.size() ? &one->groups[at] : nullptr;
}

const KeptResult* ComparisonDialog::result(const QComboBox* box) const
{
    const ComparableResults* some = group();
    const auto at = static_cast<std::size_t>(box->currentIndex());
    return some != nullptr && at < some->results.size() ? &some->results[at] : nullptr;
}

QString ComparisonDialog::resultText(const KeptResult& one) const
{
    const QString words = valueWords(one.bandLabel, one.total);
    const QString text = words == QStringLiteral("—")
        ? dateText(one.date)
        : dateText(one.date) + QStringLiteral(" — ") + words;
    return one.isSigned ? tr("%1, signed").arg(text) : text;
}

QString ComparisonDialog::headline(const Comparison& compared) const
{
    const QString before = valueWords(compared.first.bandLabel, compared.first.total);
    const QString now = valueWords(compared.last.bandLabel, compared.last.total);
    const bool hasWhole = before != QStringLiteral("—") || now != QStringLiteral("—");
    if (!hasWhole)
        return tr("The instrument has no result as a whole: it is compared scale by scale.");
    return tr("%1 → %2: %3").arg(before, now, changeWords(compared.trend, compared.change));
}

QString ComparisonDialog::remarks(const Comparison& compared) const
{
    QStringList out;
    if (compared.first.date > compared.last.date)
        out += tr("What stands under “before” is the later one.");
    if (compared.otherVersion)
        out += tr(
            "Counted by two editions of the instrument: the figures may differ by that alone.");
    if (instrument()->instrument.referenceOnly)
        out += tr("For reference only: no conclusion rests on this instrument alone.");
    return out.join(QLatin1Char('\n'));
}

void ComparisonDialog::addLine(const ValueChange& change)
{
    auto* item = new QTreeWidgetItem(m_lines,
        { shown(change.label), valueWords(change.firstBand, change.first),
            valueWords(change.lastBand, change.last), changeWords(change.trend, change.change) });
    for (int column = 0; column < m_lines->columnCount(); ++column)
        item->setToolTip(column, item->text(column));
}

} // namespace patronat::ui

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/filterbar.h"

#include "ui/common/choicebox.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/livecodes.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/valuetext.h"
#include "ui/lists/period.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace patronat::ui {

using Kind = ListFilter::Kind;

namespace {

constexpr int kOptionsAfterMs = 300;
constexpr int kSpacing = 4;
constexpr int kChoiceLetters = 12;
constexpr int kMostLetters = 34;
constexpr int kOwnPeriod = 100; ///< beside the values of Span
constexpr std::array kSpans { Span::ThisMonth, Span::LastMonth, Span::ThisQuarter, Span::ThisYear,
    Span::LastYear };

QString spanText(Span span)
{
    switch (span) {
    case Span::ThisMonth:
        return FilterBar::tr("this month");
    case Span::LastMonth:
        return FilterBar::tr("last month");
    case Span::ThisQuarter:
        return FilterBar::tr("this quarter");
    case Span::ThisYear:
        return FilterBar::tr("this year");
    case Span::LastYear:
        break;
    }
    return FilterBar::tr("last year");
}

/// What is chosen is read in full, as far as that goes; the longest text of each would take lines
/// of room.
void fit(QComboBox* choice)
{
    choice->setMinimumContentsLength(
        std::clamp(static_cast<int>(choice->currentText().size()), kChoiceLetters, kMostLetters));
}

bool asksForAuthor(const ListFilter& filter)
{
    return filter.sql.find(":author") != std::string::npos;
}

} // namespace

FilterBar::FilterBar(Desk& desk, const ListDeclaration& list, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_list(list)
    , m_clear(new QToolButton)
{
    setLayout(new FlowLayout(kSpacing));
    m_parts.reserve(list.filters.size());
    for (const ListFilter& filter : list.filters) {
        Part& part = m_parts.emplace_back();
        part.filter = &filter;
        if (filter.kind == Kind::Switch)
            addSwitch(part);
        else if (filter.kind == Kind::Period)
            addPeriod(part);
        else
            addChoice(part);
    }
    m_clear->setIcon(icon(QStringLiteral("close"), currentColours().muted));
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    m_clear->hide();
    layout()->addWidget(m_clear);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(this, &FilterBar::changed, this, [this] { m_clear->setVisible(isSet()); });
    connect(&desk.languages, &LanguageSwitch::switched, this, &FilterBar::words);
    m_optionsTimer.setSingleShot(true);
    m_optionsTimer.setInterval(kOptionsAfterMs);
    connect(&m_optionsTimer, &QTimer::timeout, this, &FilterBar::loadOptions);
    connect(&desk.notifier, &StoreNotifier::changed, this, &FilterBar::followOptions);
    connect(desk.whoWorks.get(), &WhoWorks::changed, this, &FilterBar::followAuthor);
    words();
}

void FilterBar::addSwitch(Part& part)
{
    part.button = new QToolButton;
    part.button->setCheckable(true);
    part.button->setProperty("role", QStringLiteral("switch"));
    part.button->setObjectName(shown(part.filter->id));
    connect(part.button, &QToolButton::toggled, this, &FilterBar::changed);
    layout()->addWidget(part.button);
    // "Mine" means nothing as long as nobody has said who works here.
    part.button->setVisible(!m_desk.author.isNull() || !asksForAuthor(*part.filter));
}

void FilterBar::followAuthor()
{
    bool isAsked = false;
    for (const Part& part : m_parts) {
        if (part.button == nullptr || !asksForAuthor(*part.filter))
            continue;
        isAsked = isAsked || part.button->isChecked();
        const QSignalBlocker quiet(part.button);
        part.button->setVisible(!m_desk.author.isNull());
        part.button->setChecked(part.button->isChecked() && !m_desk.author.isNull());
    }
    if (isAsked)
        Q_EMIT changed();
}

void FilterBar::followOptions(const store::Changes& changes)
{
    const auto isOffered = [this](const store::Change& change) {
        // A query names each table it reads.
        return std::any_of(m_parts.begin(), m_parts.end(), [&](const Part& part) {
            return part.filter->kind == Kind::Record
                && part.filter->options.find(change.type) != std::string::npos;
        });
    };
    if (!m_optionsTimer.isActive() && std::any_of(changes.begin(), changes.end(), isOffered))
        m_optionsTimer.start();
}

void FilterBar::addChoice(Part& part)
{
    part.choice = new ChoiceBox;
    part.isRead = part.filter->kind != Kind::Record;
    part.choice->setObjectName(shown(part.filter->id));
    part.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    part.choice->setMaxVisibleItems(20);
    layout()->addWidget(part.choice);
    connect(part.choice, &QComboBox::currentTextChanged, part.choice,
        [choice = part.choice] { fit(choice); });
    connect(part.choice, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT changed(); });
}

void FilterBar::addPeriod(Part& part)
{
    addChoice(part);
    const QDate today = QDate::fromString(shown(m_desk.today()), Qt::ISODate);
    for (QDateEdit** edit : { &part.from, &part.to }) {
        *edit = new QDateEdit(edit == &part.from ? QDate(today.year(), 1, 1) : today);
        (*edit)->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
        (*edit)->setCalendarPopup(true);
        (*edit)->hide();
        connect(*edit, &QDateEdit::dateChanged, this, &FilterBar::changed);
        layout()->addWidget(*edit);
    }
    const auto at = static_cast<std::size_t>(&part - m_parts.data());
    connect(
        part.choice, &QComboBox::currentIndexChanged, this, [this, at] { choose(m_parts[at]); });
}

void FilterBar::choose(Part& part)
{
    const bool isOwn = part.choice->currentData().toInt() == kOwnPeriod;
    part.from->setVisible(isOwn);
    part.to->setVisible(isOwn);
}

void FilterBar::words()
{
    for (Part& part : m_parts)
        wordsOf(part);
    m_clear->setAccessibleName(tr("Switch all filters off"));
    m_clear->setToolTip(tr("Switch all filters off"));
    loadOptions();
}

void FilterBar::wordsOf(Part& part)
{
    const QString label = m_desk.languages.text(part.filter->label);
    if (part.button != nullptr) {
        part.button->setText(label);
        return;
    }
    part.choice->setAccessibleName(label);
    part.choice->setToolTip(label);
    if (part.filter->kind == Kind::Record) {
        // The rest is filled in when it has been read.
        if (part.choice->count() == 0)
            part.choice->addItem(tr("%1: any").arg(label));
        return;
    }
    const QSignalBlocker quiet(part.choice);
    const int current = std::max(0, part.choice->currentIndex());
    part.choice->clear();
    part.choice->addItem(tr("%1: any").arg(label));
    if (part.filter->kind == Kind::Code) {
        // Closed ones too: old cases keep them.
        for (const profile::Code& code : codesOf(m_desk.profile(), part.filter->classifier))
            part.choice->addItem(m_desk.languages.text(code.label), shown(code.code));
    } else if (part.filter->kind == Kind::Classifier) {
        for (const profile::Classifier& one : m_desk.profile().classifiers)
            part.choice->addItem(m_desk.languages.text(one.label), shown(one.id));
    } else if (part.filter->kind == Kind::Due) {
        part.choice->addItem(tr("%1: overdue").arg(label), QLatin1String(kDueLate));
        part.choice->addItem(tr("%1: due this week").arg(label), QLatin1String(kDueWeek));
        part.choice->addItem(tr("%1: overdue or soon").arg(label), QLatin1String(kDueReminds));
    } else if (part.filter->kind == Kind::DueKind) {
        for (const profile::Process& process : m_desk.profile().processes)
            for (const profile::Deadline& deadline : process.deadlines)
                part.choice->addItem(m_desk.languages.text(deadline.label), shown(deadline.id));
    } else {
        for (const Span span : kSpans)
            part.choice->addItem(tr("%1: %2").arg(label, spanText(span)), static_cast<int>(span));
        part.choice->addItem(tr("%1: own dates").arg(label), kOwnPeriod);
        part.from->setAccessibleName(tr("%1: from").arg(label));
        part.to->setAccessibleName(tr("%1: to").arg(label));
    }
    part.choice->setCurrentIndex(current);
    fit(part.choice);
}

void FilterBar::loadOptions()
{
    store::Store& store = m_desk.store;
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        if (m_parts[at].filter->kind != Kind::Record)
            continue;
        m_desk.jobs.run(
            this,
            [&store, filter = *m_parts[at].filter, viewer = m_desk.author](base::Job&) {
                return store.read(
                    [&](const store::ReadTx& tx) -> base::Result<std::vector<ListOption>> {
                        return listOptions(tx, filter, viewer);
                    });
            },
            [this, at](const base::Result<std::vector<ListOption>>& options) {
                if (options)
                    takeOptions(m_parts[at], *options);
                else
                    Q_EMIT failed(options.error()); // what was offered before is offered still
            });
    }
}

void FilterBar::takeOptions(Part& part, const std::vector<ListOption>& options)
{
    if (part.choice->view()->isVisible()) {
        m_optionsTimer.start(); // not under the hand that chooses
        return;
    }
    const QVariant before = part.choice->currentData();
    {
        const QSignalBlocker quiet(part.choice);
        part.choice->clear();
        part.choice->addItem(tr("%1: any").arg(m_desk.languages.text(part.filter->label)));
        for (const ListOption& one : options)
            part.choice->addItem(shown(one.title), shown(one.id.hex()));
        part.choice->setCurrentIndex(std::max(0, part.choice->findData(before)));
        fit(part.choice);
    }
    part.isRead = true;
    if (const auto awaited = m_awaited.find(part.filter->id); awaited != m_awaited.end()) {
        const SavedValue value = awaited->second;
        m_awaited.erase(awaited);
        if (!setValue(part, shown(value.value)))
            Q_EMIT gone({ labelled(part.filter->id, value) });
    }
    if (part.choice->currentData() != before)
        Q_EMIT changed(); // what was chosen is not offered any more
}

ListChoice FilterBar::choiceOf(const Part& part) const
{
    const QVariant chosen = part.choice->currentData();
    if (part.filter->kind != Kind::Record && part.filter->kind != Kind::Period)
        return { base::Value(typed(chosen.toString())), {}, {} };
    if (part.filter->kind == Kind::Record) {
        const auto id = base::RecordId::fromHex(typed(chosen.toString()));
        return { id ? base::Value(*id) : base::Value(), {}, {} };
    }
    auto days = std::pair { part.from->date(), part.to->date() };
    if (chosen.toInt() != kOwnPeriod)
        days = daysOf(static_cast<Span>(chosen.toInt()),
            QDate::fromString(shown(m_desk.today()), Qt::ISODate));
    return { {}, typed(days.first.toString(Qt::ISODate)),
        typed(days.second.toString(Qt::ISODate)) };
}

void FilterBar::into(ListRequest& request) const
{
    request.filters.clear();
    request.choices.clear();
    for (const Part& part : m_parts) {
        if (part.button != nullptr && part.button->isChecked())
            request.filters.insert(part.filter->id);
        if (part.choice != nullptr && part.choice->currentIndex() > 0)
            request.choices[part.filter->id] = choiceOf(part);
    }
}

QString FilterBar::inWords() const
{
    QStringList out;
    for (const Part& part : m_parts) {
        const QString label = m_desk.languages.text(part.filter->label);
        if (part.button != nullptr && part.button->isChecked())
            out += label;
        if (part.choice == nullptr || part.choice->currentIndex() <= 0)
            continue;
        const ListChoice choice = choiceOf(part);
        out += choice.from.empty()
            ? tr("%1: %2").arg(label, part.choice->currentText())
            : tr("%1: %2 – %3").arg(label, dateText(choice.from), dateText(choice.to));
    }
    return out.join(QStringLiteral("; "));
}

bool FilterBar::isSet() const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [](const Part& part) {
        return part.button != nullptr ? part.button->isChecked() : part.choice->currentIndex() > 0;
    });
}

QString FilterBar::valueOf(const Part& part) const
{
    if (part.button != nullptr)
        return part.button->isChecked() ? QStringLiteral("on") : QString();
    if (part.choice->currentIndex() <= 0)
        return {};
    const QVariant chosen = part.choice->currentData();
    if (part.filter->kind != Kind::Period)
        return chosen.toString();
    if (chosen.toInt() != kOwnPeriod)
        return spanName(static_cast<Span>(chosen.toInt()));
    return part.from->date().toString(Qt::ISODate) + QLatin1Char('/') + part.to->date().toString(Qt::ISODate);
}

/// False: nobody offers that.
bool FilterBar::setValue(Part& part, const QString& value)
{
    if (part.button != nullptr) {
        const bool isOffered = !m_desk.author.isNull() || !asksForAuthor(*part.filter);
        const QSignalBlocker quiet(part.button);
        part.button->setChecked(isOffered && value == QStringLiteral("on"));
        return isOffered;
    }
    int at = part.choice->findData(value);
    if (part.filter->kind == Kind::Period) {
        const QStringList days = value.split(QLatin1Char('/'));
        const std::optional<Span> span = spanNamed(value);
        at = part.choice->findData(span ? static_cast<int>(*span) : kOwnPeriod);
        if (!span) {
            const QDate from = QDate::fromString(days.front(), Qt::ISODate);
            const QDate to = QDate::fromString(days.back(), Qt::ISODate);
            if (!from.isValid() || !to.isValid())
                at = 0;
            const QSignalBlocker quietFrom(part.from);
            const QSignalBlocker quietTo(part.to);
            part.from->setDate(from);
            part.to->setDate(to);
        }
    }
    const QSignalBlocker quiet(part.choice);
    part.choice->setCurrentIndex(std::max(0, at));
    fit(part.choice);
    if (part.from != nullptr)
        choose(part);
    return at > 0;
}

QString FilterBar::labelled(const std::string& filter, const SavedValue& value) const
{
    for (const ListFilter& one : m_list.filters)
        if (one.id == filter && one.kind != Kind::Switch)
            return tr("%1: %2").arg(m_desk.languages.text(one.label), shown(value.words));
    return shown(value.words);
}

FilterState FilterBar::state() const
{
    FilterState out;
    for (const Part& part : m_parts) {
        const QString value = valueOf(part);
        if (!value.isEmpty())
            out[part.filter->id] = { typed(value),
                typed(part.button != nullptr ? part.button->text() : part.choice->currentText()) };
    }
    return out;
}

void FilterBar::restore(const FilterState& state)
{
    QStringList missing;
    m_awaited.clear();
    FilterState left = state;
    for (Part& part : m_parts) {
        const auto kept = left.find(part.filter->id);
        const SavedValue value = kept == left.end() ? SavedValue {} : kept->second;
        if (kept != left.end())
            left.erase(kept);
        if (!value.value.empty() && !part.isRead)
            m_awaited[part.filter->id] = value;
        else if (!setValue(part, shown(value.value)) && !value.value.empty())
            missing += labelled(part.filter->id, value);
    }
    for (const auto& [filter, value] : left) // the profile has dropped the filter itself
        missing += labelled(filter, value);
    Q_EMIT changed();
    if (!missing.isEmpty())
        Q_EMIT gone(missing);
}

void FilterBar::clear()
{
    m_awaited.clear();
    for (Part& part : m_parts) {
        const QSignalBlocker quietButton(part.button);
        const QSignalBlocker quietChoice(part.choice);
        if (part.button != nullptr)
            part.button->setChecked(false);
        else
            part.choice->setCurrentIndex(0);
        if (part.choice != nullptr)
            fit(part.choice);
        if (part.from != nullptr)
            choose(part);
    }
    Q_EMIT changed();
}

} // namespace patronat::ui

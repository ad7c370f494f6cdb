// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/recordjudge.h"

#include <algorithm>

namespace patronat::ui {

using base::Fields;

namespace {

constexpr int kJudgeAfterMs = 150;

} // namespace

RecordJudge::RecordJudge(
    Desk& desk, const profile::RecordType& type, std::function<Fields()> values)
    : m_desk(desk)
    , m_type(type)
    , m_values(std::move(values))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kJudgeAfterMs);
    connect(&m_pause, &QTimer::timeout, this, &RecordJudge::begin);
}

bool RecordJudge::isVisible(const std::string& field) const
{
    return !m_isJudged || std::binary_search(m_visible.begin(), m_visible.end(), field);
}

RecordJudge::Judgement RecordJudge::judgementOf(const store::Store& store, const std::string& type,
    const Fields& values, const std::string& today)
{
    Judgement out { store.rules().check(type, values, today),
        store.rules().visibleFields(type, values, today) };
    std::sort(out.visible.begin(), out.visible.end());
    return out;
}

void RecordJudge::begin()
{
    const unsigned judgement = ++m_judgement;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, type = m_type.id, values = m_values(), today = m_desk.today()](
            base::Job&) { return judgementOf(store, type, values, today); },
        [this, judgement](Judgement found) {
            if (judgement == m_judgement) // else something was typed since
                take(std::move(found));
        });
}

void RecordJudge::now()
{
    m_pause.stop();
    ++m_judgement;
    take(judgementOf(m_desk.store, m_type.id, m_values(), m_desk.today()));
}

void RecordJudge::take(Judgement judgement)
{
    m_problems = std::move(judgement.problems);
    m_visible = std::move(judgement.visible);
    m_isJudged = true;
    Q_EMIT judged();
}

} // namespace patronat::ui

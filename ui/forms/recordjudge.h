// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rules.h"
#include "ui/common/desk.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace patronat::ui {

/// What breaks and what shows in a form with the values that stand in it now, asked beside the
/// window a moment after they changed. GUI thread.
class RecordJudge final : public QObject
{
    Q_OBJECT
public:
    RecordJudge(Desk& desk, const profile::RecordType& type, std::function<base::Fields()> values);

    void soon() { m_pause.start(); }
    void begin();
    /// At once: before something is asked of all that is filled. A few milliseconds.
    void now();
    /// With the values as they were judged last.
    const std::vector<store::BrokenRule>& problems() const { return m_problems; }
    bool isVisible(const std::string& field) const;

Q_SIGNALS:
    void judged();

private:
    struct Judgement
    {
        std::vector<store::BrokenRule> problems;
        std::vector<std::string> visible;
    };
    static Judgement judgementOf(const store::Store& store, const std::string& type,
        const base::Fields& values, const std::string& today);
    void take(Judgement judgement);

    Desk& m_desk;
    const profile::RecordType& m_type;
    std::function<base::Fields()> m_values;
    std::vector<store::BrokenRule> m_problems;
    std::vector<std::string> m_visible;
    bool m_isJudged = false;
    unsigned m_judgement = 0; ///< only the answer to the last question counts
    QTimer m_pause;
};

} // namespace patronat::ui

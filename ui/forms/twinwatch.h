// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/twins/lookup.h"
#include "ui/forms/formsession.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace patronat::ui {

/// Looks beside the window whether whoever is typed in a form is there already (domain.md BR-04), a
/// moment after the typing, and knows what was answered. No widgets. GUI thread.
class TwinWatch final : public QObject
{
    Q_OBJECT
public:
    explicit TwinWatch(FormSession& session);

    struct Found
    {
        twins::Candidate candidate;
        std::string title;
    };
    /// Those that nobody has called another one yet, surest first.
    const std::vector<Found>& found() const { return m_found; }
    FormSession& session() const { return m_session; }

    /// Something was typed, and what it is like is not known yet.
    bool isLooking() const { return m_pause.isActive() || m_heard != m_asked; }
    /// Runs it when it is known who is like what stands in the form now; at once where nothing is
    /// to be looked for.
    void whenKnown(std::function<void()> then);
    /// Somebody found is likely the same, and nothing was said about it.
    bool asks() const;
    /// A save was stopped for it.
    void stopped() { Q_EMIT asked(); }
    /// It is another one; `words` are kept as the reason, as the button has them.
    void dismiss(base::RecordId record, const QString& words);
    /// The reason why all of them are others; it is kept with the next save.
    void explain(const QString& words);
    /// It was saved, and everything was answered.
    void settle();
    /// Nothing but what tells who it is was typed: taking the record that is there loses nothing.
    bool isOnlyWho() const;

Q_SIGNALS:
    void changed();
    void asked();

private:
    bool isWorth() const;
    void soon();
    void look();
    void take(std::vector<Found> found);
    void keep(const std::vector<const Found*>& about, const QString& words);

    FormSession& m_session;
    bool m_isCompared;
    std::vector<Found> m_found;
    std::set<base::RecordId> m_answered;
    base::Fields m_lookedFor; ///< compared fields as they stood when it was looked last
    bool m_isKnown = false;
    unsigned m_asked = 0; ///< only the answer to the last question counts
    unsigned m_heard = 0; ///< the question answered last
    std::function<void()> m_then;
    QTimer m_pause;
};

} // namespace patronat::ui

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/start/startplan.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace patronat::ui {

/// A backup while it is being made, one at a time. It lives as long as the window: the dialog that
/// began it may be closed, and then it is the window that is told how it ended.
class BackupRun final : public QObject
{
    Q_OBJECT
public:
    explicit BackupRun(Desk& desk, QObject* parent = nullptr);

    /// The place is looked at beside the window too: a stick may answer late.
    void start(const QString& file);
    void stop();
    bool isRunning() const { return m_job != nullptr; }
    const QString& file() const { return m_file; }
    /// Somebody looks at it, and is told its end there.
    void setWatched(bool isWatched);

Q_SIGNALS:
    void progressed(std::uint64_t done, std::uint64_t total);
    /// Nothing was begun: the place is not fit.
    void refused(const patronat::ui::PlaceState& place);
    void ended(const patronat::base::Status& made);
    /// For the foot of the window, when nobody looks at it.
    void told(const QString& words);
    void failed(const patronat::base::Error& error);

private:
    struct Outcome
    {
        std::optional<PlaceState> refusal;
        base::Status made;
    };
    static Outcome make(store::Store& store, const QString& file, base::Job& job);
    void finish(const Outcome& outcome);

    Desk& m_desk;
    QString m_file;
    std::shared_ptr<base::Job> m_job; ///< null: nothing runs
    bool m_isWatched = false;
};

} // namespace patronat::ui

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/writetx.h"
#include "ui/common/desk.h"

#include <QObject>

#include <functional>
#include <string>

namespace patronat::ui {

/// One write of a view at a time, each on what was shown after the one before: whoever presses a
/// key twice builds on his own first press, not beside it. Owned by its view.
class WriteTurn final : public QObject
{
    Q_OBJECT
public:
    WriteTurn(Desk& desk, QObject* parent);

    bool isFree() const { return m_state == State::Free; }
    /// The same when somebody has pressed a key for it. When what was written last could not be
    /// read, that is asked for again: written() comes anew.
    bool mayBegin();
    /// Only while free. `name` is the action's, for undo.
    void write(const std::string& name, std::function<base::Status(store::WriteTx&)> fn);
    /// Something was shown. Frees the turn when it was read after written().
    void shown();
    /// The reading after written() has failed. Nothing is built on what was not read, but the next
    /// key asks for it again.
    void notRead();

Q_SIGNALS:
    /// Succeeded or not: what stands there is to be read anew, and older readings are not to be
    /// shown any more.
    void written();
    void failed(const base::Error& error);

private:
    enum class State
    {
        Free,
        Writing,
        Written,
        Unread
    };
    Desk& m_desk;
    State m_state = State::Free;
};

} // namespace patronat::ui

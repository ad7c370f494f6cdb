// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/writeturn.h"

namespace patronat::ui {

WriteTurn::WriteTurn(Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
{
}

void WriteTurn::write(const std::string& name, std::function<base::Status(store::WriteTx&)> fn)
{
    if (!isFree())
        return;
    if (m_desk.author.isNull() && m_desk.askWho)
        return m_desk.asSomebody(this, [this, name, fn = std::move(fn)] { write(name, fn); });
    m_state = State::Writing;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, fn = std::move(fn), options = store::WriteOptions { m_desk.author, {}, {}, name }](
            base::Job&) {
            return store.write(options, [&](store::WriteTx& tx) { return fn(tx); });
        },
        [this](const base::Status& done) {
            m_state = State::Written;
            if (!done)
                Q_EMIT failed(done.error());
            Q_EMIT written();
        });
}

void WriteTurn::shown()
{
    if (m_state == State::Written)
        m_state = State::Free;
}

} // namespace patronat::ui

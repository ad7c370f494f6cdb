// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/journal/operation.h"
#include "core/journal/replay.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace patronat::tests {

/// The story of one record, told operation by operation by authors with letters for names. Each step names
/// the heads its author was shown. Stamps count up unless a step says otherwise.
class Story {
public:
    using Heads = std::vector<journal::Head>;
    using Names = std::vector<std::string>;

    journal::Head create(char author, base::Fields fields)
    {
        journal::Operation o = next(author, journal::Kind::Write, {});
        o.fields = std::move(fields);
        o.record = base::idCast<base::RecordId>(o.id);
        m_record = o.record;
        return add(std::move(o));
    }
    journal::Head write(char author, Heads base, base::Fields fields, Names settles = {})
    {
        journal::Operation o = next(author, journal::Kind::Write, std::move(base));
        o.fields = std::move(fields);
        o.settles = std::move(settles);
        return add(std::move(o));
    }
    journal::Head sign(char author, Heads base, base::Fields snapshot, Names afterSigning = {})
    {
        journal::Operation o = next(author, journal::Kind::Sign, std::move(base));
        o.fields = std::move(snapshot);
        o.afterSigning = std::move(afterSigning);
        return add(std::move(o));
    }
    journal::Head remove(char author, Heads base, base::Fields fields)
    {
        journal::Operation o = next(author, journal::Kind::Remove, std::move(base));
        o.fields = std::move(fields);
        return add(std::move(o));
    }
    journal::Head dismiss(char author, Heads base, Heads named)
    {
        journal::Operation o = next(author, journal::Kind::Settle, std::move(base));
        std::sort(named.begin(), named.end());
        o.named = std::move(named);
        return add(std::move(o));
    }
    journal::Head step(char author, journal::Kind kind, Heads base)
    {
        return add(next(author, kind, std::move(base)));
    }

    /// The next step has this stamp; later ones go on counting as if it had not.
    Story& at(std::int64_t stamp)
    {
        m_stampOnce = stamp;
        return *this;
    }
    /// An operation as it would be next: to be changed and given to add().
    journal::Operation next(char author, journal::Kind kind, Heads base)
    {
        journal::Operation o;
        const base::Origin origin = static_cast<unsigned char>(author);
        o.id = { origin, ++m_last[origin] };
        o.kind = kind;
        o.stamp = m_stampOnce != 0 ? std::exchange(m_stampOnce, 0) : (m_stamp += 10);
        o.author = { origin, 1 };
        o.type = "measure";
        o.record = m_record;
        std::sort(base.begin(), base.end());
        o.base = std::move(base);
        return o;
    }
    journal::Head add(journal::Operation o)
    {
        journal::seal(o);
        m_operations.push_back(o);
        return o.head();
    }

    const std::vector<journal::Operation>& operations() const { return m_operations; }
    journal::RecordState state() const { return journal::replay(m_operations); }
    journal::RecordState stateWithout(const Heads& missing) const
    {
        std::vector<journal::Operation> held = m_operations;
        std::erase_if(held, [&](const journal::Operation& o) {
            return std::find(missing.begin(), missing.end(), o.head()) != missing.end();
        });
        return journal::replay(held);
    }
    /// True when every one of `rounds` random orders of arrival gives one state.
    bool isOrderless(base::Random& random, int rounds = 8) const
    {
        const journal::RecordState expected = state();
        std::vector<journal::Operation> shuffled = m_operations;
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t i = shuffled.size(); i > 1; --i)
                std::swap(shuffled[i - 1], shuffled[random.below(i)]);
            if (journal::replay(shuffled) != expected)
                return false;
        }
        return true;
    }

private:
    std::vector<journal::Operation> m_operations;
    std::map<base::Origin, std::uint64_t> m_last;
    base::RecordId m_record;
    std::int64_t m_stamp = 1'700'000'000'000;
    std::int64_t m_stampOnce = 0;
};

} // namespace patronat::tests

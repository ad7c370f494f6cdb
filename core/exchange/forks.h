// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <vector>

namespace patronat::exchange {

/// What became of a content that came under a held id.
enum class Meeting {
    Same,
    KnownFork, ///< another content, kept beside before
    KeptBeside, ///< another content, now kept beside
    Replaced, ///< another content with the smaller hash: it is in the graph now, the held one beside
};

/// Two contents under one id (a copied database): the one with the smaller hash is in the graph everywhere, the
/// other is kept in `fork`. Compares and, where needed, exchanges them and rebuilds the records concerned.
/// Writer thread; the operation is held.
Meeting meetHeld(store::Store::Inner& inner, const journal::OperationView& incoming);

/// A content that is kept and not in the graph.
struct Fork {
    base::OperationId id;
    journal::Operation operation;
    bool adopted = false; ///< written anew by a person since
};
std::vector<Fork> forks(const store::ReadTx& read);

} // namespace patronat::exchange

// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/proofs/mergeproof.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>

/// The window's longest frame and longest save while the offices of REGION are merged: patronat_merging REGION PROFILE
/// SCRATCH [CARDS].
int main(int argc, char* argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    if (argc < 4) {
        std::fputs("usage: patronat_merging REGION PROFILE SCRATCH [CARDS]\n", stderr);
        return 2;
    }
    const unsigned cards = argc > 4 ? static_cast<unsigned>(std::atoi(argv[4])) : 10;
    const auto proof = patronat::tests::typeWhileMerging(argv[1], argv[2], argv[3], cards);
    if (!proof) {
        std::fputs((describe(proof.error()) + "\n").c_str(), stderr);
        return 1;
    }
    const bool isRight = proof->lost.isEmpty() && proof->digest == proof->expected && proof->refused == 0;
    std::printf("typing while %zu offices are merged: merge %lld ms, %u letters, %u cards saved meanwhile\n"
                "  longest frame %lld ms, longest save %lld ms; cards lost %lld, digests %s\n",
        proof->taken, static_cast<long long>(proof->mergeMs), proof->letters, proof->savesMeanwhile,
        static_cast<long long>(proof->longestFrameMs), static_cast<long long>(proof->longestSaveMs),
        static_cast<long long>(proof->lost.size()), proof->digest == proof->expected ? "equal" : "DIFFER");
    return isRight ? 0 : 1;
}

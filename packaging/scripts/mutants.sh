#!/bin/bash
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the simulator once for each patch of tests/core/exchange/simulator/mutants, in a copy of the tree, and
# runs seeds until one fails. A mutant that survives the seeds is a property that nobody checks: exit 1.
# mutants.sh [--seeds FROM..TO] [NAME...]
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
seeds=1..2000
if [ "${1:-}" = --seeds ]; then
    seeds=$2
    shift 2
fi
names=("$@")
if [ ${#names[@]} -eq 0 ]; then
    for patch in tests/core/exchange/simulator/mutants/*.patch; do
        names+=("$(basename "$patch" .patch)")
    done
fi

copy=$(mktemp -d "${TMPDIR:-/tmp}/patronat-mutants-XXXXXX")
trap 'rm -rf "$copy"' EXIT
tar -C "$root" --exclude=./build --exclude=./.git -cf - . | tar -C "$copy" -xf -
launcher=()
if command -v ccache >/dev/null; then
    export CCACHE_BASEDIR=$copy CCACHE_NOHASHDIR=1
    launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
cd "$copy"
cmake --preset dev "${launcher[@]}" >configure.log 2>&1 || { cat configure.log; exit 1; }

survived=0
for name in "${names[@]}"; do
    patch=$root/tests/core/exchange/simulator/mutants/$name.patch
    patch -p1 --silent <"$patch"
    ninja -C build/dev -j"${JOBS:-2}" patronat_simulate >build.log 2>&1 || { cat build.log; exit 1; }
    build/dev/tests/core/exchange/simulator/patronat_simulate --seeds "$seeds" --no-shrink --mutant "$name" || survived=1
    patch -p1 --silent --reverse <"$patch"
done
exit $survived

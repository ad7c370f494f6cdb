#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Formats the C++ files that differ from BASE (default: the last commit), new ones too. With --check it changes nothing
# and fails when a file would change; with --all it takes every file. Written for clang-format 14, which
# .clang-format was tried with; another version is said and used.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

mode=-i
all=0
base=HEAD
for argument in "$@"; do
    case $argument in
        --check) mode="--dry-run -Werror" ;;
        --all) all=1 ;;
        -*) printf 'usage: format.sh [--check] [--all] [BASE]\n' >&2; exit 2 ;;
        *) base=$argument ;;
    esac
done

formatter=$(command -v clang-format-14 || command -v clang-format) || {
    printf 'format.sh: clang-format is missing\n' >&2
    exit 1
}
case $("$formatter" --version) in
    *"version 14."*) ;;
    *) printf 'format.sh: not clang-format 14: %s\n' "$("$formatter" --version)" >&2 ;;
esac

if [ "$all" = 1 ]; then
    list() { git ls-files -z --cached --others --exclude-standard -- '*.h' '*.cpp'; }
else
    list() {
        git diff -z --name-only --diff-filter=d "$base" -- '*.h' '*.cpp'
        git ls-files -z --others --exclude-standard -- '*.h' '*.cpp'
    }
fi
# shellcheck disable=SC2086 # the mode is meant to fall into words
list | xargs -0 -r -n 40 "$formatter" $mode --style=file

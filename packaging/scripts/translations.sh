#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings translations/*.ts in line with the texts of the program: new ones come in unfinished, those that are gone go. With
# --check it changes nothing and fails when a text of the window is missing or has no translation.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
lupdate=$(command -v lupdate-qt6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate) || {
    printf 'translations.sh: lupdate is missing (qt6-l10n-tools)\n' >&2
    exit 1
}
folder=translations
if [ "${1:-}" = --check ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cp translations/*.ts "$folder"
fi
"$lupdate" -silent -locations none -no-obsolete -I . ui app/desktop -ts "$folder/patronat_ru.ts" 2>/dev/null
"$lupdate" -silent -locations none -no-obsolete -pluralonly -I . ui app/desktop -ts "$folder/patronat_en.ts" 2>/dev/null
if grep -n 'type="unfinished"' "$folder"/*.ts; then
    printf 'translations.sh: the texts above wait for a translation\n' >&2
    [ "${1:-}" != --check ] || exit 1
fi
if [ "${1:-}" = --check ] && ! diff -q -r "$folder" translations --exclude=glossary.md >/dev/null; then
    printf 'translations.sh: the texts of the program have changed; run it without --check\n' >&2
    exit 1
fi

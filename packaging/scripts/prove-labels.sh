#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# prove-labels.sh PROGRAM TOOL: a family and its programme entered in the real program through AT-SPI by labels alone
# (tests/ui/proofs/atspi.py), under Xvfb and a session bus of its own.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$(realpath "${1:?usage: prove-labels.sh PROGRAM TOOL}")
tool=$(realpath "${2:?usage: prove-labels.sh PROGRAM TOOL}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home XDG_CACHE_HOME=$home XDG_RUNTIME_DIR=$home
chmod 700 "$home"
database=$home/office.db
"$tool" init --db "$database" --profile ru-ta --office 16-01 --name "Отделение (учебные данные)" --kind office >/dev/null
organisation=$("$tool" list organisation --db "$database" --limit 1 --json |
    perl -MJSON::PP -e 'local $/; print JSON::PP->new->utf8->decode(scalar <STDIN>)->[0]{id}')
printf '{"surname": "Ахметова", "firstName": "Лилия", "organisation": "%s", "post": "специалист", "role": "DISTRICT"}' "$organisation" |
    "$tool" put staff --db "$database" >/dev/null
printf '[General]\nlanguage=ru\n' >"$home/start.ini"
mkdir -p "$home/Patronat"
cp "$home/start.ini" "$home/Patronat/Patronat.conf"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY
# On a busy machine the display is not there yet when xvfb-run believes so; and without -noreset it
# starts anew, refusing whoever comes then, when the last one that looked has gone.
# shellcheck disable=SC2016 # the inner shell counts and waits
xvfb-run -a -s "-screen 0 1366x768x24 -noreset" bash -c '
    for ((try = 0; try < 150; ++try)); do
        ! xdotool getdisplaygeometry >/dev/null 2>&1 || exec "$@"
        sleep 0.2
    done
    printf "prove-labels.sh: the virtual display did not start\n" >&2
    exit 1' labels dbus-run-session -- \
    /usr/bin/python3 "$root/tests/ui/proofs/atspi.py" "$program" "$tool" "$database"

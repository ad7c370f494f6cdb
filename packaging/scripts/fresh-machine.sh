#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Shows that a newcomer's machine is enough: makes a minimal Debian 12 (bash, git, ca-certificates) in a
# temporary folder, clones the last commit into it and runs a command there (default: ./dev test). Needs root
# and debootstrap; leaves nothing behind.
set -euo pipefail
export LC_ALL=C.UTF-8

usage() {
    cat >&2 <<'TEXT'
usage: fresh-machine.sh [--base DIR] [--save DIR] [--user] [COMMAND…]
  --base DIR   start from this installed system instead of making one (it is copied, not changed)
  --save DIR   copy what the command left in build/demo-run there
  --user       run as somebody who is neither root nor may use sudo
TEXT
    exit 2
}

base=
save=
user=()
while [ $# -gt 0 ]; do
    case $1 in
        --base) base=${2:?}; shift 2 ;;
        --save) save=${2:?}; shift 2 ;;
        --user) user=(--userspec=1000:1000); shift ;;
        -*) usage ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || set -- ./dev test
if [ "$(id -u)" -ne 0 ]; then
    printf 'fresh-machine.sh: needs root\n' >&2
    exit 1
fi

source_tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/patronat-fresh.XXXXXX")
system=$work/system

clean_up() {
    if mountpoint -q "$system/proc"; then
        umount "$system/proc" || umount --lazy "$system/proc"
    fi
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

if [ -n "$base" ]; then
    cp -a --reflink=auto "$base" "$system"
else
    command -v debootstrap >/dev/null || {
        printf 'fresh-machine.sh: debootstrap is missing\n' >&2
        exit 1
    }
    debootstrap --variant=minbase --include=bash,git,ca-certificates bookworm "$system"
fi

# The same mirror and suites as the machine it runs on.
: >"$system/etc/apt/sources.list"
for list in /etc/apt/sources.list /etc/apt/sources.list.d/debian.list /etc/apt/sources.list.d/debian.sources; do
    [ ! -s "$list" ] || cp "$list" "$system$list"
done
[ ! -e /etc/resolv.conf ] || cp -L /etc/resolv.conf "$system/etc/resolv.conf"
mount -t proc proc "$system/proc"

mkdir -p "$system/home/newcomer"
git clone --quiet --no-hardlinks "$source_tree" "$system/home/newcomer/patronat"
chown -R 1000:1000 "$system/home/newcomer"
owner=1000:1000
if [ ${#user[@]} -eq 0 ]; then
    owner=0:0
    chown -R "$owner" "$system/home/newcomer"
fi

started=$SECONDS
result=0
# LANG=C on purpose: a fresh machine has no other.
chroot "${user[@]}" "$system" env -i HOME=/home/newcomer PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C \
    TERM="${TERM:-dumb}" ${PATRONAT_JOBS:+PATRONAT_JOBS=$PATRONAT_JOBS} \
    bash -c 'cd "$HOME/patronat" && "$@"' newcomer "$@" </dev/null || result=$?
printf 'fresh-machine.sh: "%s" ended with %d after %d s\n' "$*" "$result" "$((SECONDS - started))"

if [ -n "$save" ] && [ -d "$system/home/newcomer/patronat/build/demo-run" ]; then
    mkdir -p "$save"
    cp -a "$system/home/newcomer/patronat/build/demo-run/." "$save/"
fi
exit "$result"

#!/bin/sh
# Shows that the atlas needs no network: a wheelhouse is gathered, then a clone in a network namespace that has only
# the loopback installs from it and serves the map, which Chromium draws. Needs Linux and `unshare` (util-linux).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone --quiet "$root" "$work/clone"
make -C "$root" --no-print-directory wheelhouse WHEELHOUSE="$work/wheelhouse"
unshare --net --map-root-user sh -eu <<END
ip link set lo up
cd "$root"
.venv/bin/python -m scripts.offline_check "$work/clone" "$work/wheelhouse"
END

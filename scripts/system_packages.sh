#!/bin/sh
# Sees that Chromium, a Japanese font, PostgreSQL with PostGIS and the programs of its arguments are there; installs them
# where it may, else says what to install.
set -u

missing=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || missing="chromium"
# Chromium without its windows takes a fifth less of the processor; where there is none, the tests take Chromium itself.
light=""
[ "$(id -u)" != 0 ] || command -v chromium-headless-shell >/dev/null 2>&1 || light="chromium-headless-shell"
command -v fc-list >/dev/null 2>&1 || missing="$missing fontconfig"
{ command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ja family)" ]; } || missing="$missing fonts-noto-cjk"
for program in "$@"; do
    PATH="$PATH:/usr/sbin" command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
# Debian names the extension's package after the server's version.
ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 || missing="$missing postgresql-postgis"

if [ -n "$missing$light" ] && command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then sudo="env"; else sudo="sudo -n"; fi
    echo "Installing: $missing $light"
    install() { $sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; }
    $sudo apt-get update -qq
    [ -z "$light" ] || install "$light" || true
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install $missing && exit 0
fi
[ -z "$missing" ] && exit 0
echo "The tests need these system packages, which could not be installed from here:$missing" >&2
echo "On Debian or Ubuntu: sudo apt-get install$missing" >&2
exit 1

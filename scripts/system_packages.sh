#!/bin/sh
# Sees that Chromium, a Japanese font, PostgreSQL with PostGIS and the programs of its arguments are there; installs them
# where it may, else says what to install.
set -u

missing=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || missing="chromium"
command -v fc-list >/dev/null 2>&1 || missing="$missing fontconfig"
{ command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ja family)" ]; } || missing="$missing fonts-noto-cjk"
for program in "$@"; do
    PATH="$PATH:/usr/sbin" command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
# Debian names the extension's package after the server's version.
ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 || missing="$missing postgresql-postgis"
[ -z "$missing" ] && exit 0

if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then sudo=""; else sudo="sudo -n"; fi
    echo "Installing:$missing"
    # shellcheck disable=SC2086
    $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing && exit 0
fi
echo "The tests need these system packages, which could not be installed from here:$missing" >&2
echo "On Debian or Ubuntu: sudo apt-get install$missing" >&2
exit 1

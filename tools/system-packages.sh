#!/bin/sh
# Install what the tests need beyond Python, on Debian and Ubuntu, where it can be done without a password.
# Elsewhere name what is missing and go on: the tests that need it fail with the same words.
set -eu
packages="libreoffice-writer-nogui poppler-utils fonts-liberation2 fonts-noto-cjk"
here=$(dirname "$0")

missing=""
for package in $packages; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Installing for the tests:$missing"
# shellcheck disable=SC2086  # a list of words on purpose
sh "$here/apt.sh" $missing || {
    echo "Could not install without a password. Missing:$missing" >&2
    echo "On Debian or Ubuntu: apt-get install$missing" >&2
}

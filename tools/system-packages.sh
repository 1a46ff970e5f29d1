#!/bin/sh
# Install what the tests need beyond Python, on Debian and Ubuntu, where it can be done without a password.
# Elsewhere name what is missing and go on: the tests that need it fail with the same words.
set -eu
here=$(dirname "$0")

has_writer() {
    # Writer has no program of its own, so its package is asked for; an office that is no package counts as whole.
    for package in libreoffice-writer-nogui libreoffice-writer; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" != installed ] || return 0
    done
    office=$(command -v soffice) && ! dpkg-query -S "$office" >/dev/null 2>&1
}

has_face() { # FAMILY CODE-POINT: what counts is the letter, whichever package brings the face
    [ -n "$(fc-list ":family=$1:charset=$2" family 2>/dev/null)" ]
}

has_postgresql() { # initdb stands beside the server, outside of PATH
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

# Names joined by a comma: the first one that the release knows. fonts-liberation2 became fonts-liberation in
# Debian 13 and Ubuntu 24.04; before that, fonts-liberation was version 1, without the Vietnamese letters.
missing=""
has_writer || missing="$missing libreoffice-writer-nogui,libreoffice-writer"
command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v fc-match >/dev/null 2>&1 || missing="$missing fontconfig"
has_face "Liberation Serif" 1ea1 || missing="$missing fonts-liberation2,fonts-liberation"
has_postgresql || missing="$missing postgresql"
command -v curl >/dev/null 2>&1 || missing="$missing curl"
command -v jq >/dev/null 2>&1 || missing="$missing jq"
has_face "Noto Serif CJK SC" 8d8a || missing="$missing fonts-noto-cjk"
[ -n "$missing" ] || exit 0

# shellcheck disable=SC2086  # a list of words on purpose
sh "$here/apt.sh" $missing || {
    echo "Could not install what the tests of finished documents and of PostgreSQL need. On Debian or Ubuntu, as root:"
    echo "    apt-get install$(echo "$missing" | sed 's/,[^ ]*//g')"
} >&2

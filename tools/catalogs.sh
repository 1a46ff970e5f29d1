#!/bin/sh
# Bring service/locale/{vi,zh} up to what the program says now; new texts come without a translation, and the
# tests name them. Usage: catalogs.sh PYBABEL
set -eu
pot=$(mktemp)
trap 'rm -f "$pot"' EXIT
"$1" -q extract --mapping-file pyproject.toml --keywords message --keywords t \
    --no-location --sort-output --omit-header --output-file "$pot" service
for language in vi zh; do
    "$1" -q update --input-file "$pot" --output-dir service/locale --domain bienban --locale "$language" \
        --no-fuzzy-matching --ignore-obsolete --omit-header --width 110
done

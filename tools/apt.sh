#!/bin/sh
# Install Debian packages where that is allowed without a password; exit 1 where it is not.
# Usage: apt.sh PACKAGE...
set -eu
command -v apt-get >/dev/null 2>&1 || exit 1
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
# An image without package lists knows no package: fetch them once, only when something is to be installed.
$as_root apt-get update -qq >/dev/null
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null

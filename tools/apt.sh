#!/bin/sh
# Install Debian packages where that is allowed without a password; exit 1 where it is not.
# Usage: apt.sh NAME[,NAME]...    of names joined by a comma, the first one that this release knows is installed
set -eu
command -v apt-get >/dev/null 2>&1 || exit 1
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    exit 1
fi

apt() {
    # No terminal and no questions, and no waiting without end for a mirror or for another apt.
    # shellcheck disable=SC2086  # two words or none, on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -qq \
        -o Acquire::Retries=2 -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 \
        -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
        "$@" </dev/null
}

known() {
    # A simulated install also knows names that others provide, and leaves out those that are named but cannot be had.
    apt-get -qq --simulate --no-install-recommends install "$1" >/dev/null 2>&1
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT

# One broken source of a third party must not stop the others: the installation itself says what it cannot find.
apt update >"$log" 2>&1 || true

chosen=""
for choice in "$@"; do
    rest=$choice,
    name=""
    while [ -n "$rest" ]; do
        name=${rest%%,*}
        rest=${rest#*,}
        known "$name" && break
    done
    chosen="$chosen $name"
done

echo "Installing:$chosen"
# --no-remove: never take a package of this machine away, for example a desktop LibreOffice.
# shellcheck disable=SC2086  # a list of words on purpose
apt install -y --no-install-recommends --no-remove $chosen >"$log" 2>&1 || {
    tail -n 5 "$log" >&2
    exit 1
}

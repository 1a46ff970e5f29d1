#!/bin/sh
# Try the two commands on a fresh Debian: a minimal system in a folder, with python3 and make and nothing else.
# Needs root and the package debootstrap. What is committed in CHECKOUT is tried, as user FRESH_USER (default root).
# Usage: fresh-machine.sh CHECKOUT ROOT [TARGET...]
#   ROOT      folder of the system; made when absent, and kept, with all that a run installed in it
#   TARGET    make's targets; default: draft test (`run` serves until it is ended)
#   FRESH_SUITE=trixie    another release of Debian for a new ROOT; default bookworm
#   FRESH_USER=someone    run as a user of that name, who is made, and who may not become root
# The proxy, pip's index and the certificates of this machine are handed on as environment variables only.
set -eu
checkout=$1
root=$2
shift 2
[ $# -gt 0 ] || set -- draft test
user=${FRESH_USER:-root}

[ -e "$root/etc/debian_version" ] ||
    debootstrap --variant=minbase --include=python3,make "${FRESH_SUITE:-bookworm}" "$root"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"

certificates=${PIP_CERT:-${SSL_CERT_FILE:-}}
if [ -n "$certificates" ]; then
    cp -L "$certificates" "$root/etc/certificates-of-the-host.pem"
    certificates=/etc/certificates-of-the-host.pem
fi

[ "$user" = root ] || chroot "$root" id "$user" >/dev/null 2>&1 || chroot "$root" useradd --create-home "$user"
folder=/srv/bienban-$user
rm -rf "${root:?}$folder"
mkdir -p "$root$folder"
git -C "$checkout" archive HEAD | tar -x -C "$root$folder"
chroot "$root" chown -R "$user:" "$folder"

home=$(chroot "$root" sh -c "echo ~$user")

# The mounts live in a namespace of their own and vanish with it.
export root folder user home certificates
# shellcheck disable=SC2016  # the inner shell expands them
exec unshare --mount --pid --fork --kill-child sh -c '
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    exec chroot "$root" setpriv --reuid "$user" --regid "$user" --init-groups \
        env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="$home" LANG=C.UTF-8 \
        ${certificates:+SSL_CERT_FILE="$certificates" PIP_CERT="$certificates"} \
        ${PIP_INDEX_URL:+PIP_INDEX_URL="$PIP_INDEX_URL"} \
        ${PIP_DEFAULT_TIMEOUT:+PIP_DEFAULT_TIMEOUT="$PIP_DEFAULT_TIMEOUT"} \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        make -C "$folder" "$@"
' fresh-machine "$@"

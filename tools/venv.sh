#!/bin/sh
# Make the virtual environment, on a fresh Debian or Ubuntu too, where python3 comes without its venv module,
# and on Ubuntu 22.04, where python3 is 3.10 and a newer Python stands beside it.
# Usage: venv.sh PYTHON FOLDER
set -eu
here=$(dirname "$0")
asked=$1
folder=$2

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in "$asked" python3.14 python3.13 python3.12 python3.11; do
        if is_new_enough "$name"; then
            echo "$name"
            return 0
        fi
    done
    return 1
}

python=$(find_python) || {
    sh "$here/apt.sh" python3.13-venv,python3.12-venv,python3.11-venv || true
    python=$(find_python)
} || {
    echo "Bienban needs Python 3.11 or newer as '$asked'. Name another: make run PYTHON=python3.12"
    echo "On Debian: apt-get install python3-venv   On Ubuntu 22.04: apt-get install python3.11-venv"
    exit 1
} >&2
[ "$python" = "$asked" ] || echo "'$asked' is older than 3.11 or absent: using $python"

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    sh "$here/apt.sh" "python$version-venv,python3-venv" || {
        echo "Python's venv module is missing. As root: apt-get install python$version-venv   Then call make again." >&2
        exit 1
    }
fi
"$python" -m venv --clear "$folder"

#!/bin/sh
# Make the virtual environment, on a fresh Debian or Ubuntu too, where python3 comes without its venv module.
# Usage: venv.sh PYTHON FOLDER
set -eu
python=$1
folder=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Bienban needs Python 3.11 or newer as '$python'. Install it, or name another: make run PYTHON=python3.12" >&2
    exit 1
}
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    sh "$(dirname "$0")/apt.sh" "python$version-venv" || {
        echo "Python's venv module is missing. Install it, then call make again: apt-get install python$version-venv" >&2
        exit 1
    }
fi
"$python" -m venv --clear "$folder"

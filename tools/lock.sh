#!/bin/sh
# Write requirements/run.txt (what `make run` installs) and requirements/dev.txt (that and the tools of
# `make test`) and requirements/client.txt (a generator of clients), pinned by hash, for every Python the project
# supports. Usage: lock.sh UV
set -eu
compile() {
    # shellcheck disable=SC2086  # $3 is a list of options
    "$1" pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links "$2" $3 --output-file "$4"
}
compile "$1" pyproject.toml "--group build" requirements/run.txt
"$1" pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate \
    --no-emit-index-url --no-emit-find-links --group client --output-file requirements/client.txt
compile "$1" pyproject.toml "--group build --group dev --constraint requirements/run.txt" requirements/dev.txt

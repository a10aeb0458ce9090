#!/bin/sh
# Make the virtual environment "$1" with a Python >= 3.11, or say what is missing.
# PYTHON names the interpreter to take; without it the first that is new enough is taken.
set -eu
venv=$1

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if new_enough "$name"; then
            echo "$name"
            return
        fi
    done
}

say() {
    printf '%s\n' "$@" >&2
}

# An environment whose interpreter was removed or upgraded away is made anew.
if new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

python=$(find_python)
if [ -z "$python" ]; then
    say "Python 3.11 or later is needed, and none was found (python3 is: $(python3 --version 2>&1 || true))." \
        "  Debian 12, Ubuntu 24.04 and later:  apt install python3 python3-venv" \
        "  Ubuntu 22.04:                       apt install python3.11 python3.11-venv" \
        "  macOS:                              brew install python" \
        "Another place: make PYTHON=/path/to/python3.12 …"
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    say "$python cannot make virtual environments: its modules venv and ensurepip are packaged apart." \
        "  apt install python$version-venv"
    exit 1
fi
rm -rf "$venv"
"$python" -m venv "$venv"

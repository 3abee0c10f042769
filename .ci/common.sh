# What .ci/run and .ci/long share; sourced from the root of the checkout.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
unset PYTHONDONTWRITEBYTECODE # an image may set it, and then every process the tests start compiles all modules again

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

say() { echo "[$SECONDS s] $*"; }

# The README's own test command, word for word.
test_command="$(grep -m 1 '^python -m pip install -e "\.\[test\]" && ' README.md)"

system_libraries() { # a virtual display, and what Qt and OpenCV load
    apt-get update -qq
    apt-get install -y -qq xvfb xauth x11-xserver-utils xdotool openbox desktop-file-utils libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 fonts-dejavu-core fonts-noto-cjk \
        libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 \
        libxkbcommon-x11-0 libx11-xcb1 > /dev/null
}

newest_python() { # pyenv's newest released interpreter where it is newer than python3, else nothing
    python3 - "$(pyenv root 2> /dev/null || echo "${PYENV_ROOT:-$HOME/.pyenv}")" << 'PY'
import re, sys
from pathlib import Path

folders = [folder for folder in Path(sys.argv[1], "versions").glob("3.*") if re.fullmatch(r"3\.\d+\.\d+", folder.name)]
newest = max(folders, key=lambda folder: [int(part) for part in folder.name.split(".")], default=None)
if newest is not None and [int(part) for part in newest.name.split(".")[:2]] > list(sys.version_info[:2]):
    print(newest / "bin" / "python")
PY
}

environment() { # NAME PYTHON REQUIREMENT ...: a fresh virtual environment in $work/NAME
    local name="$1" python="$2"
    shift 2
    "$python" -m venv "$work/$name"
    # compiled is what is imported, when it is: all of Qt, OpenCV and the linters would take half a minute before the first test
    "$work/$name/bin/python" -m pip install -q --no-compile "$@"
}

on_a_real_x_server() { # PYTHON
    RPN_INSPECTOR_XCB=1 xvfb-run -a "$1" -m pytest -m xcb -q -p no:cacheprovider tests/e2e
}

background() { # NAME COMMAND ...: what it prints is kept for `finish`
    local name="$1"
    shift
    ("$@") > "$work/$name.txt" 2>&1 &
    echo $! > "$work/$name.pid"
}

finish() { # NAME: wait for it, print what it printed, and fail as it failed
    local status=0
    wait "$(cat "$work/$1.pid")" || status=$?
    cat "$work/$1.txt"
    say "$1 ended with $status"
    return "$status"
}

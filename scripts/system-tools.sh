#!/bin/sh
# What the tests need besides Python packages: Chromium, a Java runtime (for the Nu Html Checker),
# Node.js >= 18 with npm, and fonts for Arabic and Japanese. "$1" is the tests' interpreter.
# Whatever is there already is kept. On Debian and Ubuntu the rest is installed where that needs no
# password; elsewhere the script says what to install, and fails.
set -eu
python=$1
wanted=""

want() {
    wanted="$wanted $*"
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# On macOS /usr/bin/java exists without a Java behind it: it has to answer.
has_java() {
    java -version >/dev/null 2>&1
}

has_node() {
    has npm && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null
}

has_chromium() {
    "$python" -m tests.support.browser >/dev/null 2>&1
}

has_fonts() {
    [ "$(uname)" = Darwin ] || { has fc-list && [ -n "$(fc-list :lang=ar)" ] && [ -n "$(fc-list :lang=ja)" ]; }
}

# Ubuntu's package `chromium` is an empty door to a snap, which does not run everywhere.
has_chromium_package() {
    [ ! -r /etc/os-release ] || [ "$(. /etc/os-release && echo "$ID")" != ubuntu ]
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

can_apt() {
    has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }
}

install_with_apt() {
    has_java || want default-jre-headless
    has node || want nodejs
    has npm || want npm
    has_fonts || want fontconfig fonts-noto-core fonts-noto-cjk
    has_chromium || ! has_chromium_package || want chromium
    if [ -n "$wanted" ]; then
        echo "Installing$wanted"
        as_root apt-get update -qq
        # shellcheck disable=SC2086
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
    fi
}

# Where no package has it, Playwright has a build of its own, and knows the libraries that it needs.
install_playwright_chromium() {
    ! can_apt || as_root "$python" -m playwright install-deps chromium
    "$python" -m playwright install chromium
}

missing=0
need() {
    if ! "has_$1"; then
        missing=1
        printf 'Missing: %s\n' "$2" >&2
    fi
}

! can_apt || install_with_apt
has_chromium || has_chromium_package || install_playwright_chromium || true

need chromium "Chromium. Debian: apt install chromium · macOS: brew install --cask chromium, or Google Chrome · or $python -m playwright install --with-deps chromium"
need java "a Java runtime. Debian, Ubuntu: apt install default-jre-headless · macOS: brew install openjdk"
need node "Node.js 18 or later with npm. Debian 12, Ubuntu 24.04: apt install nodejs npm · macOS: brew install node"
need fonts "fonts for Arabic and Japanese. Debian, Ubuntu: apt install fontconfig fonts-noto-core fonts-noto-cjk"
exit $missing

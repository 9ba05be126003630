#!/usr/bin/env bash
# Installs what building and testing Unknot needs, and nothing twice.
#
#   scripts/install-tools.sh build      wasm target, sources of std, Trunk, wasm-bindgen, wasm-opt, esbuild
#   scripts/install-tools.sh browsers   Chromium, Firefox, WebKitGTK and their drivers
#   scripts/install-tools.sh checks     the npm tools that the tests use (under tests/), and readers of calendar files
#   scripts/install-tools.sh benches    the npm tools that the benchmarks use (under benches/)
#
# Rust tools go to cargo's bin folder, wasm-opt and esbuild to ~/.local/bin (the Makefile puts both on
# PATH), Python packages to ~/.local/lib/unknot-python, browsers come from apt. A second run only looks.
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK_VERSION=0.22.1
GECKODRIVER_VERSION=0.37.1
BINARYEN_VERSION=132.0.0
ESBUILD_VERSION=0.28.2
ICALENDAR_VERSION=6.3.2
RECURRING_VERSION=3.8.2
PREFIX="${UNKNOT_TOOLS:-$HOME/.local}"
export PATH="$PREFIX/bin:$HOME/.cargo/bin:$PATH"

say() { printf '\033[1m[tools]\033[0m %s\n' "$*"; }
die() { printf '[tools] %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# These run for seconds a day: building them quickly is worth more than running them quickly.
cargo_tool() {
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_STRIP=true \
    cargo install --quiet "$@"
}

locked_version() {
  awk -v name="$1" '$1 == "name" { found = ($3 == "\"" name "\"") } found && $1 == "version" { gsub("\"", "", $3); print $3; exit }' Cargo.lock
}

install_build() {
  have rustup || die "rustup is missing: install it from https://rustup.rs, then run this again."
  have cargo || die "cargo is missing: run 'rustup default stable', then run this again."
  have npm || die "Node.js with npm is missing: install Node 20 or later, then run this again."

  if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say "adding the Rust target wasm32-unknown-unknown"
    rustup target add wasm32-unknown-unknown
  fi
  for component in rustfmt clippy rust-src; do
    rustup component list --installed | grep -q "^$component" || rustup component add "$component"
  done
  if ! have trunk || [ "$(trunk --version)" != "trunk $TRUNK_VERSION" ]; then
    say "installing Trunk $TRUNK_VERSION (several minutes, once)"
    # Trunk declares a newer rustc than it needs; update checks are of no use here.
    cargo_tool "trunk@$TRUNK_VERSION" --locked --ignore-rust-version --force --no-default-features --features rustls
  fi
  local bindgen
  bindgen="$(locked_version wasm-bindgen)"
  [ -n "$bindgen" ] || die "Cargo.lock names no wasm-bindgen version"
  if ! have wasm-bindgen || [ "$(wasm-bindgen --version)" != "wasm-bindgen $bindgen" ]; then
    say "installing wasm-bindgen $bindgen, the version in Cargo.lock (a few minutes, once)"
    # Not --locked: its lock file names a crate version that registries no longer serve.
    cargo_tool "wasm-bindgen-cli@$bindgen" --force
  fi
  # Debian's own binaryen is too old: its output does not start. Only npm's will do.
  if [ ! -x "$PREFIX/bin/wasm-opt" ] || ! "$PREFIX/bin/wasm-opt" --version | grep -q "version ${BINARYEN_VERSION%%.*}\b"; then
    say "installing wasm-opt (binaryen $BINARYEN_VERSION) into $PREFIX"
    mkdir -p "$PREFIX"
    npm install --global --silent --no-fund --no-audit --prefix "$PREFIX" "binaryen@$BINARYEN_VERSION"
  fi
  if [ ! -x "$PREFIX/bin/esbuild" ] || [ "$("$PREFIX/bin/esbuild" --version)" != "$ESBUILD_VERSION" ]; then
    say "installing esbuild $ESBUILD_VERSION into $PREFIX"
    npm install --global --silent --no-fund --no-audit --prefix "$PREFIX" "esbuild@$ESBUILD_VERSION"
  fi
}

APT_PACKAGES=(chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-dejavu-core)

install_browsers() {
  local missing=()
  if ! have apt-get; then
    have chromedriver && have geckodriver && have WebKitWebDriver && have Xvfb && return 0
    die "no apt-get on this system. Install by hand, and put on PATH: Chromium with chromedriver, Firefox with geckodriver, WebKitGTK's WebKitWebDriver with MiniBrowser, and Xvfb. Then run this again."
  fi
  for package in "${APT_PACKAGES[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    local sudo=()
    [ "$(id -u)" -eq 0 ] || sudo=(sudo)
    say "installing ${missing[*]} (apt)"
    "${sudo[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
  # Not piped: geckodriver panics when nobody reads to its end.
  if ! have geckodriver || [[ "$(geckodriver --version)" != "geckodriver $GECKODRIVER_VERSION "* ]]; then
    say "installing geckodriver $GECKODRIVER_VERSION (a few minutes, once)"
    cargo_tool "geckodriver@$GECKODRIVER_VERSION" --force
  fi
}

install_checks() {
  [ -f tests/package-lock.json ] || return 0
  if [ ! -f tests/node_modules/.package-lock.json ] || [ tests/package-lock.json -nt tests/node_modules/.package-lock.json ]; then
    say "installing the npm tools of tests/package-lock.json"
    npm ci --prefix tests --silent --no-fund --no-audit
    touch tests/node_modules/.package-lock.json
  fi
  # In a folder of their own: Debian's Python takes nothing into its own.
  local python="$PREFIX/lib/unknot-python"
  if [ ! -d "$python/icalendar-$ICALENDAR_VERSION.dist-info" ] || [ ! -d "$python/recurring_ical_events-$RECURRING_VERSION.dist-info" ]; then
    say "installing the Python readers of calendar files into $python"
    if ! have python3 || ! python3 -m pip --version >/dev/null 2>&1; then
      have apt-get || die "Python 3 with pip is missing: install both, then run this again."
      local sudo=()
      [ "$(id -u)" -eq 0 ] || sudo=(sudo)
      "${sudo[@]}" apt-get update -qq
      DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends python3 python3-pip >/dev/null
    fi
    rm -rf "$python"
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$python" \
      "icalendar==$ICALENDAR_VERSION" "recurring-ical-events==$RECURRING_VERSION"
  fi
}

install_benches() {
  if [ ! -f benches/node_modules/.package-lock.json ] || [ benches/package-lock.json -nt benches/node_modules/.package-lock.json ]; then
    say "installing the npm tools of benches/package-lock.json"
    PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix benches --silent --no-fund --no-audit
    touch benches/node_modules/.package-lock.json
  fi
}

[ $# -gt 0 ] || set -- build browsers checks
for part in "$@"; do
  case "$part" in
    build) install_build ;;
    browsers) install_browsers ;;
    checks) install_checks ;;
    benches) install_benches ;;
    *) die "unknown part '$part': build, browsers, checks or benches" ;;
  esac
done

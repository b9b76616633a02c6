# Set-up: each need_* function makes one thing available, by reusing what is there or by installing it.
# Sourced by ./dev, which defines the pins. Tools go into $CACHE, never into the system, except Debian packages.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

# install_step LABEL COMMAND...: one line on screen, the output into a log that is shown only if the command fails.
install_step() {
    local label=$1 log="$CACHE/install.log"
    shift
    mkdir -p "$CACHE"
    say "installing $label"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 25 "$log" >&2
        fail "could not install $label (the whole log: $log)"
    fi
}

# The first version number that COMMAND --version prints; nothing if it does not run.
version_of() { "$@" --version 2>/dev/null | sed -nE '1s/^[^0-9]*([0-9]+(\.[0-9]+)*).*/\1/p'; }

# at_least HAVE WANTED
at_least() { [ -n "$1" ] && [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# limited SECONDS COMMAND...: with a time limit where the system has the tool for it (macOS has not).
limited() {
    if command -v timeout >/dev/null; then timeout "$@"; else "${@:2}"; fi
}

is_debian() { command -v apt-get >/dev/null; }

# Runs a command as root where that needs no question; says what to run where it would.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        printf 'this needs root; please run it yourself, then start again: %s\n' "$*" >&2
        return 1
    fi
}

apt_install() {
    # A stale package list may still do; what matters is whether the packages come.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || say 'apt-get update failed'
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

need_rust() {
    command -v cargo >/dev/null || fail "Rust is missing: install rustup, then 'rustup default stable'"
    local have
    have=$(version_of rustc)
    at_least "$have" "$RUST_MIN" || fail "Rust $have is too old, $RUST_MIN or newer is needed: rustup update stable"
}

need_node() {
    if is_debian && ! command -v npm >/dev/null; then install_step 'Node.js and npm (apt)' apt_install nodejs npm; fi
    command -v npm >/dev/null || fail "Node.js and npm are missing: install Node.js $NODE_MIN or newer (macOS: brew install node)"
    local have
    have=$(version_of node)
    at_least "$have" "$NODE_MIN" || fail "Node.js $have is too old, $NODE_MIN or newer is needed"
}

# Runs a command with the compiler that has the wasm standard library: the default one, or Debian's.
WASM_TOOLCHAIN=
on_wasm() { env ${WASM_TOOLCHAIN:+RUSTUP_TOOLCHAIN="$WASM_TOOLCHAIN"} "$@"; }

has_wasm_std() { compgen -G "$(on_wasm rustc --print target-libdir --target "$WASM" 2>/dev/null)/libstd-*.rlib" >/dev/null; }

# First what is there, then rustup's download, then Debian's sources.
need_wasm_target() {
    has_wasm_std && return
    WASM_TOOLCHAIN=debian-wasm
    has_wasm_std && return
    WASM_TOOLCHAIN=
    say "installing the $WASM standard library (rustup)"
    if command -v rustup >/dev/null && limited 180 rustup target add "$WASM" >/dev/null 2>&1 </dev/null && has_wasm_std; then return; fi
    is_debian || fail "rustup cannot fetch the $WASM standard library. Install it by hand ('rustup target add $WASM', or your distribution's package, such as rust-std-static-$WASM on Fedora or rust-wasm on Arch), then run this again"
    say 'rustup downloads nothing here: taking the Debian way'
    WASM_TOOLCHAIN=debian-wasm
    # shellcheck source=.ci/lib/debian-wasm.sh
    source .ci/lib/debian-wasm.sh
    install_debian_wasm
}

# cargo_tool CRATE VERSION BINARY: from PATH if the version is right, else from the cache, else compiled into it.
cargo_tool() {
    local crate=$1 version=$2 binary=$3 root="$CACHE/$1-$2"
    if [ "$(version_of "$binary")" = "$version" ]; then return; fi
    if [ "$(version_of "$root/bin/$binary")" != "$version" ]; then install_step "$crate $version (some minutes)" build_cargo_tool "$crate" "$version" "$root"; fi
    PATH="$root/bin:$PATH"
}

# The release profile of these tools asks for link-time optimisation, which costs minutes and gains nothing here.
# --locked can fail where a registry mirror lags behind: then without.
build_cargo_tool() {
    local crate=$1 version=$2 root=$3
    local settings=(env CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_TARGET_DIR="$CACHE/build")
    if cargo binstall --version >/dev/null 2>&1 && limited 300 cargo binstall --no-confirm --root "$root" "$crate@$version"; then return; fi
    "${settings[@]}" cargo install --locked --root "$root" --version "$version" "$crate" ||
        "${settings[@]}" cargo install --root "$root" --version "$version" "$crate" || return
    rm -rf "$CACHE/build"
}

need_wasm_opt() {
    local root="$CACHE/binaryen-$BINARYEN"
    if [ "$(version_of wasm-opt)" = "$BINARYEN" ]; then return; fi
    if [ ! -x "$root/node_modules/.bin/wasm-opt" ]; then
        install_step "wasm-opt $BINARYEN (npm)" npm install --no-save --no-audit --no-fund --prefix "$root" "binaryen@$BINARYEN"
    fi
    PATH="$root/node_modules/.bin:$PATH"
}

wasm_bindgen_version() { sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock; }

# All that the page build needs. Prints one line when everything was there.
need_page_tools() {
    [ -z "${PAGE_TOOLS_READY:-}" ] || return 0
    need_rust
    need_node
    need_wasm_target
    local bindgen
    bindgen=$(wasm_bindgen_version)
    [ -n "$bindgen" ] || fail 'Cargo.lock names no wasm-bindgen'
    cargo_tool trunk "$TRUNK" trunk
    cargo_tool wasm-bindgen-cli "$bindgen" wasm-bindgen
    need_wasm_opt
    PAGE_TOOLS_READY=yes
    say "reusing $(rustc --version | cut -d' ' -f1-2)${WASM_TOOLCHAIN:+ with $WASM_TOOLCHAIN for wasm}, trunk $TRUNK, wasm-bindgen $bindgen, wasm-opt $BINARYEN, node $(version_of node)"
}

# The path of a Chromium or Chrome: $CHROMIUM, one on PATH, or one in its usual place on macOS.
find_chromium() {
    local candidate
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        '/Applications/Chromium.app/Contents/MacOS/Chromium' '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        if [ -n "$candidate" ] && command -v "$candidate" 2>/dev/null; then return; fi
    done
    return 1
}

# The browser and the packages that drive it.
need_browser_tests() {
    need_node
    if ! find_chromium >/dev/null; then
        is_debian || fail 'Chromium is missing: install Chromium or Chrome (macOS: brew install --cask chromium) or set CHROMIUM to its path'
        install_step 'Chromium (apt)' apt_install chromium
    fi
    CHROMIUM=$(find_chromium) || fail 'Chromium was installed but is not on PATH: set CHROMIUM to its path'
    export CHROMIUM
    if [ ! tests/browser/node_modules/.package-lock.json -nt tests/browser/package-lock.json ]; then
        install_step 'playwright-core and axe-core (npm)' npm ci --no-audit --no-fund --prefix tests/browser
        touch tests/browser/node_modules/.package-lock.json
    fi
    say "reusing $CHROMIUM, playwright-core $(node -p 'require("./tests/browser/node_modules/playwright-core/package.json").version')"
}

# The pictures show Chinese names: without a typeface for them they show boxes.
need_chinese_type() {
    if ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=zh)" ] || ! is_debian; then return; fi
    install_step 'a Chinese typeface (apt)' apt_install fonts-noto-cjk
}

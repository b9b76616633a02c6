# The way round where rustup downloads nothing: Debian's security suite ships a current compiler with the sources of the
# standard library, from which the wasm part is built once. Sourced by setup.sh only where it is needed.
# shellcheck shell=bash

readonly DEBIAN_WASM_LIB=/usr/lib/rustlib/wasm32-unknown-unknown/lib

install_debian_wasm() {
    command -v rustup >/dev/null || fail 'the Debian way to the wasm standard library needs rustup, to hold two compilers side by side'
    # The linker's package name carries the LLVM version of the compiler, so it is asked for, not written down.
    local lld
    install_step "Debian's Rust compiler and library sources (apt)" apt_install rustc-web cargo-web rust-web-src rust-web-clippy
    lld=lld-$(/usr/bin/rustc --version --verbose | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
    install_step "the linker $lld (apt)" apt_install "$lld"
    install_step "the $WASM standard library, built from Debian's sources (about a minute)" build_debian_std
    rustup toolchain link debian-wasm /usr
    has_wasm_std || fail "the $WASM standard library was built, but the compiler does not find it"
    if [ "$(command -v rust-lld)" = '' ]; then as_root ln -sf "/usr/bin/$lld" /usr/local/bin/rust-lld; fi
}

# Builds an empty crate together with the standard library and keeps the library. Bitcode must be embedded: the page's
# release build links with LTO.
build_debian_std() {
    local work
    work=$(mktemp -d)
    mkdir "$work/src"
    printf '#![no_std]\n' >"$work/src/lib.rs"
    printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
    (
        cd "$work"
        PATH="/usr/bin:$PATH" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=target \
            CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=-Cembed-bitcode=yes \
            /usr/bin/cargo build --release -Z build-std=std,panic_abort,test --target "$WASM"
    ) || return
    rm -f "$work/target/$WASM/release/deps/"libempty-*
    as_root mkdir -p "$DEBIAN_WASM_LIB"
    as_root cp "$work/target/$WASM/release/deps/"*.rlib "$DEBIAN_WASM_LIB/"
    rm -rf "$work"
}

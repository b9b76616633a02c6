# The checks of `./dev test`: each runs whatever happened before it, and all that failed are named at the end.
# Sourced by ./dev.
# shellcheck shell=bash

FAILED=()
LAST_CHECK=0 # how the last check ended, 0 for well

# check NAME COMMAND...: runs it in a shell of its own, so that one failing check does not end the run.
# (Not as a condition: there bash ignores `set -e`, and a function would go on after its first failing line.)
check() {
    local name=$1 started=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    set +e
    (
        set -e
        "$@"
    )
    LAST_CHECK=$?
    set -e
    if [ $LAST_CHECK -eq 0 ]; then
        say "ok: $name ($((SECONDS - started)) s)"
    else
        FAILED+=("$name")
        say "FAILED: $name ($((SECONDS - started)) s)"
    fi
}

report_checks() {
    [ ${#FAILED[@]} -eq 0 ] && return
    printf '\nfailed checks:\n'
    printf '  %s\n' "${FAILED[@]}"
    return 1
}

# The library alone must compile without anything of the web, so that the command line and other programs stay small.
core_without_web() {
    cargo check --quiet --lib --no-default-features
    local web
    web=$(cargo tree --no-default-features --edges normal,build --prefix none | grep -E '^(leptos|reactive|web-sys|js-sys|wasm-bindgen|serde-wasm-bindgen|gloo|plotters|console_error_panic_hook)' || true)
    [ -z "$web" ] || fail "the core depends on the web: $web"
}

native_tests() {
    if cargo nextest --version >/dev/null 2>&1; then
        cargo nextest run --no-tests=pass --status-level fail --final-status-level fail --hide-progress-bar
    else
        cargo test --quiet --lib --bins --tests
    fi
    cargo test --quiet --doc
}

# What `run`, `deep` and `bless` share; it is sourced from the top of the repository.
# shellcheck shell=bash

target=${CARGO_TARGET_DIR:-$PWD/target}
# One folder for all packages, so that none builds again what another has built.
export CARGO_TARGET_DIR=$target
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-never}
scratch=$(mktemp -d)
# A step that runs in parallel with the others reads and writes there until it ends.
trap 'wait; rm -rf "$scratch"' EXIT

# The packages besides the published one, each with what only it needs.
beside=(benches/Cargo.toml examples/calendar/Cargo.toml examples/run_chart/Cargo.toml examples/workbook/Cargo.toml tests/extra/Cargo.toml)

# tool NAME VERSION: a cargo subcommand, installed if that version is missing.
tool() {
    if [[ "$(cargo "${1#cargo-}" --version 2>/dev/null)" != *" $2"* ]]; then
        CARGO_TARGET_DIR=$target/tools cargo install --quiet --debug --locked "$1" --version "$2"
    fi
}

# typescript_tools: what tests/typescript needs, at the versions of its lock file.
typescript_tools() {
    if ! npm --version > "$scratch/npm" 2>&1; then
        echo "The TypeScript declarations are made and checked with node and npm, which are missing" >&2
        return 1
    fi
    npm ci --prefix tests/typescript --silent --no-audit --no-fund
}

# The TypeScript declarations of the schemas, as they must be.
declarations_now() {
    typescript_tools || return
    node tests/typescript/declarations.mjs "$1"
}

# The public interface, one line an item. Left out are the fields of structs, the variants of enums and the
# constants of rule codes: they are data, which docs/rules.md and the tests of the exchange format cover; and what is in
# the `impl` of a trait, which its line says.
interface_now() {
    if ! cargo +nightly --version > "$scratch/nightly" 2>&1; then
        echo "The public interface is read by a nightly toolchain, which is missing: rustup toolchain install nightly" >&2
        return 1
    fi
    tool cargo-public-api 0.52.0 || return
    CARGO_TARGET_DIR=$target/nightly cargo +nightly public-api -sss --all-features > "$scratch/interface" || return
    # Fields, variants and rule codes have documents of their own, and the pages of `_docs` are documents. An `impl` is listed
    # under each type in it; an inherent `impl` line says nothing.
    grep -vE '^(#\[[^]]*\] )*pub kvalitetsmodel::|^pub const kvalitetsmodel::codes::[A-Z]{3}[0-9]{3}:|^pub mod kvalitetsmodel::_docs' "$scratch/interface" \
        | awk '
            /^impl/ { of_trait = "" }
            /^impl.* for / { of_trait = $0; sub(/.* for /, "", of_trait); of_trait = of_trait "::" }
            of_trait != "" && match($0, /^pub (const )?(fn|type|const) /) && index(substr($0, RLENGTH + 1), of_trait) == 1 { next }
            /^impl(<[^>]*>)? kvalitetsmodel::[^ ]*$/ || seen[$0]++ { next }
            { print }'
}

# steps ALL… -- CHOSEN…: runs the chosen steps, or all, and says how long each took. Each entry of `apart` names steps
# that do not wait for what the others build: they run one after another, in parallel with the rest; what they print
# follows at the end.
apart=()
steps() {
    local -a all=() times=() lanes=() pids=()
    local step start status lane chosen
    while [ "$1" != -- ]; do
        all+=("$1")
        shift
    done
    shift
    [ $# -gt 0 ] || set -- "${all[@]}"
    for step in "$@"; do
        case " ${all[*]} " in
            *" $step "*) ;;
            *) echo "no step $step; there are: ${all[*]}" >&2; return 2 ;;
        esac
    done
    for lane in "${apart[@]}"; do
        chosen=
        for step in $lane; do
            case " $* " in *" $step "*) chosen+=" $step" ;; esac
        done
        [ -n "$chosen" ] || continue
        lane "$chosen" > "$scratch/lane${#lanes[@]}.log" 2>&1 &
        pids+=("$!")
        lanes+=("$chosen")
    done
    for step in "$@"; do
        case " ${apart[*]} " in *" $step "*) continue ;; esac
        printf '\n=== %s\n' "$step"
        start=$SECONDS
        "$step"
        times+=("$(printf '%5d s  %s' $((SECONDS - start)) "$step")")
        echo "=== $step: $((SECONDS - start)) s"
    done
    for lane in "${!lanes[@]}"; do
        status=0
        wait "${pids[$lane]}" || status=$?
        cat "$scratch/lane$lane.log"
        [ "$status" = 0 ] || return "$status"
        times+=("        $(sed -n 's/^=== \(.*: .* s\)$/ \1/p' "$scratch/lane$lane.log" | tr '\n' ',') in parallel with the others")
    done
    printf '\n'
    printf '%s\n' "${times[@]}"
    printf '%5d s  in total\n' "$SECONDS"
}

# lane STEPS: runs them one after another, each from the top of the repository, when the others leave a core idle.
lane() {
    local step start
    renice -n 10 "$BASHPID" > "$scratch/priority" 2>&1 || true
    for step in $1; do
        printf '\n=== %s\n' "$step"
        start=$SECONDS
        ("$step")
        echo "=== $step: $((SECONDS - start)) s"
    done
}

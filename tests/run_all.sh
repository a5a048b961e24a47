#!/bin/sh
# Every test and check: the optimised build, the sanitized build, the linters. Goes on after a
# failure, prints what failed, and ends with the line "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1

passed=0
failed=0
failures=""
work=$(mktemp -d)
log=$work/log
trap 'rm -rf "$work"' EXIT

# count STATUS NAME: one check that passed or failed as a whole.
count() {
  if [ "$1" = 0 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    failures="$failures\n  $2"
  fi
}

# step NAME COMMAND...
step() {
  name=$1
  shift
  echo "== $name"
  began=$(date +%s)
  "$@"
  count $? "$name"
  echo "   $(($(date +%s) - began)) s"
}

# side_by_side: steps from standard input, "NAME: COMMAND" in each line. Most of them keep one core
# busy, so as many run at once as there are cores, the first ones first; what one prints stays
# together.
side_by_side() {
  cat >"$work/steps"
  seq "$(wc -l <"$work/steps")" | xargs -P "$(nproc)" -I '{}' sh -c '
    step=$(sed -n "$1p" "$0/steps")
    began=$(date +%s)
    sh -c "${step#*: }" >"$0/$1.log" 2>&1
    echo $? >"$0/$1.status"
    printf "== %s\n%s\n   %s s\n" "${step%%: *}" "$(cat "$0/$1.log")" "$(($(date +%s) - began))"
  ' "$work" '{}'
  number=0
  while read -r line; do
    number=$((number + 1))
    count "$(cat "$work/$number.status")" "${line%%: *}"
  done <"$work/steps"
}

# suite NAME PRESET: builds a preset and runs its tests; each doctest case counts.
suite() {
  echo "== $1"
  began=$(date +%s)
  if ! { cmake --preset "$2" >/dev/null && cmake --build --preset "$2"; }; then
    failed=$((failed + 1))
    failures="$failures\n  $1: does not build"
    return
  fi
  ctest --test-dir "build$3" --parallel "$(nproc)" --verbose >"$log" 2>&1
  status=$?
  counts=$(sed -n 's/.*test cases: *[0-9]* | *\([0-9]*\) passed | *\([0-9]*\) failed.*/\1 \2/p' "$log" |
    awk '{ p += $1; f += $2 } END { print p + 0, f + 0 }')
  passed=$((passed + ${counts% *}))
  failed=$((failed + ${counts#* }))
  grep -E 'MESSAGE: .*skipped|test cases:' "$log"
  if [ "$status" != 0 ]; then
    cat "$log"
    # A program that died counts no case: its suite is the failure.
    [ "${counts#* }" != 0 ] || failed=$((failed + 1))
    failures="$failures\n  $1: see above"
  fi
  echo "   $(($(date +%s) - began)) s"
}

suite "tests, optimised" release ""
# The longest one first. Pillow is a package of the system's own Python.
side_by_side <<'END'
bad input: python3 tests/books/bad_input_test.py build/garland
every theme: python3 tests/books/every_theme_test.py build/garland
judges of e-books: node --test tests/reading_systems/judges_test.mjs
e-books in a browser and a reading system: node --test tests/reading_systems/pages_test.mjs tests/reading_systems/reader_test.mjs
sample anthology: sh tests/checks/sample_anthology.sh
works stay whole: python3 tests/books/colliding_test.py build/garland
copied text: python3 tests/books/copied_text_test.py build/garland
page list: python3 tests/books/page_list_test.py build/garland
stable identity: python3 tests/books/stable_identity_test.py build/garland
own checks: python3 tests/books/own_checks_test.py build/garland
pictures: /usr/bin/python3 tests/books/pictures_test.py build/garland
hostile data sets: python3 tests/books/hostile_data_test.py build/garland
articles of the web: python3 tests/books/articles_test.py build/garland
END
suite "tests, with address and undefined-behaviour sanitizers" asan "-asan"
step "layout of the code, include direction, clang-tidy" sh tests/checks/lint.sh

[ "$failed" = 0 ] || printf 'failed:%b\n' "$failures"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

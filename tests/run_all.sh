#!/bin/sh
# Every test and check: the optimised build, the sanitized build, the linters. Goes on after a
# failure, prints what failed, and ends with the line "N passed, N failed".
set -u
cd "$(dirname "$0")/.."

passed=0
failed=0
failures=""
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# step NAME COMMAND...: one check that passes or fails as a whole.
step() {
  name=$1
  shift
  echo "== $name"
  began=$(date +%s)
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    failures="$failures\n  $name"
  fi
  echo "   $(($(date +%s) - began)) s"
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
step "sample anthology" sh tests/checks/sample_anthology.sh
step "works stay whole" python3 tests/books/colliding_test.py build/garland
step "every theme" python3 tests/books/every_theme_test.py build/garland
step "copied text" python3 tests/books/copied_text_test.py build/garland
step "page list" python3 tests/books/page_list_test.py build/garland
step "stable identity" python3 tests/books/stable_identity_test.py build/garland
step "own checks" python3 tests/books/own_checks_test.py build/garland
# Pillow is a package of the system's own Python.
step "pictures" /usr/bin/python3 tests/books/pictures_test.py build/garland
step "bad input" python3 tests/books/bad_input_test.py build/garland
step "hostile data sets" python3 tests/books/hostile_data_test.py build/garland
step "articles of the web" python3 tests/books/articles_test.py build/garland
step "e-books in a browser and a reading system" node --test \
  tests/reading_systems/pages_test.mjs tests/reading_systems/reader_test.mjs
step "judges of e-books" node --test tests/reading_systems/judges_test.mjs
suite "tests, with address and undefined-behaviour sanitizers" asan "-asan"
step "layout of the code, include direction, clang-tidy" sh tests/checks/lint.sh

[ "$failed" = 0 ] || printf 'failed:%b\n' "$failures"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

#!/bin/sh
# Each fuzz target for FUZZ_SECONDS (60 unless set), or those that are named, beginning with the sample
# anthology, tests/fuzz/seeds/NAME and what earlier runs found. A crash is kept in
# tests/fuzz/crashes/NAME, where the ordinary tests replay it. Inputs may be long from the first: where a
# run takes long, libFuzzer would try nothing but a few bytes for hours. Ends with a line a target; exit status 1
# when any crashed, hung or took too much memory.
set -eu
cd "$(dirname "$0")/../.."

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz

[ "$#" -gt 0 ] || set -- $(cd build-fuzz && ls | sed -n 's/^fuzz_//p')

status=0
summary=""
for target in "$@"; do
  echo "== $target"
  found=build-fuzz/found/$target
  crashes=tests/fuzz/crashes/$target
  mkdir -p "$found" "$crashes"
  set --
  [ ! -d "tests/fuzz/seeds/$target" ] || set -- "tests/fuzz/seeds/$target"
  [ ! -f "tests/fuzz/dictionaries/$target.dict" ] || set -- "$@" "-dict=tests/fuzz/dictionaries/$target.dict"
  log=build-fuzz/$target.log
  result=fine
  "build-fuzz/fuzz_$target" -max_total_time="${FUZZ_SECONDS:-60}" -max_len=8192 -len_control=0 -timeout=60 \
    -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 -print_funcs=0 -artifact_prefix="$crashes/" \
    "$found" "$@" corpus >"$log" 2>&1 || { result=FAILED; status=1; tail -n 40 "$log"; }
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  summary="$summary$(printf '%-14s %-7s %9s runs, %5s inputs kept' "$target" "$result" "${runs:-?}" \
    "$(find "$found" -type f | wc -l)")\n"
  rmdir "$crashes" 2>/dev/null || true
done
printf '%b' "$summary"
exit "$status"

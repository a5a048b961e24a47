#!/bin/sh
# Each fuzz target for FUZZ_SECONDS (60 unless set), beginning with the sample anthology and with
# what earlier runs found. A crash is kept in tests/fuzz/crashes/NAME, where the ordinary tests
# replay it. Exit status 1 when any target crashed.
set -eu
cd "$(dirname "$0")/../.."

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz

status=0
for program in build-fuzz/fuzz_*; do
  target=${program#build-fuzz/fuzz_}
  echo "== $target"
  found=build-fuzz/found/$target
  mkdir -p "$found" "tests/fuzz/crashes/$target"
  "$program" -max_total_time="${FUZZ_SECONDS:-60}" -max_len=8192 -timeout=20 -rss_limit_mb=2048 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="tests/fuzz/crashes/$target/" \
    "$found" corpus || status=1
  rmdir "tests/fuzz/crashes/$target" 2>/dev/null || true
done
exit "$status"

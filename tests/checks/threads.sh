#!/bin/sh
# Forty articles on four threads under the thread sanitizer: any race ends it with status 66.
set -eu
cd "$(dirname "$0")/../.."

cmake --preset tsan >/dev/null
cmake --build --preset tsan --target garland
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
PYTHONPATH=tests/books python3 -c 'import colliding, pathlib, sys
colliding.write(pathlib.Path(sys.argv[1]))' "$folder/forty"
build-tsan/garland build "$folder/forty" -o "$folder/out" --jobs 4 --quiet

#!/bin/sh
# Formatting, include direction, trailing space, clang-tidy. Needs a configured build/ folder.
set -eu
cd "$(dirname "$0")/../.."

# shellcheck disable=SC2046
clang-format --dry-run --Werror $(git ls-files '*.h' '*.cpp')

python3 tests/checks/include_direction.py

if git grep -nIE '[[:space:]]+$' -- ':!*.md' ':!corpus' ':!tests/*/golden*' ':!tests/*/data*'; then
  echo "lint: trailing white space — remove it" >&2
  exit 1
fi

[ -f build/compile_commands.json ] || cmake --preset release >/dev/null
git ls-files 'src/*.cpp' | xargs -P "$(nproc)" -n 4 clang-tidy -p build --quiet

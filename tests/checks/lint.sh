#!/bin/sh
# Formatting, include direction, names of types, trailing space, clang-tidy.
set -eu
cd "$(dirname "$0")/../.."

# shellcheck disable=SC2046
clang-format --dry-run --Werror $(git ls-files '*.h' '*.cpp')

python3 tests/checks/include_direction.py
python3 tests/checks/one_definition.py

if git grep -nIE '[[:space:]]+$' -- ':!*.md' ':!corpus' ':!tests/*/golden*' ':!tests/*/data*'; then
  echo "lint: trailing white space — remove it" >&2
  exit 1
fi

# The unity build's batches, because most of clang-tidy's time goes into the headers: a third of what
# the single files take.
cmake --preset lint >/dev/null
sed -n "s|^ *\"file\": \"\($PWD/.*\)\".*|\1|p" build-lint/compile_commands.json |
  grep -e "^$PWD/src/" -e "^$PWD/build-lint/src/" |
  xargs -P "$(nproc)" -n 1 clang-tidy -p build-lint --quiet

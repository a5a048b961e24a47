#!/bin/sh
# The sample anthology, as a reader gets it: both books are made without a warning, are valid, and
# are the same bytes with another number of threads, locale and folder.
set -eu
cd "$(dirname "$0")/../.."

first=$(mktemp -d)
second=$(mktemp -d)
trap 'rm -rf "$first" "$second"' EXIT

build/garland build corpus -o "$first" --strict
cp -r corpus "$second/corpus"
(cd "$second" && LC_ALL=C TZ=Asia/Tokyo GARLAND_HOME="$OLDPWD" \
  "$OLDPWD/build/garland" build corpus -o out --jobs 1 --quiet)

for book in "$first"/*; do
  cmp "$book" "$second/out/$(basename "$book")"
done
java -jar /usr/share/java/epubcheck.jar --failonwarnings "$first"/*.epub
qpdf --check "$first"/*.pdf
pdfinfo -struct "$first"/*.pdf | grep -q '^Document'

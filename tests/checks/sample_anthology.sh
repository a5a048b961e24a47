#!/bin/sh
# The sample anthology, as a reader gets it: both books are made without a warning, are valid, and
# are the same bytes with another number of threads, locale and folder, and so is their report.
set -eu
cd "$(dirname "$0")/../.."

first=$(mktemp -d)
second=$(mktemp -d)
trap 'rm -rf "$first" "$second"' EXIT

cp -r corpus "$first/corpus"
cp -r corpus "$second/corpus"
(cd "$first" && GARLAND_HOME="$OLDPWD" "$OLDPWD/build/garland" build corpus -o out --strict)
(cd "$second" && LC_ALL=C TZ=Asia/Tokyo GARLAND_HOME="$OLDPWD" \
  "$OLDPWD/build/garland" build corpus -o out --jobs 1 --quiet)

for book in "$first"/out/*; do
  cmp "$book" "$second/out/$(basename "$book")"
done
java -jar /usr/share/java/epubcheck.jar --failonwarnings "$first"/out/*.epub
qpdf --check "$first"/out/*.pdf
pdfinfo -struct "$first"/out/*.pdf | grep -q '^Document'

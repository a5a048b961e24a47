#!/bin/sh
# Every errand of the project. Without a verb: set up, build, and compile corpus/ into out/.
#
#   ./do            install what is missing, build, compile corpus/ into out/
#   ./do test       the same set-up, then every test and check
#   ./do build      the program alone, into build/
#   ./do bench      speed, memory and sizes beside other programs
#   ./do fuzz       each fuzz target for a minute
#   ./do format     lay out the code
#   ./do lint       formatting, include direction and clang-tidy
#   ./do clean      remove what the other verbs made
set -eu
cd "$(dirname "$0")"

# Debian 12 packages: to build, to run, to test.
build_packages="g++ cmake ninja-build pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev
  libyaml-cpp-dev libtinyxml2-dev libzip-dev libhpdf-dev libharfbuzz-dev
  libicu-dev libgumbo-dev libpng-dev libjpeg62-turbo-dev libcairo2-dev librsvg2-dev
  libwebp-dev libgif-dev libavif-dev libtiff-dev libgdk-pixbuf-2.0-dev liblcms2-dev libcld2-dev libcli11-dev libfmt-dev
  libtomlplusplus-dev nlohmann-json3-dev libdeflate-dev libqrencode-dev
  libjemalloc-dev doctest-dev"
run_packages="fonts-linuxlibertine fonts-texgyre fonts-dejavu-core fonts-dejavu-extra fonts-noto-core
  fonts-noto-cjk fonts-symbola hyphen-en-us hyphen-en-gb hyphen-de hyphen-fr hyphen-es hyphen-it
  hyphen-pt-pt hyphen-pt-br hyphen-nl hyphen-pl hyphen-ru hyphen-cs hyphen-sv hyphen-hu hyphen-uk hyphen-el"
test_packages="epubcheck qpdf poppler-utils pandoc zbar-tools python3 python3-pil chromium
  clang clang-format clang-tidy libclang-rt-dev llvm"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs the packages among its arguments that are not there yet.
install_missing() {
  missing=""
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  echo "installing:$missing"
  as_root apt-get update -qq
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    $missing >/dev/null
}

# What the tests of e-books run in Node: the versions of the lock file. Debian's Node is one of
# several that may be there, and does not stand beside the others.
install_node_packages() {
  command -v npm >/dev/null || install_missing nodejs npm
  folder=tests/reading_systems
  [ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ] || npm ci --prefix $folder
}

build() {
  cmake --preset "$1" >/dev/null
  cmake --build --preset "$1" --target "$2"
}

case "${1:-all}" in
  all)
    # shellcheck disable=SC2086
    install_missing $build_packages $run_packages
    build release garland
    build/garland build corpus -o out
    ;;
  build)
    # shellcheck disable=SC2086
    install_missing $build_packages $run_packages
    build release garland
    ;;
  test)
    # shellcheck disable=SC2086
    install_missing $build_packages $run_packages $test_packages
    install_node_packages
    sh tests/run_all.sh
    ;;
  bench)
    # shellcheck disable=SC2086
    install_missing $build_packages $run_packages python3 pandoc poppler-utils
    build release garland
    build release bench_floor
    build release bench_readers
    shift
    python3 tests/bench/bench.py build --json out/bench.json "$@"
    ;;
  fuzz)
    # shellcheck disable=SC2086
    install_missing $build_packages $run_packages clang libclang-rt-dev llvm
    sh tests/fuzz/run_all.sh
    ;;
  format)
    install_missing clang-format
    git ls-files '*.h' '*.cpp' | xargs clang-format -i
    ;;
  lint)
    # shellcheck disable=SC2086
    install_missing $build_packages $test_packages
    sh tests/checks/lint.sh
    ;;
  clean)
    rm -rf build build-* out
    ;;
  *)
    sed -n '2,11s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac

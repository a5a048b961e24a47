# garland_library(NAME SOURCES file... [USES folder...] [PACKAGES target...])
# One library for a folder of src/. USES names the folders it may include; PACKAGES the outside
# libraries that it alone includes.
function(garland_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PACKAGES" ${ARGN})
  add_library(garland_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(garland_${name} PRIVATE garland_options ${ARG_PACKAGES})
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(garland_${name} PUBLIC garland_${used})
  endforeach()
endfunction()

# garland_test(FOLDER SOURCES file... [USES folder...])
# The tests of one folder of src/, as one program and one CTest entry.
function(garland_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name}_test ${ARG_SOURCES})
  set_target_properties(${name}_test PROPERTIES UNITY_BUILD OFF)  # tests share short names
  target_link_libraries(${name}_test PRIVATE garland_options garland_test_main garland_${name})
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(${name}_test PRIVATE garland_${used})
  endforeach()
  target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  # The tests' own code is built twice as fast so, and what it calls is as it was.
  target_compile_options(${name}_test PRIVATE -O0 -g0)
  # Long literals among a table's others are written on several lines.
  target_compile_options(${name}_test PRIVATE
    $<$<CXX_COMPILER_ID:Clang>:-Wno-string-concatenation>)
  target_compile_definitions(${name}_test PRIVATE GARLAND_ROOT="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()

# Outside libraries without a CMake package of their own.
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Threads REQUIRED)
pkg_check_modules(TINYXML2 REQUIRED IMPORTED_TARGET tinyxml2)
pkg_check_modules(YAML_CPP REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(CMARK_GFM REQUIRED IMPORTED_TARGET libcmark-gfm)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(JPEG REQUIRED IMPORTED_TARGET libjpeg)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo)
pkg_check_modules(LCMS REQUIRED IMPORTED_TARGET lcms2)
pkg_check_modules(RSVG REQUIRED IMPORTED_TARGET librsvg-2.0)
pkg_check_modules(WEBP REQUIRED IMPORTED_TARGET libwebp libwebpdemux)

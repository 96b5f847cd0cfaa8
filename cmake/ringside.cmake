# How this project builds: one library per folder, one test program per library, the same flags for all.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(RINGSIDE_WERROR "Treat warnings as errors" ON)
set(RINGSIDE_SANITIZE OFF CACHE STRING "ON: the address and undefined-behaviour sanitizers; thread: the thread sanitizer; OFF: none")
option(RINGSIDE_COVERAGE "Build for gcovr" OFF)
option(RINGSIDE_FUZZ "Build the fuzz targets (clang only)" OFF)
option(RINGSIDE_UNITY "Compile eight files at a time: a third of the time for a whole build, more for one changed file" OFF)
set(RINGSIDE_TESTS all CACHE STRING "unit: the tests of the sources; program: those that other programs take part in, and the benchmarks; all: both")

# Only the compilers that the project is tested with: a warning new in a later one does not stop anybody's build.
set(werror "")
if(RINGSIDE_WERROR AND ((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13) OR
                        (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)))
  set(werror -Werror)
endif()

add_library(ringside_flags INTERFACE)
target_include_directories(ringside_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(ringside_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor
  # g++ 12 sees overlaps and overlong bounds in std::string where there are none, once it optimises (GCC bugs 105329, 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-restrict;-Wno-stringop-overread>
  # Nor does it follow std::regex and vector instructions to where their members are set, optimising or sanitizing (GCC bugs 105562, 105593).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # Files that are compiled together shadow each other's names; the presets that compile each file alone look for it.
  $<$<BOOL:${RINGSIDE_UNITY}>:-Wno-shadow>
  ${werror})
if(RINGSIDE_SANITIZE STREQUAL "thread")
  target_compile_options(ringside_flags INTERFACE -fsanitize=thread)
  target_link_options(ringside_flags INTERFACE -fsanitize=thread)
elseif(RINGSIDE_SANITIZE)
  target_compile_options(ringside_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(ringside_flags INTERFACE -fsanitize=address,undefined)
else()
  # Hardening as distributions ship it; _FORTIFY_SOURCE needs optimisation and collides with the sanitizers.
  target_compile_definitions(ringside_flags INTERFACE _GLIBCXX_ASSERTIONS $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
  target_compile_options(ringside_flags INTERFACE -fstack-protector-strong -fstack-clash-protection)
  target_link_options(ringside_flags INTERFACE -Wl,-z,relro,-z,now)
endif()
if(RINGSIDE_COVERAGE)
  target_compile_options(ringside_flags INTERFACE --coverage)
  target_link_options(ringside_flags INTERFACE --coverage)
endif()

# ringside_unity(TARGET): with RINGSIDE_UNITY its files are compiled eight at a time, neighbours of a folder together. A file with
# compile options or definitions of its own is compiled alone.
#
# CMake's own UNITY_BUILD writes absolute paths into the files that it makes, so that a compiler cache finds nothing in another clone.
function(ringside_unity target)
  if(RINGSIDE_UNITY)
    # At the end of the folder's CMakeLists.txt, when the properties of its files are set.
    cmake_language(EVAL CODE "cmake_language(DEFER CALL ringside_join_sources [[${target}]])")
  endif()
endfunction()

function(ringside_join_sources target)
  get_target_property(sources ${target} SOURCES)
  set(compiled "")
  set(joined "")
  foreach(source IN LISTS sources)
    get_source_file_property(options ${source} COMPILE_OPTIONS)
    get_source_file_property(definitions ${source} COMPILE_DEFINITIONS)
    if(options OR definitions)
      list(APPEND compiled ${source})
    else()
      cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
      list(APPEND joined "#include \"${source}\"\n")
    endif()
  endforeach()
  list(LENGTH joined count)
  set(first 0)
  while(first LESS count)
    list(SUBLIST joined ${first} 8 group)
    list(JOIN group "" text)
    set(file ${CMAKE_CURRENT_BINARY_DIR}/unity/${target}_${first}.cpp)
    file(CONFIGURE OUTPUT ${file} CONTENT "${text}" @ONLY)
    list(APPEND compiled ${file})
    math(EXPR first "${first} + 8")
  endwhile()
  set_property(TARGET ${target} PROPERTY SOURCES ${compiled})
endfunction()

# ringside_library(NAME DEPENDS lib ...): all .cpp files in and below this folder become library ringside_NAME.
function(ringside_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(ringside_${name} STATIC ${sources})
  target_link_libraries(ringside_${name} PUBLIC ringside_flags ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE})
  ringside_unity(ringside_${name})
endfunction()

# ringside_test(FOLDER DEPENDS lib ...): all .cpp files in and below tests/FOLDER become one program, each TEST one ctest test.
function(ringside_test folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  string(REPLACE "/" "_" name ${folder})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  if(NOT sources)
    message(FATAL_ERROR "no tests in tests/${folder}")
  endif()
  add_executable(${name}_test ${sources} ${CMAKE_SOURCE_DIR}/tests/support/environment.cpp)
  target_link_libraries(${name}_test PRIVATE ringside_flags ringside_test_support ${ARG_DEPENDS} GTest::gmock_main)
  ringside_unity(${name}_test)
  gtest_discover_tests(${name}_test TEST_PREFIX "${folder}/" NO_PRETTY_VALUES DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 240)
endfunction()

# ringside_connector(NAME OUTPUT file DEPENDS lib ... [MODULE FOLDER folder]): a library that other programs load. All .cpp files in and
# below this folder become ringside_NAME, which unit tests link, and lib<file>.so, which exports what exports.map names and nothing else.
# Programs find it by CMake as ringside::NAME and by pkg-config as <file>. A MODULE is loaded by its path: it has no version in its name, and
# is installed into a folder in that of the libraries. Other programs cannot load a sanitized library, so no build with sanitizers has it.
function(ringside_connector name)
  cmake_parse_arguments(ARG "MODULE" "OUTPUT;FOLDER" "DEPENDS;PRIVATE" ${ARGN})
  ringside_library(${name} DEPENDS ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE})
  if(RINGSIDE_SANITIZE)
    return()
  endif()
  set(shared ringside_${name}_shared)
  set(exports ${CMAKE_CURRENT_SOURCE_DIR}/exports.map)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "" @ONLY) # CMake wants a source in each library
  if(ARG_MODULE)
    add_library(${shared} MODULE ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    install(TARGETS ${shared} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/${ARG_FOLDER})
  else()
    add_library(${shared} SHARED ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${shared} PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR} EXPORT_NAME ${name})
    ringside_install_for_programs(${shared} ${ARG_OUTPUT})
  endif()
  set_target_properties(${shared} PROPERTIES OUTPUT_NAME ${ARG_OUTPUT} LINK_DEPENDS ${exports}
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
  target_link_libraries(${shared} PRIVATE "$<LINK_LIBRARY:WHOLE_ARCHIVE,ringside_${name}>")
  # It stays loaded until the process ends: what it has open is closed then, while OpenSSL, which it uses, is still there.
  target_link_options(${shared} PRIVATE -Wl,--version-script=${exports} -Wl,--gc-sections -Wl,-z,defs -Wl,-z,nodelete)
endfunction()

# A library that programs are linked with, and what CMake and pkg-config need to find it: in an installation, and pkg-config in the build too.
function(ringside_install_for_programs shared output)
  target_include_directories(${shared} INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  install(TARGETS ${shared} EXPORT ringside LIBRARY)
  ringside_write_pc(${output} ${CMAKE_INSTALL_LIBDIR} ${CMAKE_BINARY_DIR}/installed)
  install(FILES ${CMAKE_BINARY_DIR}/installed/${output}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
  ringside_write_pc(${output} lib ${CMAKE_BINARY_DIR}/lib/pkgconfig)
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/connectors/include ${CMAKE_BINARY_DIR}/include SYMBOLIC)
endfunction()

# Writes FOLDER/<output>.pc for a library in <prefix>/<libdir>. The file names the prefix by its own place, wherever the tree is moved to.
function(ringside_write_pc output libdir folder)
  string(REGEX REPLACE "[^/]+" ".." above ${libdir}/pkgconfig)
  configure_file(${CMAKE_SOURCE_DIR}/cmake/connector.pc.in ${folder}/${output}.pc @ONLY)
endfunction()

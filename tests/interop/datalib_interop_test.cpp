// tests/interop/datalib_interop_test.cpp - libringside-datalib.so as programs in C meet it: its symbols, and the
// program of docs/datalib.md compiled by cc.
#include <dlfcn.h>
#include <ringside/irrsdl.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/lab_on_disk.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"

namespace ringside::connectors {
namespace {

using test_support::EnvironmentOf;
using test_support::LabOnDisk;
using test_support::run_program;
using testing::HasSubstr;

#ifdef RINGSIDE_DATALIB
constexpr const char* library = RINGSIDE_DATALIB;
#else
constexpr const char* library =
    nullptr;  // other programs cannot load what is sanitized, so such builds have no library
#endif

/// The program of the page.
std::string program_of_the_page() {
  const std::string page = test_support::read_file(test_support::source_folder() / "docs/datalib.md");
  const std::string start = "```c rings.c\n";
  const auto from = page.find(start) + start.size();
  return page.substr(from, page.find("```", from) - from);
}

/// SERVER may read its ring Ring, which holds 'mine' with its key.
class DatalibLibrary : public testing::Test {
 protected:
  void SetUp() override {
    if (library == nullptr) GTEST_SKIP();
    for (const char* command :
         {"ADDUSER SERVER DFLTGRP(SYS1)",
          "RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('mine')) WITHLABEL('mine') NISTECC",
          "RACDCERT ID(SERVER) ADDRING(Ring)", "RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring) DEFAULT)",
          "SETROPTS CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)"})
      lab_.must(command);
  }
  /// The command that compiles the program in `source` and links it with the library.
  [[nodiscard]] std::string compile(const std::string& compiler, const std::string& source) const {
    const std::string folder = std::string(library).substr(0, std::string(library).rfind('/'));
    return compiler + " -I" + (test_support::source_folder() / "connectors/include").string() + " -o " +
           lab_.file("rings") + " " + source + " -L" + folder + " -lringside-datalib -Wl,-rpath," + folder;
  }
  [[nodiscard]] std::string run_as(const std::string& user) const {
    return "RINGSIDE_LAB=" + lab_.path() + " RINGSIDE_USER=" + user + " " + lab_.file("rings") + " SERVER ";
  }

  LabOnDisk lab_;
};

TEST_F(DatalibLibrary, ExportsTheThreeFunctionsOfItsHeader) {
  const auto symbols = run_program(std::string("nm -D --defined-only ") + library + " | cut -d' ' -f3 | sort");
  EXPECT_EQ(symbols.output, "IRRSDL00\nIRRSDL64\nringside_datalib_mode\n");
}

TEST_F(DatalibLibrary, HasAVersionInItsName) {
  EXPECT_THAT(run_program(std::string("readelf -d ") + library).output,
              HasSubstr("soname: [libringside-datalib.so.0]"));
}

TEST_F(DatalibLibrary, TheProgramOfThePageCompilesAsCAndReadsARing) {
  const std::string source = lab_.file("rings.c");
  test_support::write_file(source, program_of_the_page());
  for (const char* compiler : {"cc -std=c99 -Wall -Wextra -pedantic -Werror", "cc -std=c17 -Wall -Werror",
                               "c++ -x c++ -std=c++17 -Wall -Werror"}) {
    const auto compiled = run_program(compile(compiler, source));
    ASSERT_EQ(compiled.status, 0) << compiler << '\n' << compiled.output;
    EXPECT_EQ(run_program(run_as("SERVER") + "Ring").output, "mine, key of 192 bits\n") << compiler;
  }
  EXPECT_EQ(run_program(run_as("SERVER") + "None").output, "8/8/84\n");
  lab_.must("ADDUSER OTHER DFLTGRP(SYS1)");
  EXPECT_EQ(run_program(run_as("OTHER") + "Ring").output, "8/8/8\n");
}

TEST_F(DatalibLibrary, IsLoadedByAProgramThatLinksNothing) {
  const EnvironmentOf environment(
      {{"RINGSIDE_LAB", lab_.path()}, {"RINGSIDE_USER", "SERVER"}, {"RINGSIDE_SYSTEM", ""}});
  void* const handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  ASSERT_NE(handle, nullptr) << dlerror();
  using Irrsdl = decltype(&IRRSDL64);
  const auto call = reinterpret_cast<Irrsdl>(dlsym(handle, "IRRSDL00"));
  ASSERT_NE(call, nullptr);
  int parameters = 14, saf = 9, racf = 9, reason = 9, attributes = 0, version = 0;
  char function = IRRSDL_GET_UPDATE_CODE;
  char user[] = "\6SERVER", ring[] = "\4Ring";
  irrsdl_update_code code{};
  call(&parameters, nullptr, nullptr, &saf, nullptr, &racf, nullptr, &reason, &function, &attributes, user, ring,
       &version, &code);
  EXPECT_EQ(saf + racf + reason, 0);
  EXPECT_NE(code.code, 0u);
}

}  // namespace
}  // namespace ringside::connectors

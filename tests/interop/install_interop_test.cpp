// tests/interop/install_interop_test.cpp - an installation: which files it has, and that programs are built and run
// with them, wherever it stands.
#ifdef RINGSIDE_STORE_MODULE  // builds with sanitizers have no libraries that other programs load

#include <algorithm>
#include <filesystem>
#include <memory>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/support/lab_on_disk.hpp"
#include "tests/support/program.hpp"

namespace ringside {
namespace {

namespace fs = std::filesystem;
using test_support::run_program;
using testing::ElementsAreArray;
using testing::HasSubstr;

/// What an installation has, LIB standing for the folder of the libraries.
const std::vector<std::string> installed = {
    "LIB/cmake/ringside/ringside-config-version.cmake",
    "LIB/cmake/ringside/ringside-config.cmake",
    "LIB/libringside-datalib.so",
    "LIB/libringside-datalib.so.0",
    "LIB/libringside-gskcms.so",
    "LIB/libringside-gskcms.so.0",
    "LIB/ossl-modules/ringside.so",
    "LIB/pkcs11/libringside-pkcs11.so",
    "LIB/pkgconfig/ringside-datalib.pc",
    "LIB/pkgconfig/ringside-gskcms.pc",
    "bin/keyring-util",
    "bin/ringside",
    "include/gskcms.h",
    "include/ringside/irrsdl.h",
    "libexec/ringside/ringside-rexx",
    "share/doc/ringside/LICENSE",
    "share/doc/ringside/README.md",
#ifdef RINGSIDE_JAR
    "share/java/ringside-safkeyring.jar",
#endif
    "share/p11-kit/modules/ringside.module",
};

/// The names that the libraries export: a program's own functions never meet one of ours.
struct Exports {
  std::string file, names;
};
const std::vector<Exports> exports = {
    {"libringside-datalib.so", "IRRSDL00 IRRSDL64 ringside_datalib_mode"},
    {"pkcs11/libringside-pkcs11.so", "C_GetFunctionList"},
    {"ossl-modules/ringside.so", "OSSL_provider_init"},
};

constexpr const char* c_program =
    "#include <ringside/irrsdl.h>\n"
    "#include <stdio.h>\n"
    "#include <string.h>\n"
    "int main(void) {\n"
    "  int parameters = 14, alet = 0, saf = 0, racf = 0, reason = 0, attributes = 0, version = 0;\n"
    "  char work[1024], function = 0x0D, user[9] = \"\\003WEB\", ring[238] = \"\\004Ring\", area[4096];\n"
    "  char parameter_list[16] = {0};\n"
    "  int length = sizeof area;\n"
    "  char *address = area;\n"
    "  memcpy(parameter_list + 4, &length, 4);\n"
    "  memcpy(parameter_list + 8, &address, 8);\n"
    "  IRRSDL64(&parameters, work, &alet, &saf, &alet, &racf, &alet, &reason, &function, &attributes, user, ring,\n"
    "           &version, parameter_list);\n"
    "  memcpy(&length, area, 4);\n"
    "  printf(\"%d/%d/%d %d ring\\n\", saf, racf, reason, length);\n"
    "  return 0;\n"
    "}\n";

constexpr const char* cmake_project =
    "cmake_minimum_required(VERSION 3.20)\nproject(one C)\nfind_package(ringside 0.1 REQUIRED)\n"
    "add_executable(one one.c)\ntarget_link_libraries(one ringside::datalib ringside::gskcms)\n";

/// One installation for all tests of the program, in a temporary folder.
class Installation : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<test_support::TemporaryDirectory>();
    const auto result = run_program("cmake --install '" RINGSIDE_BUILD_FOLDER "' --prefix " + prefix());
    ASSERT_EQ(result.status, 0) << result.output;
  }
  static void TearDownTestSuite() { folder_.reset(); }
  static std::string prefix() { return folder_->file("prefix"); }
  static std::string libraries() { return prefix() + "/" RINGSIDE_LIBDIR; }

  void make_ring() {
    for (const char* command : {"ADDUSER WEB DFLTGRP(SYS1)", "RACDCERT ID(WEB) ADDRING(Ring)",
                                "SETROPTS CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)"})
      lab_.must(command);
  }
  /// Runs a shell command as a user who has evaluated what the installed program prints.
  test_support::ProgramResult with_environment(const std::string& command) {
    return run_program("cd " + lab_.file("") + "; eval \"$(" + prefix() + "/bin/ringside --lab " + lab_.path() +
                       " --user WEB env)\"; " + command);
  }

  test_support::LabOnDisk lab_;

 private:
  static inline std::unique_ptr<test_support::TemporaryDirectory> folder_;
};

/// Returns whether a file may be missing or have another name: libraries under their whole version, CMake's file for
/// the type of the build, and Node's addon, which is built where Node's headers are.
bool depends_on_the_build(const std::string& file) {
  const bool is_of_type = file.find("ringside-config-") != std::string::npos && !file.ends_with("-version.cmake");
  return is_of_type || file.ends_with("." RINGSIDE_PROGRAM_VERSION) || file.find("/node/") != std::string::npos;
}

TEST_F(Installation, HasItsFilesAndNoOthers) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(prefix())) {
    const std::string file =
        base::replace_all(entry.path().lexically_relative(prefix()).string(), RINGSIDE_LIBDIR, "LIB");
    if (!entry.is_directory() && !depends_on_the_build(file)) files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  EXPECT_THAT(files, ElementsAreArray(installed));
}

#ifdef RINGSIDE_JAR
TEST_F(Installation, HasASmallJarThatItsProgramNames) {
  make_ring();
  const std::string jar = prefix() + "/share/java/ringside-safkeyring.jar";
  EXPECT_LT(fs::file_size(jar), 100U * 1024);
  const auto listed =
      run_program("cd " + lab_.file("") + "; eval \"$(" + prefix() + "/bin/ringside --lab " + lab_.path() +
                  " --user WEB env --java)\"; echo $JDK_JAVA_OPTIONS; keytool -list -keystore NONE "
                  "-storetype JCERACFKS -storepass password -J\"$JDK_JAVA_OPTIONS,ring=WEB/Ring\"");
  EXPECT_THAT(listed.output, testing::StartsWith("-javaagent:" + jar + "=lab="));
  EXPECT_THAT(listed.output, HasSubstr("Your keystore contains 0 entries"));
}
#endif

TEST_F(Installation, NamesNoFolderOfTheBuild) {
  const auto found =
      run_program("grep -rl '" RINGSIDE_BUILD_FOLDER "' " + prefix() + " --include=*.cmake --include=*.pc");
  EXPECT_EQ(found.output, "");
  EXPECT_THAT(run_program("readelf -d " + prefix() + "/bin/ringside").output, testing::Not(HasSubstr("RUNPATH")));
}

TEST_F(Installation, ExportsItsEntryPointsOnly) {
  for (const Exports& row : exports) {
    const auto names = run_program("nm -D --defined-only " + libraries() + "/" + row.file +
                                   " | awk '$2 != \"A\" {print $3}' | sed 's/@.*//' | LC_ALL=C sort | paste -sd ' ' -");
    EXPECT_EQ(names.output, row.names + "\n") << row.file;
  }
  EXPECT_THAT(run_program("readelf -d " + libraries() + "/libringside-datalib.so").output,
              HasSubstr("[libringside-datalib.so.0]"));
}

TEST_F(Installation, Runs) {
  make_ring();
  EXPECT_THAT(run_program(prefix() + "/bin/ringside --version").output, HasSubstr(RINGSIDE_PROGRAM_VERSION));
  const auto checked = with_environment(prefix() + "/bin/ringside env --check");
  EXPECT_EQ(checked.status, 0) << checked.output;
  EXPECT_THAT(checked.output, HasSubstr("ring           WEB/Ring: 0 certificate(s)"));
  test_support::write_file(lab_.file("hello.rexx"), "/* REXX */\nsay 'hello' 1 + 1\n");
  EXPECT_THAT(run_program(prefix() + "/bin/ringside run " + lab_.file("hello.rexx")).output, HasSubstr("hello 2"));
  EXPECT_THAT(with_environment("openssl storeutl -provider-path \"$RINGSIDE_PROVIDER_PATH\" -provider ringside "
                               "-provider default safkeyring://WEB/Ring")
                  .output,
              HasSubstr("Total found: 0"));
}

TEST_F(Installation, GivesACProgramItsRingsByPkgConfig) {
  make_ring();
  test_support::write_file(lab_.file("one.c"), c_program);
  const auto ran =
      with_environment("cc -Wall -Werror one.c $(pkg-config --cflags --libs ringside-datalib) -o one && ./one");
  EXPECT_EQ(ran.output, "0/0/0 1 ring\n");
}

TEST_F(Installation, GivesACProgramItsRingsByCMake) {
  make_ring();
  test_support::write_file(lab_.file("one.c"), c_program);
  test_support::write_file(lab_.file("CMakeLists.txt"), cmake_project);
  const auto ran = with_environment("{ cmake -B built -DCMAKE_PREFIX_PATH=" + prefix() +
                                    " && cmake --build built; } >log 2>&1 || cat log; built/one");
  EXPECT_EQ(ran.output, "0/0/0 1 ring\n");
}

}  // namespace
}  // namespace ringside

#endif

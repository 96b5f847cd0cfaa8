// tests/app/connections/installed_files_test.cpp - where libraries are found: in a build and in an installation.
#include "app/connections/installed_files.hpp"

#include <gmock/gmock.h>

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

class InstalledFiles : public testing::Test {
 protected:
  /// Makes an empty file below the root, and its folders.
  std::filesystem::path make(const std::filesystem::path& file) {
    const std::filesystem::path path = root_ / file;
    std::filesystem::create_directories(path.parent_path());
    test_support::write_file(path.string(), "");
    return path;
  }

  test_support::TemporaryDirectory folder_;
  std::filesystem::path root_ = folder_.path();
};

TEST_F(InstalledFiles, AreFoundInABuildBesideTheProgram) {
  const auto module = make(std::filesystem::path("lib") / pkcs11_module);
  const auto provider = make(std::filesystem::path("lib") / store_provider);
  const auto agent = make(std::filesystem::path("lib") / java_agent);
  EXPECT_EQ(path_of(java_agent, root_ / "app"), agent);
  EXPECT_EQ(path_of(pkcs11_module, root_ / "app"), module);
  EXPECT_EQ(path_of(store_provider, root_ / "app"), provider);
  EXPECT_EQ(path_of(datalib_library, root_ / "app"), std::nullopt);
}

TEST_F(InstalledFiles, AreFoundInAnInstallationWhereOthersLookForThem) {
  const std::filesystem::path libraries = RINGSIDE_LIBDIR;
  const auto module = make(libraries / "pkcs11" / pkcs11_module);
  const auto provider = make(libraries / "ossl-modules" / store_provider);
  const auto library = make(libraries / datalib_library);
  const auto tool = make("bin/keyring-util");
  const auto agent = make(std::filesystem::path("share/java") / java_agent);
  const std::filesystem::path programs = root_ / "bin";
  EXPECT_EQ(path_of(pkcs11_module, programs), module);
  EXPECT_EQ(path_of(store_provider, programs), provider);
  EXPECT_EQ(path_of(datalib_library, programs), library);
  EXPECT_EQ(path_of("keyring-util", programs), tool);
  EXPECT_EQ(path_of(java_agent, programs), agent);
  EXPECT_EQ(path_of("no such file", programs), std::nullopt);
}

TEST_F(InstalledFiles, AreFoundByPathOnlyIfNoOtherStandsBefore) {
  const auto program = make("bin/ringside"), other = make("other/ringside");
  const auto list = [](const std::filesystem::path& first, const std::filesystem::path& second) {
    return first.parent_path().string() + ":" + second.parent_path().string();
  };
  EXPECT_FALSE(is_found_by_path(program, list(program, other))) << "it is not executable";
  for (const auto& each : {program, other})
    std::filesystem::permissions(each, std::filesystem::perms::owner_all, std::filesystem::perm_options::add);
  EXPECT_TRUE(is_found_by_path(program, list(program, other)));
  EXPECT_FALSE(is_found_by_path(program, list(other, program)));
  EXPECT_TRUE(is_found_by_path(program, list(root_ / "none" / "x", program)));
  EXPECT_FALSE(is_found_by_path(program, ""));
}

TEST(ProgramFolder, IsThatOfTheRunningProgram) {
  EXPECT_TRUE(std::filesystem::exists(program_folder() / "app_test")) << program_folder();
}

TEST(LoaderFolders, AreThoseOfTheSystem) {
  const std::string architecture = std::filesystem::path(RINGSIDE_LIBDIR).filename().string();
  EXPECT_TRUE(is_searched_by_the_loader("/usr/lib"));
  EXPECT_TRUE(is_searched_by_the_loader("/usr/local/lib/" + architecture));
  EXPECT_FALSE(is_searched_by_the_loader("/opt/ringside/lib"));
  EXPECT_FALSE(is_searched_by_the_loader("/usr/lib/else"));
}

}  // namespace
}  // namespace ringside::app

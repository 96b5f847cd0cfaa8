// tests/app/key_folder_test.cpp - which folder keeps seeded keys, and that reports do not depend on it.
#include "app/key_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <optional>

#include <gmock/gmock.h>

#include "app/program.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::HasSubstr;

/// An environment variable as long as a test lasts.
class Variable {
 public:
  Variable(const char* name, const std::optional<std::string>& value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    set(value);
  }
  ~Variable() { set(old_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const std::optional<std::string>& value) const {
    value ? ::setenv(name_, value->c_str(), 1) : ::unsetenv(name_);
  }
  const char* name_;
  std::optional<std::string> old_;
};

TEST(KeyFolder, IsTheUsersCacheUnlessSomethingElseIsSaid) {
  const test_support::TemporaryDirectory directory;
  const Variable nothing_said("RINGSIDE_KEY_CACHE", std::nullopt);
  const Variable home("HOME", "/home/somebody");
  const Variable no_cache("XDG_CACHE_HOME", std::nullopt);
  EXPECT_EQ(key_folder(""), "/home/somebody/.cache/ringside/keys");
  const Variable cache("XDG_CACHE_HOME", "/var/somewhere");
  EXPECT_EQ(key_folder(""), "/var/somewhere/ringside/keys");
  const Variable relative("XDG_CACHE_HOME", "somewhere");
  EXPECT_EQ(key_folder(""), "/home/somebody/.cache/ringside/keys");
  const Variable variable("RINGSIDE_KEY_CACHE", directory.file("variable"));
  EXPECT_EQ(key_folder(""), directory.file("variable"));
  EXPECT_EQ(key_folder(directory.file("option")), directory.file("option"));
  EXPECT_EQ(key_folder("none"), "");
}

TEST(KeyFolder, IsNowhereWithoutAHome) {
  const Variable nothing_said("RINGSIDE_KEY_CACHE", std::nullopt);
  const Variable no_cache("XDG_CACHE_HOME", std::nullopt);
  const Variable no_home("HOME", std::nullopt);
  EXPECT_EQ(key_folder(""), "");
  const Variable empty_home("HOME", "");
  EXPECT_EQ(key_folder(""), "");
}

TEST(KeyFolder, ThatWasAskedForAndCannotBeIsAnError) {
  const test_support::TemporaryDirectory directory;
  test_support::write_file(directory.file("plain"), "");
  const std::string below = directory.file("plain") + "/keys";
  const auto run = run_ringside({"--key-cache", below, "tso", "PROFILE"});
  EXPECT_EQ(run.status, exit_usage);
  EXPECT_THAT(run.error, HasSubstr("--key-cache " + below + ": "));
  const Variable variable("RINGSIDE_KEY_CACHE", below);
  EXPECT_THAT(run_ringside({"tso", "PROFILE"}).error, HasSubstr("RINGSIDE_KEY_CACHE " + below + ": "));
}

TEST(KeyFolder, ChangesNoReport) {
  const test_support::TemporaryDirectory directory;
  test_support::write_file(directory.file("keys.yaml"),
                           "name: keys\nsteps:\n- tso:\n"
                           "  - RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') RSA SIZE(1024)\n"
                           "  - RACDCERT CERTAUTH LIST(LABEL('CA'))\n");
  const auto report = [&](const std::string& folder) {
    return run_ringside({"--key-cache", folder, "test", "--show", directory.file("keys.yaml")}).out;
  };
  const std::string without = report("none");
  EXPECT_THAT(without, HasSubstr("CN=CA"));
  EXPECT_EQ(report(directory.file("kept")), without);
  EXPECT_FALSE(std::filesystem::is_empty(directory.file("kept")));
  EXPECT_EQ(report(directory.file("kept")), without);
}

TEST(KeyFolder, MakesTheSameLabWithAndWithout) {
  const test_support::TemporaryDirectory directory;
  const auto exported = [&](const std::string& folder) {
    return run_ringside({"--date", "2026-01-01", "--seed", "s", "--key-cache", folder, "tso", "ADDUSER A",
                         "RACDCERT ID(A) GENCERT SUBJECTSDN(CN('A')) WITHLABEL('A') DSA SIZE(1024)",
                         "RACDCERT ID(A) GENCERT SUBJECTSDN(CN('B')) WITHLABEL('B') RSA SIZE(1024)",
                         "RACDCERT ID(A) LIST"})
        .out;
  };
  const std::string without = exported("none");
  EXPECT_THAT(without, HasSubstr("Label: B"));
  EXPECT_EQ(exported(directory.file("kept")), without);
  EXPECT_EQ(exported(directory.file("kept")), without);
}

}  // namespace
}  // namespace ringside::app

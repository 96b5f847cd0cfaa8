// tests/app/connections/shell_lines_test.cpp - the lines that set a shell up.
#include "app/connections/shell_lines.hpp"

#include <gmock/gmock.h>

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using testing::ElementsAre;

std::vector<std::string> lines(const connectors::Settings& settings, const std::filesystem::path& program_folder,
                               const std::string& library_path = "") {
  std::vector<std::string> lines;
  const auto present = [&](const std::string& name) {
    return name == "LD_LIBRARY_PATH" ? std::optional(library_path) : std::nullopt;
  };
  for (const Variable& variable : variables_for(settings, program_folder, present))
    lines.push_back(shell_line(variable));
  return lines;
}

connectors::Settings some_settings() {
  connectors::Settings settings;
  settings.lab = "/labs/x.lab";
  settings.system = "SYS1";
  settings.user = "WEB";
  return settings;
}

TEST(ShellLines, NameTheLabTheSystemAndTheUser) {
  connectors::Settings settings = some_settings();
  EXPECT_THAT(lines(settings, "/nowhere/bin"),
              ElementsAre("export RINGSIDE_LAB='/labs/x.lab'", "export RINGSIDE_SYSTEM='SYS1'",
                          "export RINGSIDE_USER='WEB'", "export RINGSIDE_LENIENT='0'"));
  settings.lenient = true;
  EXPECT_EQ(lines(settings, "/nowhere/bin").back(), "export RINGSIDE_LENIENT='1'");
}

TEST(ShellLines, NameTheLibrariesThatAreThere) {
  const test_support::TemporaryDirectory folder;
  const std::string root = folder.path().string();
  std::filesystem::create_directories(folder.path() / "lib/ringside/node");
  for (const char* name : {"libringside-datalib.so", "libringside-pkcs11.so", "ringside.so"})
    test_support::write_file(root + "/lib/" + name, "");
  const auto all = lines(some_settings(), folder.path() / "app", "/other:" + root + "/lib");
  EXPECT_THAT(std::vector(all.begin() + 4, all.end()),
              ElementsAre("export RINGSIDE_PKCS11_MODULE='" + root + "/lib/libringside-pkcs11.so'",
                          "export RINGSIDE_PROVIDER_PATH='" + root + "/lib'",
                          "export KEYRING_JS_PREBUILD='" + root + "/lib/ringside/node'",
                          "export LD_LIBRARY_PATH='" + root + "/lib:/other'",
                          "export PKG_CONFIG_PATH='" + root + "/lib/pkgconfig'"));
}

TEST(ShellLines, AreReadBackByAShellWhateverIsInThem) {
  for (const std::string value : {"a b", "it's", "'", "$(touch x)`id`\"\\", "two\nlines", "-n", ""}) {
    const std::string script = shell_line({"V", value}) + "\nprintf '%s.' \"$V\"";
    EXPECT_EQ(test_support::run_program(script).output, value + ".") << value;
  }
}

}  // namespace
}  // namespace ringside::app

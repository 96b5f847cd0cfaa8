// tests/docs/run_example.cpp - runs examples of the documentation.
#include "tests/docs/run_example.hpp"

#include <cstdlib>
#include <filesystem>

#include "tests/support/places.hpp"

namespace ringside::test_support {
namespace fs = std::filesystem;

namespace {

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

}  // namespace

ExampleFolder::ExampleFolder() {
  fs::create_symlink(RINGSIDE_BINARY, bin_.file("ringside"));
  fs::create_symlink(RINGSIDE_KEYRING_UTIL, bin_.file("keyring-util"));
}

void ExampleFolder::copy(const std::string& from, const std::string& to) {
  fs::create_directories(fs::path(folder_.file(to)).parent_path());
  fs::copy(source_folder() / from, folder_.file(to), fs::copy_options::recursive);
}

void ExampleFolder::write(const std::string& name, const std::string& content) {
  fs::create_directories(fs::path(folder_.file(name)).parent_path());
  write_file(folder_.file(name), content);
}

ExampleFolder::Ran ExampleFolder::run(const std::string& command) {
  write_file(bin_.file("command"), "(exit " + std::to_string(status_) + ")\n" + command + "\n");
  const ProgramResult result =
      run_program("cd " + quoted(folder_.path()) + " && PATH=" + quoted(bin_.path()) +
                  ":$PATH HOME=" + quoted(folder_.path()) + " TZ=UTC sh " + quoted(bin_.file("command")));
  status_ = result.status;
  return {result.status, result.output};
}

}  // namespace ringside::test_support

// tests/support/peers.cpp - the programs of others that tests run: whether they are here, and whether they must be.
#include "tests/support/peers.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <unistd.h>

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace ringside::test_support {
namespace {

std::string variable(const std::string& name) {
  const char* const value = std::getenv(name.c_str());
  return value == nullptr ? "" : value;
}

bool is_required(const std::string& name) {
  const auto required = base::split(variable("RINGSIDE_REQUIRE"), ',');
  return std::any_of(required.begin(), required.end(),
                     [&](std::string_view each) { return base::trim(std::string(each)) == name; });
}

}  // namespace

std::optional<std::string> program_path(const std::string& program) {
  for (const auto& folder : base::split(variable("PATH") + ":/usr/sbin:/sbin", ':')) {
    const std::string path = std::string(folder) + "/" + program;
    if (access(path.c_str(), X_OK) == 0) return path;
  }
  return std::nullopt;
}

bool peer_is_here(const std::string& program) {
  return peer_is_here(program, program_path(program).has_value());
}

bool peer_is_here(const std::string& name, bool is_here) {
  if (!is_here && is_required(name)) ADD_FAILURE() << name << " is missing, and RINGSIDE_REQUIRE names it";
  return is_here;
}

std::vector<std::string> source_folders(const std::string& variable_name, const std::string& name) {
  const std::string folder = variable(variable_name);
  if (folder.empty() && !is_required(name)) return {};
  return {folder};
}

}  // namespace ringside::test_support

// app/commands/password_place.cpp - reads a password from a file or from a variable.
#include "app/commands/password_place.hpp"

#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "app/program.hpp"
#include "base/text.hpp"
#include "emulator/host/real_files.hpp"

namespace ringside::app {

std::string password_from(const std::string& option, const std::string& place) {
  const std::string kind = place.substr(0, place.find(':'));
  const std::string name = place.size() > kind.size() ? place.substr(kind.size() + 1) : "";
  if (kind == "env") {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) throw UsageError(option + ": there is no variable " + name);
    return value;
  }
  if (kind != "file") throw UsageError(option + ": must be file:PATH or env:NAME");
  const auto content = host::RealFiles("/").read(std::filesystem::absolute(name).generic_string());
  if (!content) throw UsageError(fmt::format("{} {}: {}", option, name, host::file_error_text(content.error())));
  const auto lines = base::lines(base::to_text(*content));
  return lines.empty() ? "" : lines.front();
}

}  // namespace ringside::app

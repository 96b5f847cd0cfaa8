// app/password.cpp - the options that name a password, and where it is read.
#include "app/password.hpp"

#include <cstdlib>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "app/commands/tool_host.hpp"
#include "base/text.hpp"
#include "emulator/host/real_files.hpp"

namespace ringside::app {
namespace {

std::string variable(const std::string& option, const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) throw UsageError(option + ": there is no variable " + name);
  return value;
}

std::string first_line_of(const std::string& option, const std::string& path) {
  const auto content = host::RealFiles("/").read(std::filesystem::absolute(path).generic_string());
  if (!content) throw UsageError(fmt::format("{} {}: {}", option, path, host::file_error_text(content.error())));
  const auto lines = base::lines(base::to_text(*content));
  return lines.empty() ? "" : lines.front();
}

}  // namespace

std::vector<Option> password_options(PasswordArguments& password, const std::string& about) {
  return {{password.name, &password.text, about + "; a terminal asks for it"},
          {password.name + "-from",
           &password.from,
           "where that password is: file:PATH (its first line), env:NAME or stdin, which other users cannot see",
           {.type = "PLACE"},
           password.name}};
}

std::string password_from(Program& program, const std::string& option, const std::string& place) {
  const std::size_t colon = place.find(':');
  const std::string kind = place.substr(0, colon);
  const std::string name = colon == std::string::npos ? "" : place.substr(colon + 1);
  if (place == "stdin") return ConsoleStreams(program).read_line().value_or("");
  if (kind == "env") return variable(option, name);
  if (kind == "file" && !name.empty()) return first_line_of(option, name);
  throw UsageError(option + ": must be file:PATH, env:NAME or stdin");
}

std::optional<base::Secret> given_password(Program& program, const PasswordArguments& password) {
  if (!password.text.empty()) return base::Secret(password.text);
  if (password.from.empty()) return std::nullopt;
  return base::Secret(password_from(program, password.name + "-from", password.from));
}

std::optional<base::Secret> asked_password(Program& program, const std::string& prompt) {
  if (!program.is_terminal()) return std::nullopt;
  program.error() << prompt << std::flush;
  return base::Secret(ConsoleStreams(program).read_line(true).value_or(""));
}

}  // namespace ringside::app

// server/services/files/named_text.cpp - reads data sets and UNIX files as text, for the services that are given a
// name.
#include "server/services/files/named_text.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/host/records.hpp"
#include "emulator/racf/users/unix_user.hpp"
#include "server/services/files/data_set_access.hpp"

namespace ringside::services {

tl::expected<std::string, std::string> unix_file_text(Call& call, const std::string& path) {
  racf::Session session(call.lab, call.system, call.user);
  const host::LabFiles files(call.lab, call.system, racf::unix_user(session).user);
  const auto content = files.read(host::resolve("/", path));
  if (!content)
    return tl::unexpected(fmt::format("{}: {}", base::printable(path), host::file_error_text(content.error())));
  return base::to_text(*content);
}

tl::expected<std::string, std::string> data_set_text(Call& call, std::string name) {
  const bool quoted = name.size() > 1 && name.front() == '\'' && name.back() == '\'';
  if (quoted) name = name.substr(1, name.size() - 2);
  const std::string full = host::qualify(name, quoted, call.user);
  const auto found = host::DataSets(call.lab, call.system.name).find(full);
  if (!found) return tl::unexpected(fmt::format("Data set not found: {}", base::printable(full)));
  if (const auto denial = data_set_denial(call, full, racf::AccessLevel::read)) return tl::unexpected(*denial);
  const auto text = found->is_library ? std::nullopt : host::text_of(*found);
  if (!text) return tl::unexpected(fmt::format("Data set {} does not hold lines of text", base::printable(full)));
  return *text;
}

}  // namespace ringside::services

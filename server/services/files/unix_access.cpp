// server/services/files/unix_access.cpp - the UNIX files of a z/OS system as the caller of a service sees them.
#include "server/services/files/unix_access.hpp"

#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/users/unix_user.hpp"
#include "server/services/files/file_errors.hpp"

namespace ringside::services {
namespace {

constexpr std::string_view permission_letters = "rwxrwxrwx";

/// The bits of an octal number of three or four digits.
std::optional<unsigned> octal_bits(const std::string& text) {
  constexpr std::size_t least = 3, most = 4;
  if (text.size() < least || text.size() > most || text.find_first_not_of("01234567") != std::string::npos)
    return std::nullopt;
  unsigned bits = 0;
  for (const char c : text) bits = bits << 3 | static_cast<unsigned>(c - '0');
  return bits;
}

/// UID or GID of a profile; 0 without one.
long unix_id(Call& call, const std::string& profile_class, const std::string& profile, const std::string& field) {
  constexpr long most = 2'147'483'647;
  racf::Session session(call.lab, call.system, call.user);
  const auto segments = session.database.segments.all(profile_class, profile);
  const auto omvs = segments.find("OMVS");
  if (omvs == segments.end()) return 0;
  const auto value = omvs->second.find(field);
  return value == omvs->second.end() ? 0 : base::number(value->second, most).value_or(0);
}

}  // namespace

host::LabFiles unix_files_of(Call& call) {
  racf::Session session(call.lab, call.system, call.user);
  const racf::UnixUser user = racf::unix_user(session);
  if (!call.lab.is_read_only()) racf::make_home_and_tmp(session, user);
  return {call.lab, call.system, user.user};
}

std::string unix_path(const Call& call) {
  return host::resolve("/", call.parts.front());
}

http::Response unix_error(host::FileError error, const std::string& path) {
  const std::vector<std::string> details{fmt::format("{}: {}", base::printable(path), host::file_error_text(error))};
  switch (error) {
    case host::FileError::missing:
      return file_error(404, {1, 4, 8}, "File not found.", details);
    case host::FileError::name_too_long:
      return file_error(400, {1, 4, 1}, host::file_error_text(error));
    case host::FileError::exists:
      return file_error(500, {1, 4, 19}, "The specified file already exists.", details);
    case host::FileError::denied:
    case host::FileError::not_permitted:
      return file_error(500, {4, 8, 0}, "Permission denied.", details);
    default:
      return file_error(500, {1, 8, 0}, host::file_error_text(error), details);
  }
}

std::optional<unsigned> mode_bits(const std::string& text) {
  if (text.size() != permission_letters.size()) return octal_bits(text);
  unsigned bits = 0;
  for (std::size_t at = 0; at < permission_letters.size(); ++at) {
    if (text[at] != permission_letters[at] && text[at] != '-') return std::nullopt;
    bits = bits << 1 | (text[at] == permission_letters[at] ? 1u : 0u);
  }
  return bits;
}

std::string mode_text(const host::FileStatus& status) {
  std::string text(1, status.directory ? 'd' : '-');
  for (std::size_t at = 0; at < permission_letters.size(); ++at)
    text += (status.mode >> (permission_letters.size() - 1 - at) & 1u) != 0 ? permission_letters[at] : '-';
  return text;
}

base::Json unix_item(Call& call, const std::string& name, const host::FileStatus& status) {
  const base::CivilTime at = base::to_local(status.modified, call.lab.zone());
  return {{"name", name},
          {"mode", mode_text(status)},
          {"size", static_cast<std::int64_t>(status.size)},
          {"uid", unix_id(call, "USER", status.owner, "UID")},
          {"user", status.owner},
          {"gid", unix_id(call, "GROUP", status.group, "GID")},
          {"group", status.group},
          {"mtime", fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", at.year, at.month, at.day, at.hour, at.minute,
                                at.second)}};
}

}  // namespace ringside::services

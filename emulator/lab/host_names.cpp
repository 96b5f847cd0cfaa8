// emulator/lab/host_names.cpp - the host names under which clients reach the systems of a lab.
#include "emulator/lab/host_names.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "emulator/crypto/certificates/extensions.hpp"

namespace ringside::lab {
namespace {

std::string setting_of(const std::string& system) {
  return "host names of " + system;
}

// RFC 1123, 2.1: letters, digits and hyphens, no hyphen at either end. '_' is not allowed there, but in use.
bool is_label(const std::string& text) {
  constexpr std::size_t longest_label = 63;
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return !text.empty() && text.size() <= longest_label && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), is_allowed);
}

bool is_host_name(const std::string& text) {
  constexpr std::size_t longest_name = 253;
  if (text.empty() || text.size() > longest_name) return false;
  const auto labels = base::split(text, '.');
  return std::all_of(labels.begin(), labels.end(), is_label);
}

}  // namespace

bool is_address(const std::string& text) {
  return crypto::ip_octets(text).has_value();
}

std::vector<std::string> host_names(Lab& lab, const std::string& system) {
  const std::string names = lab.systems().setting(setting_of(system));
  return names.empty() ? std::vector<std::string>{} : base::split(names, ',');
}

void set_host_names(Lab& lab, const std::string& system, const std::vector<std::string>& names) {
  lab.systems().set_setting(setting_of(system), base::join(names, ","));
}

std::optional<std::string> system_of_host(Lab& lab, const std::string& host) {
  const std::string wanted = base::lower(host);
  for (const database::SystemRecord& system : lab.systems().all())
    for (const std::string& name : host_names(lab, system.name))
      if (base::lower(name) == wanted) return system.name;
  return std::nullopt;
}

tl::expected<std::vector<std::string>, std::string> parse_host_names(const std::string& text) {
  std::vector<std::string> names;
  for (const std::string& part : base::split(text, ',')) {
    const std::string name = base::trim(part);
    if (!is_host_name(name) && !is_address(name))
      return tl::unexpected("'" + base::printable(name) + "' is not a host name or IP address");
    names.push_back(name);
  }
  return names;
}

}  // namespace ringside::lab

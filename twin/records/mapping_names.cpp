// twin/records/mapping_names.cpp - the names of mappings in records 0508 and 0509.
#include "twin/records/mapping_names.hpp"

namespace ringside::twin {
namespace {

constexpr std::string_view cent_sign = "\u00a2";

std::string without_blanks(std::string_view text) {
  std::string name;
  for (const char c : text) {
    if (c == ' ')
      name += cent_sign;
    else
      name += c;
  }
  return name;
}

std::string with_blanks(std::string_view name) {
  std::string text;
  while (!name.empty()) {
    const bool is_blank = name.starts_with(cent_sign);
    text += is_blank ? ' ' : name.front();
    name.remove_prefix(is_blank ? cent_sign.size() : 1);
  }
  return text;
}

}  // namespace

std::string joined_names(const FilterNames& names) {
  return names.issuer + std::string(cent_sign) + names.subject;
}

FilterNames split_names(std::string_view joined) {
  const std::size_t border = joined.find(cent_sign);
  if (border == std::string_view::npos) return {"", std::string(joined)};
  return {std::string(joined.substr(0, border)), std::string(joined.substr(border + cent_sign.size()))};
}

std::string identity_profile(const IdentityNames& names) {
  return without_blanks(names.name) + std::string(cent_sign) + without_blanks(names.registry);
}

std::string identity_name(std::string_view profile, std::string_view registry) {
  const std::string end = std::string(cent_sign) + without_blanks(registry);
  if (profile.ends_with(end) && profile.size() > end.size()) profile.remove_suffix(end.size());
  return with_blanks(profile);
}

}  // namespace ringside::twin

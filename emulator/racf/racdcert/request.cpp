// emulator/racf/racdcert/request.cpp - owner and required operands of a RACDCERT request.
#include "emulator/racf/racdcert/request.hpp"

#include <vector>

namespace ringside::racf::racdcert {

std::string Owner::phrase() const {
  if (is_certauth()) return "CERTAUTH";
  if (is_site()) return "SITE";
  if (is_multiid()) return "MULTIID";
  return "user " + id;
}

std::string Owner::operand() const {
  if (is_certauth()) return "CERTAUTH";
  if (is_site()) return "SITE";
  if (is_multiid()) return "MULTIID";
  return "ID(" + id + ")";
}

Result<std::optional<Owner>> owner_in(const parser::Keyword& keyword) {
  std::optional<Owner> owner;
  std::string given;
  const std::vector<std::pair<std::string, std::string>> choices = {{"ID", keyword.value_of("ID")},
                                                                    {"CERTAUTH", database::certauth_owner},
                                                                    {"SITE", database::site_owner},
                                                                    {"MULTIID", database::multiid_owner}};
  for (const auto& [name, id] : choices) {
    if (!keyword.has(name)) continue;
    if (owner) return refuse(MessageId::rsd207i, given, name);
    owner = Owner{id};
    given = name;
  }
  return owner;
}

Result<Owner> owner_or(const parser::Keyword& keyword, const Owner& otherwise) {
  return owner_in(keyword).map([&](const std::optional<Owner>& owner) { return owner.value_or(otherwise); });
}

Result<void> require(const parser::Keyword& inside, const std::string& keyword) {
  if (!inside.has(keyword)) return refuse(MessageId::irrd130i, keyword);
  return {};
}

}  // namespace ringside::racf::racdcert

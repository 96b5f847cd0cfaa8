// emulator/racf/racdcert/subject.cpp - SUBJECTSDN and ALTNAME to names.
#include "emulator/racf/racdcert/subject.hpp"

#include <vector>

#include "emulator/base/limits.hpp"

namespace ringside::racf::racdcert_functions {
namespace {

std::vector<std::string> values_of(const parser::Keyword& keyword, const std::string& name) {
  std::vector<std::string> texts;
  if (const parser::Keyword* found = keyword.find(name))
    for (const parser::Value& value : found->values)
      if (!value.text.empty()) texts.push_back(value.text);
  return texts;
}

}  // namespace

Result<crypto::DistinguishedName> subject_operand(const parser::Keyword& operands) {
  const parser::Keyword* given = operands.find("SUBJECTSDN");
  std::vector<crypto::NamePart> parts;
  if (given != nullptr)
    for (const char* attribute : {"CN", "T", "OU", "O", "L", "SP", "C"})
      for (const std::string& value : values_of(*given, attribute)) parts.push_back({attribute, value});
  if (parts.empty()) return refuse(MessageId::irrd130i, "SUBJECTSDN");
  auto name = crypto::DistinguishedName::from_parts(parts);
  if (!name) return refuse(MessageId::rsd209i, "SUBJECTSDN", "given", name.error().detail);
  if (name->listing().size() > base::limits::subject_characters)
    return refuse(MessageId::rsd209i, "SUBJECTSDN", "given", "it is longer than 1024 characters");
  return std::move(*name);
}

std::optional<crypto::AltNames> alt_name_operand(const parser::Keyword& operands) {
  const parser::Keyword* given = operands.find("ALTNAME");
  if (given == nullptr) return std::nullopt;
  crypto::AltNames names{values_of(*given, "IP"), values_of(*given, "EMAIL"), values_of(*given, "DOMAIN"),
                         values_of(*given, "URI")};
  if (names.empty()) return std::nullopt;
  return names;
}

}  // namespace ringside::racf::racdcert_functions

// emulator/racf/racdcert/generate/subject.cpp - the names of a certificate: SUBJECTSDN and ALTNAME.
#include "emulator/racf/racdcert/generate/subject.hpp"

#include <vector>

#include "base/limits.hpp"

namespace ringside::racf::racdcert {
namespace {

std::vector<std::string> values_of(const parser::Keyword& keyword, const std::string& name) {
  std::vector<std::string> texts;
  if (const parser::Keyword* found = keyword.find(name))
    for (const parser::Value& value : found->values)
      if (!value.text.empty()) texts.push_back(value.text);
  return texts;
}

// "IP" holds one value, "AIP" a list of them.
std::vector<std::string> one_or_list(const parser::Keyword& alt_name, const std::string& kind) {
  std::vector<std::string> values = values_of(alt_name, kind);
  for (std::string& value : values_of(alt_name, "A" + kind)) values.push_back(std::move(value));
  return values;
}

}  // namespace

Result<std::optional<crypto::DistinguishedName>> read_subject(const Request& request) {
  const parser::Keyword* given = request.operands.find("SUBJECTSDN");
  if (given == nullptr) return std::nullopt;
  std::vector<crypto::NamePart> parts;
  for (const char* attribute : {"CN", "T", "OU", "O", "L", "SP", "C"})
    for (const std::string& value : values_of(*given, attribute)) parts.push_back({attribute, value});
  if (parts.empty()) return refuse(MessageId::irrd130i, "SUBJECTSDN");
  auto name = crypto::DistinguishedName::from_parts(parts);
  if (!name) return refuse(MessageId::rsd209i, "SUBJECTSDN", "given", name.error().detail);
  if (name->listing().size() > base::limits::subject_characters)
    return refuse(MessageId::rsd209i, "SUBJECTSDN", "given", "it is longer than 1024 characters");
  return std::move(*name);
}

std::optional<AltNameOperand> read_alt_name(const parser::Keyword& operands) {
  const parser::Keyword* given = operands.find("ALTNAME");
  if (given == nullptr) return std::nullopt;
  AltNameOperand operand{{one_or_list(*given, "IP"), one_or_list(*given, "EMAIL"), one_or_list(*given, "DOMAIN"),
                          one_or_list(*given, "URI")},
                         ""};
  for (const char* list : {"AIP", "ADOMAIN", "AEMAIL", "AURI"})
    if (operand.list.empty() && given->has(list)) operand.list = list;
  return operand;
}

Result<std::optional<crypto::AltNames>> alt_names_for(lab::RacfLevel level,
                                                      const std::optional<AltNameOperand>& operand) {
  if (!operand) return std::nullopt;
  if (!operand->list.empty() && level < lab::RacfLevel::v3r2)
    return refuse(MessageId::rsd209i, "ALTNAME", operand->list, "it needs RACF level 3.2");
  for (const std::string& email : operand->names.email)
    if (email.find('@') == std::string::npos) return refuse(MessageId::rsd209i, "EMAIL", email, "it has no '@'");
  for (const std::string& uri : operand->names.uri)
    if (uri.find(':') == std::string::npos) return refuse(MessageId::rsd209i, "URI", uri, "it has no scheme");
  if (operand->names.empty()) return std::nullopt;
  return operand->names;
}

}  // namespace ringside::racf::racdcert

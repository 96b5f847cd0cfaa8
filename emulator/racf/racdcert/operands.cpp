// emulator/racf/racdcert/operands.cpp - operands that several RACDCERT functions have, and how they are read.
#include "emulator/racf/racdcert/operands.hpp"

#include "base/text.hpp"

namespace ringside::racf::racdcert {

Result<void> require(bool given, const std::string& keyword) {
  if (!given) return refuse(MessageId::irrd130i, keyword);
  return {};
}

std::optional<std::string> read_text(const parser::Keyword& inside, const std::string& name) {
  const parser::Keyword* keyword = inside.find(name);
  if (keyword == nullptr) return std::nullopt;
  return keyword->value();
}

std::string label_value(const std::string& operand) {
  return base::trim(operand);
}

std::optional<std::string> read_label(const parser::Keyword& inside, const std::string& name) {
  const auto text = read_text(inside, name);
  if (!text) return std::nullopt;
  return label_value(*text);
}

Owner read_owner(const parser::Keyword& inside, const Owner& otherwise) {
  if (inside.has("ID")) return Owner{inside.value_of("ID")};
  if (inside.has("CERTAUTH")) return Owner{database::certauth_owner};
  if (inside.has("SITE")) return Owner{database::site_owner};
  return inside.has("MULTIID") ? Owner{database::multiid_owner} : otherwise;
}

Selection read_selection(const Request& request) {
  Selection selection{read_label(request.function, "LABEL"), read_text(request.function, "SERIALNUMBER"),
                      read_text(request.function, "ISSUERSDN")};
  if (selection.serial_number) selection.serial_number = base::upper(*selection.serial_number);
  return selection;
}

std::optional<SignWith> read_sign_with(const Request& request) {
  const parser::Keyword* keyword = request.operands.find("SIGNWITH");
  if (keyword == nullptr) return std::nullopt;
  return SignWith{read_owner(*keyword, request.owner), read_label(*keyword, "LABEL")};
}

std::optional<DataSetOperand> read_data_set(const parser::Keyword* keyword) {
  if (keyword == nullptr || keyword->values.empty()) return std::nullopt;
  return DataSetOperand{keyword->values.front().text, keyword->values.front().quoted};
}

}  // namespace ringside::racf::racdcert

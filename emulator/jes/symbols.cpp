// emulator/jes/symbols.cpp - JCL symbols in operands.
#include "emulator/jes/symbols.hpp"

#include <algorithm>

namespace ringside::jes {
namespace {

constexpr std::size_t longest_symbol = 8;

bool is_symbol_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '@' || c == '#' || c == '$';
}

std::string_view symbol_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < longest_symbol && is_symbol_character(text[end])) ++end;
  return text.substr(at, end - at);
}

void resolve(parser::JclOperand& operand, bool in_apostrophes, const std::string& sysuid,
             std::vector<std::string>& unknown) {
  if (operand.parts.empty()) {
    if (!operand.quoted || in_apostrophes) operand.text = with_symbols(operand.text, sysuid, unknown);
    return;
  }
  std::vector<std::string> named_again;  // the parts name them too
  operand.text = with_symbols(operand.text, sysuid, named_again);
  for (parser::JclOperand& part : operand.parts) resolve(part, in_apostrophes, sysuid, unknown);
}

}  // namespace

std::string with_symbols(std::string_view text, const std::string& sysuid, std::vector<std::string>& unknown) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '&') {
      result += text[at];
      continue;
    }
    const std::string_view name = symbol_at(text, at + 1);
    if (name == "SYSUID") {
      result += sysuid;
      at += name.size();
      if (text.substr(at + 1, 1) == ".") ++at;
    } else if (text.substr(at, 2) == "&&") {
      result += "&&";
      ++at;
    } else {
      result += '&';
      if (!name.empty() && std::find(unknown.begin(), unknown.end(), name) == unknown.end()) unknown.emplace_back(name);
    }
  }
  return result;
}

void resolve_symbols(parser::JclOperand& operand, const std::string& sysuid, std::vector<std::string>& unknown) {
  resolve(operand, operand.keyword == "PARM" || operand.keyword == "ACCT", sysuid, unknown);
}

}  // namespace ringside::jes

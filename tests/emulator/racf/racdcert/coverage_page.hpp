// tests/emulator/racf/racdcert/coverage_page.hpp - docs/racdcert.md, generated from the tables of RACDCERT.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/racf/racdcert/function_table.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::racf::racdcert {

inline std::span<const parser::KeywordSpec> racdcert_keywords() {
  return parser::find_command("RACDCERT")->keywords;
}

/// The operands at the top level, without the functions.
inline std::vector<const parser::KeywordSpec*> racdcert_operands() {
  std::vector<const parser::KeywordSpec*> operands;
  for (const parser::KeywordSpec& keyword : racdcert_keywords())
    if (find_function_rule(keyword.name) == nullptr) operands.push_back(&keyword);
  return operands;
}

inline std::string word_for(OperandStatus status) {
  switch (status) {
    case OperandStatus::implemented:
      return "yes";
    case OperandStatus::stored_only:
      return "stored";
    case OperandStatus::refused:
      return "refused";
    case OperandStatus::no_meaning:
      break;
  }
  return "-";
}

struct Family {
  std::string_view title;
  std::vector<std::string_view> functions;
};

inline const std::vector<Family>& families() {
  static const std::vector<Family> all = {
      {"Making and bringing in certificates", {"GENCERT", "ADD", "IMPORT", "REKEY", "ROLLOVER"}},
      {"Changing certificates and giving them out", {"ALTER", "DELETE", "EXPORT", "GENREQ"}},
      {"Listings", {"LIST", "LISTCHAIN", "CHECKCERT", "LISTRING", "LISTMAP", "LISTTOKEN"}},
      {"Rings", {"ADDRING", "DELRING", "CONNECT", "REMOVE"}},
      {"Certificate name filters", {"MAP", "ALTMAP", "DELMAP"}},
      {"PKCS#11 tokens", {"ADDTOKEN", "DELTOKEN", "BIND", "UNBIND"}},
  };
  return all;
}

inline std::string table_of(const Family& family) {
  std::string head = "| operand |";
  std::string line = "|---|";
  for (const std::string_view function : family.functions) {
    head += " " + std::string(function) + " |";
    line += "---|";
  }
  std::string text = "## " + std::string(family.title) + "\n\n" + head + "\n" + line + "\n";
  for (const parser::KeywordSpec* operand : racdcert_operands()) {
    text += "| " + std::string(operand->name) + " |";
    for (const std::string_view function : family.functions)
      text += " " + word_for(status_of(*find_function_rule(function), operand->name)) + " |";
    text += "\n";
  }
  return text + "\n";
}

inline std::string in_parentheses(const parser::KeywordSpec& keyword) {
  if (!keyword.subfield_allowed) return "nothing";
  std::string text;
  for (const parser::KeywordSpec& inside : keyword.subfield.keywords)
    text += (text.empty() ? "" : " ") + std::string(inside.name);
  for (const std::string_view word : keyword.subfield.one_of) text += (text.empty() ? "" : " ") + std::string(word);
  if (text.empty()) text = "a value";
  return text + (keyword.subfield_required ? "" : " (may be left out)");
}

/// The subfields of functions and operands, and which of them are not implemented.
inline std::string parentheses_table() {
  std::string text =
      "## In parentheses\n\nAll of it is implemented, where the tables above say so, but for what the last column "
      "names.\n\n"
      "| keyword | in its parentheses | refused |\n|---|---|---|\n";
  for (const parser::KeywordSpec& keyword : racdcert_keywords()) {
    std::string refused;
    for (const parser::KeywordSpec& inside : keyword.subfield.keywords)
      for (const FunctionRule& rule : function_rules())
        if (status_of(rule, keyword.name, inside.name) == OperandStatus::refused &&
            status_of(rule, keyword.name) == OperandStatus::implemented)
          refused += (refused.empty() ? "" : ", ") + std::string(inside.name) + " (" + std::string(rule.name) + ")";
    text += "| " + std::string(keyword.name) + " | " + in_parentheses(keyword) + " | " + refused + " |\n";
  }
  return text;
}

inline std::string coverage_page() {
  std::string text = R"(# RACDCERT: every function and every operand

This page is made from the tables that the command itself works by; a test compares it with them and tries every cell.

| word | meaning |
|---|---|
| yes | implemented: it changes what the command does, as on RACF |
| stored | the key is kept and listed like any other; the hardware that the operand names is not there, and a remark says so |
| refused | the command ends with return code 8 and changes nothing: IRRD120I for rings of CERTAUTH and SITE, IRRD136I for MULTIID outside mappings, RSD210I for keys made inside a token |
| - | no meaning for this function: accepted, as RACF accepts it, and a remark says that it had no effect |

A remark is Ringside's own and never part of the command's output. What PARSE does not know is refused (IKJ56712I). Some
operands need a release: ALTNAME's lists (AIP, ADOMAIN, AEMAIL, AURI), PBE(AES) and SIGATTR are refused below 3.2
(SIGATTR is remarked on with `--lenient`). Of two functions, owners, key types or statuses the last one counts; the
others are ignored with a remark. LABEL with SERIALNUMBER or ISSUERSDN, and two places for a key, are refused with
RSD207I.

)";
  for (const Family& family : families()) text += table_of(family);
  return text + parentheses_table();
}

}  // namespace ringside::racf::racdcert

// emulator/racf/racdcert/function_table.cpp - the functions of RACDCERT and their operands (Command Language Reference,
// RACDCERT, one topic per function).
#include "emulator/racf/racdcert/function_table.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::string_view gencert_operands =
    "SUBJECTSDN SIZE NOTBEFORE NOTAFTER WITHLABEL SIGNWITH RSA PCICC ICSF DSA NISTECC BPECC FROMICSF SIGATTR KEYUSAGE "
    "ALTNAME TRUST NOTRUST HIGHTRUST";

constexpr auto of_certificate = OwnerKind::certificate;
constexpr auto of_ring = OwnerKind::ring;
constexpr auto of_mapping = OwnerKind::mapping;
constexpr auto of_nothing = OwnerKind::none;

constexpr std::array functions = {
    FunctionRule{"ADD", add, true, of_certificate, "TRUST NOTRUST HIGHTRUST WITHLABEL PASSWORD PKDS PCICC ICSF"},
    FunctionRule{"ADDRING", add_ring, true, of_ring, ""},
    FunctionRule{"ADDTOKEN", add_token, true, of_nothing, ""},
    FunctionRule{"ALTER", alter, true, of_certificate, "TRUST NOTRUST HIGHTRUST NEWLABEL"},
    FunctionRule{"ALTMAP", alter_map, true, of_mapping, "NEWCRITERIA NEWLABEL TRUST NOTRUST"},
    FunctionRule{"BIND", bind_certificate, true, of_certificate, ""},
    FunctionRule{"CHECKCERT", check_certificate, false, of_nothing, "PASSWORD"},
    FunctionRule{"CONNECT", connect_to_ring, true, of_ring, ""},
    FunctionRule{"DELETE", remove_certificate, false, of_certificate, "FORCE"},
    FunctionRule{"DELMAP", delete_map, false, of_mapping, ""},
    FunctionRule{"DELRING", delete_ring, false, of_ring, ""},
    FunctionRule{"DELTOKEN", delete_token, true, of_nothing, "FORCE"},
    FunctionRule{"EXPORT", export_certificate, true, of_certificate, "DSN FORMAT PASSWORD PBE"},
    FunctionRule{"GENCERT", gencert, true, of_certificate, gencert_operands},
    FunctionRule{"GENREQ", generate_request, true, of_certificate, "DSN"},
    FunctionRule{"IMPORT", import_certificate, true, of_certificate,
                 "WITHLABEL TRUST NOTRUST HIGHTRUST PKDS PCICC ICSF"},
    FunctionRule{"LIST", list, true, of_certificate, ""},
    FunctionRule{"LISTCHAIN", list_chain, true, of_certificate, ""},
    FunctionRule{"LISTMAP", list_map, true, of_mapping, ""},
    FunctionRule{"LISTRING", list_ring, true, of_ring, ""},
    FunctionRule{"LISTTOKEN", list_token, true, of_nothing, ""},
    FunctionRule{"MAP", add_map, true, of_mapping, "IDNFILTER SDNFILTER CRITERIA WITHLABEL TRUST NOTRUST"},
    FunctionRule{"REKEY", rekey, true, of_certificate,
                 "SIZE NOTBEFORE NOTAFTER RSA PCICC ICSF NISTECC BPECC SIGATTR WITHLABEL"},
    FunctionRule{"REMOVE", remove_from_ring, true, of_ring, ""},
    FunctionRule{"ROLLOVER", rollover, true, of_certificate, "NEWLABEL FORCE"},
    FunctionRule{"UNBIND", unbind_certificate, true, of_certificate, "FORCE"},
};

// Hardware that a lab does not have: the key is kept by the emulated ICSF as any other.
constexpr std::string_view hardware_operands = "PCICC";

// A key that is generated inside a token never leaves it; a lab's keys are made and kept outside.
constexpr std::string_view key_types_in_tokens = "RSA NISTECC BPECC";

bool holds(std::string_view words, std::string_view word) {
  const auto all = base::split(words, ' ');
  return std::find(all.begin(), all.end(), word) != all.end();
}

OperandStatus status_of_owner(OwnerKind kind, std::string_view owner) {
  if (owner == "MULTIID") return kind == OwnerKind::mapping ? OperandStatus::implemented : OperandStatus::refused;
  if (kind == OwnerKind::none) return OperandStatus::no_meaning;
  if (owner == "ID" || kind == OwnerKind::certificate) return OperandStatus::implemented;
  return OperandStatus::refused;
}

}  // namespace

std::span<const FunctionRule> function_rules() {
  return functions;
}

const FunctionRule* find_function_rule(std::string_view name) {
  const auto* found =
      std::find_if(functions.begin(), functions.end(), [&](const FunctionRule& rule) { return rule.name == name; });
  return found == functions.end() ? nullptr : found;
}

bool is_owner_operand(std::string_view name) {
  return name == "ID" || name == "CERTAUTH" || name == "SITE" || name == "MULTIID";
}

OperandStatus status_of(const FunctionRule& rule, std::string_view operand) {
  if (is_owner_operand(operand)) return status_of_owner(rule.owner, operand);
  if (!holds(rule.operands, operand)) return OperandStatus::no_meaning;
  return holds(hardware_operands, operand) ? OperandStatus::stored_only : OperandStatus::implemented;
}

OperandStatus status_of(const FunctionRule& rule, std::string_view operand, std::string_view inside) {
  const OperandStatus outside = status_of(rule, operand);
  if (outside != OperandStatus::implemented) return outside;
  return inside == "TOKEN" && holds(key_types_in_tokens, operand) ? OperandStatus::refused : outside;
}

}  // namespace ringside::racf::racdcert

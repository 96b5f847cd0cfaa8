// emulator/racf/racdcert/function_table.cpp - the functions of RACDCERT and their operands (Command Language Reference,
// RACDCERT, one topic per function).
#include "emulator/racf/racdcert/function_table.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/racf/racdcert/certificates/add.hpp"
#include "emulator/racf/racdcert/certificates/alter.hpp"
#include "emulator/racf/racdcert/certificates/checkcert.hpp"
#include "emulator/racf/racdcert/certificates/delete.hpp"
#include "emulator/racf/racdcert/certificates/export.hpp"
#include "emulator/racf/racdcert/certificates/genreq.hpp"
#include "emulator/racf/racdcert/certificates/list.hpp"
#include "emulator/racf/racdcert/filters/map.hpp"
#include "emulator/racf/racdcert/generate/gencert.hpp"
#include "emulator/racf/racdcert/generate/rekey.hpp"
#include "emulator/racf/racdcert/generate/rollover.hpp"
#include "emulator/racf/racdcert/rings/connect.hpp"
#include "emulator/racf/racdcert/rings/rings.hpp"
#include "emulator/racf/racdcert/tokens/bind.hpp"
#include "emulator/racf/racdcert/tokens/tokens.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::string_view gencert_operands =
    "SUBJECTSDN SIZE NOTBEFORE NOTAFTER WITHLABEL SIGNWITH RSA PCICC ICSF DSA NISTECC BPECC FROMICSF SIGATTR KEYUSAGE "
    "ALTNAME TRUST NOTRUST HIGHTRUST";

constexpr auto of_certificate = OwnerKind::certificate;
constexpr auto of_ring = OwnerKind::ring;
constexpr auto of_mapping = OwnerKind::mapping;
constexpr auto of_nothing = OwnerKind::none;

// Reads the operands once, with `read`, and passes them to `function`.
template <auto read, auto function>
Result<void> with_operands(Context& context, const Request& request) {
  return function(context, read(request));
}

constexpr std::array functions = {
    FunctionRule{"ADD", with_operands<read_add, add>, true, of_certificate,
                 "TRUST NOTRUST HIGHTRUST WITHLABEL PASSWORD PKDS PCICC ICSF"},
    FunctionRule{"ADDRING", with_operands<read_ring, add_ring>, true, of_ring, ""},
    FunctionRule{"ADDTOKEN", with_operands<read_token, add_token>, true, of_nothing, ""},
    FunctionRule{"ALTER", with_operands<read_alter, alter>, true, of_certificate, "TRUST NOTRUST HIGHTRUST NEWLABEL"},
    FunctionRule{"ALTMAP", with_operands<read_alt_map, alter_map>, true, of_mapping,
                 "NEWCRITERIA NEWLABEL TRUST NOTRUST"},
    FunctionRule{"BIND", with_operands<read_bind, bind_certificate>, true, of_certificate, ""},
    FunctionRule{"CHECKCERT", with_operands<read_check_cert, check_cert>, false, of_nothing, "PASSWORD"},
    FunctionRule{"CONNECT", with_operands<read_connect, connect_to_ring>, true, of_ring, ""},
    FunctionRule{"DELETE", with_operands<read_delete, delete_certificate>, false, of_certificate, "FORCE"},
    FunctionRule{"DELMAP", with_operands<read_map_selection, delete_map>, false, of_mapping, ""},
    FunctionRule{"DELRING", with_operands<read_ring, delete_ring>, false, of_ring, ""},
    FunctionRule{"DELTOKEN", with_operands<read_token, delete_token>, true, of_nothing, "FORCE"},
    FunctionRule{"EXPORT", with_operands<read_export, export_certificate>, true, of_certificate,
                 "DSN FORMAT PASSWORD PBE"},
    FunctionRule{"GENCERT", with_operands<read_gencert, gencert>, true, of_certificate, gencert_operands},
    FunctionRule{"GENREQ", with_operands<read_gen_req, generate_request>, true, of_certificate, "DSN"},
    FunctionRule{"IMPORT", with_operands<read_import, import_certificate>, true, of_certificate,
                 "WITHLABEL TRUST NOTRUST HIGHTRUST PKDS PCICC ICSF"},
    FunctionRule{"LIST", with_operands<read_list, list>, true, of_certificate, ""},
    FunctionRule{"LISTCHAIN", with_operands<read_list_chain, list_chain>, true, of_certificate, ""},
    FunctionRule{"LISTMAP", with_operands<read_map_selection, list_map>, true, of_mapping, ""},
    FunctionRule{"LISTRING", with_operands<read_ring, list_ring>, true, of_ring, ""},
    FunctionRule{"LISTTOKEN", with_operands<read_token, list_token>, true, of_nothing, ""},
    FunctionRule{"MAP", with_operands<read_map, add_map>, true, of_mapping,
                 "IDNFILTER SDNFILTER CRITERIA WITHLABEL TRUST NOTRUST"},
    FunctionRule{"REKEY", with_operands<read_rekey, rekey>, true, of_certificate,
                 "SIZE NOTBEFORE NOTAFTER RSA PKDS PCICC ICSF NISTECC BPECC SIGATTR WITHLABEL"},
    FunctionRule{"REMOVE", with_operands<read_remove, remove_from_ring>, true, of_ring, ""},
    FunctionRule{"ROLLOVER", with_operands<read_rollover, rollover>, true, of_certificate, "NEWLABEL FORCE"},
    FunctionRule{"UNBIND", with_operands<read_unbind, unbind_certificate>, true, of_certificate, "FORCE"},
};

// Needs hardware that a lab does not have. The emulated ICSF stores the key like any other.
constexpr std::string_view hardware_operands = "PCICC";

// A key that is generated in a token cannot leave it. A lab generates and stores its keys outside of tokens.
constexpr std::string_view key_types_in_tokens = "RSA NISTECC BPECC";

bool holds(std::string_view words, std::string_view word) {
  const auto all = base::split(words, ' ');
  return std::find(all.begin(), all.end(), word) != all.end();
}

OperandStatus status_of_owner(OwnerKind kind, std::string_view owner) {
  if (owner == "MULTIID") return kind == OwnerKind::mapping ? OperandStatus::implemented : OperandStatus::refused;
  if (kind == OwnerKind::none) return OperandStatus::no_meaning;
  if (owner == "ID" || kind == OwnerKind::certificate) return OperandStatus::implemented;
  if (kind == OwnerKind::mapping) return OperandStatus::no_meaning;
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

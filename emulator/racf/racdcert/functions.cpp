// emulator/racf/racdcert/functions.cpp - RACDCERT: finds the function, its owner and its table row, and runs it.
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "emulator/base/text.hpp"
#include "emulator/racf/commands.hpp"
#include "emulator/racf/racdcert/request.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf {
namespace {

using namespace racdcert_functions;

struct FunctionRule {
  std::string_view name;
  Function run;               ///< nullptr: parsed, and refused as not emulated
  bool user_must_exist;       ///< DELETE, DELRING and DELMAP clean up after users that are gone
  std::string_view operands;  ///< top-level operands that mean something here, blank-separated; owners always do
};

constexpr std::string_view gencert_operands =
    "SUBJECTSDN SIZE NOTBEFORE NOTAFTER WITHLABEL SIGNWITH RSA PCICC ICSF DSA NISTECC BPECC FROMICSF SIGATTR KEYUSAGE "
    "ALTNAME "
    "TRUST NOTRUST HIGHTRUST";

// Command Language Reference, one topic per function: which operands it reads.
constexpr std::array functions = {
    FunctionRule{"ADD", add, true, "TRUST NOTRUST HIGHTRUST WITHLABEL PASSWORD PKDS PCICC ICSF"},
    FunctionRule{"ADDRING", add_ring, true, ""},
    FunctionRule{"ADDTOKEN", add_token, true, ""},
    FunctionRule{"ALTER", alter, true, "TRUST NOTRUST HIGHTRUST NEWLABEL"},
    FunctionRule{"ALTMAP", alter_map, true, "NEWCRITERIA NEWLABEL TRUST NOTRUST"},
    FunctionRule{"BIND", bind_certificate, true, ""},
    FunctionRule{"CHECKCERT", check_certificate, false, "PASSWORD"},
    FunctionRule{"CONNECT", connect_to_ring, true, ""},
    FunctionRule{"DELETE", remove_certificate, false, "FORCE"},
    FunctionRule{"DELMAP", delete_map, false, ""},
    FunctionRule{"DELRING", delete_ring, false, ""},
    FunctionRule{"DELTOKEN", delete_token, true, "FORCE"},
    FunctionRule{"EXPORT", export_certificate, true, "DSN FORMAT PASSWORD PBE"},
    FunctionRule{"GENCERT", gencert, true, gencert_operands},
    FunctionRule{"GENREQ", generate_request, true, "DSN"},
    FunctionRule{"IMPORT", import_certificate, true, "WITHLABEL TRUST NOTRUST HIGHTRUST PKDS PCICC ICSF"},
    FunctionRule{"LIST", list, true, ""},
    FunctionRule{"LISTCHAIN", list_chain, true, ""},
    FunctionRule{"LISTMAP", list_map, true, ""},
    FunctionRule{"LISTRING", list_ring, true, ""},
    FunctionRule{"LISTTOKEN", list_token, true, ""},
    FunctionRule{"MAP", add_map, true, "IDNFILTER SDNFILTER CRITERIA WITHLABEL TRUST NOTRUST"},
    FunctionRule{"REKEY", rekey, true, "SIZE NOTBEFORE NOTAFTER RSA PCICC ICSF NISTECC BPECC SIGATTR WITHLABEL"},
    FunctionRule{"REMOVE", remove_from_ring, true, ""},
    FunctionRule{"ROLLOVER", rollover, true, "NEWLABEL FORCE"},
    FunctionRule{"UNBIND", unbind_certificate, true, "FORCE"},
};

const FunctionRule* rule_for(std::string_view name) {
  for (const FunctionRule& rule : functions)
    if (rule.name == name) return &rule;
  return nullptr;
}

struct Found {
  const FunctionRule* rule;
  const parser::Keyword* keyword;
};

// With no function given, LIST is meant; its keyword is then empty (Command Language Reference, RACDCERT).
Result<Found> find_function(const parser::Keyword& operands) {
  static const parser::Keyword bare_list{"LIST", {}, {}, {}, false};
  std::optional<Found> found;
  for (const parser::Keyword& keyword : operands.keywords) {
    const FunctionRule* rule = rule_for(keyword.name);
    if (rule == nullptr) continue;
    if (found && rules::refuse_two_functions)
      return refuse(MessageId::rsd207i, std::string(found->rule->name), std::string(rule->name));
    found = Found{rule, &keyword};
  }
  return found.value_or(Found{rule_for("LIST"), &bare_list});
}

bool is_owner(std::string_view name) {
  return name == "ID" || name == "CERTAUTH" || name == "SITE" || name == "MULTIID";
}

bool is_mapping(std::string_view function) {
  return function == "MAP" || function == "ALTMAP" || function == "DELMAP" || function == "LISTMAP";
}

// RACF ignores what does not belong to the function; nothing is ignored without a word.
void note_idle_operands(Context& context, const parser::Keyword& operands, const FunctionRule& rule) {
  const auto meant = base::split(rule.operands, ' ');
  for (const parser::Keyword& keyword : operands.keywords) {
    if (keyword.name == rule.name || is_owner(keyword.name)) continue;
    if (std::find(meant.begin(), meant.end(), keyword.name) == meant.end())
      context.diagnose("operand " + keyword.name + " has no meaning for " + std::string(rule.name) +
                       " and had no effect");
  }
}

// Mappings belong to a user or to MULTIID, and MULTIID has nothing else.
Result<void> check_owner_kind(const Owner& owner, std::string_view function) {
  if (is_mapping(function) == owner.is_multiid() || owner.is_user()) return {};
  if (owner.is_multiid()) return refuse(MessageId::irrd136i);
  return refuse(MessageId::rsd207i, owner.operand(), std::string(function));
}

Result<void> check_owner(Context& context, const Owner& owner, bool must_exist) {
  if (owner.is_user() && must_exist && !context.database().users.find(owner.id)) {
    std::vector<std::string> users;
    for (const database::User& user : context.database().users.all()) users.push_back(user.name);
    if (const auto meant = base::nearest(owner.id, users))
      context.diagnose("user " + owner.id + " is not defined; did you mean " + *meant + "?");
    return refuse(MessageId::irrd102i);
  }
  return {};
}

}  // namespace

Result<void> racdcert(Context& context, const parser::Command& command) {
  const auto found = find_function(command.operands);
  if (!found) return tl::make_unexpected(found.error());
  const FunctionRule& rule = *found->rule;
  if (rule.run == nullptr) return refuse(MessageId::rsd210i, "RACDCERT " + std::string(rule.name));
  const auto owner = owner_or(command.operands, Owner{context.user()});
  if (!owner) return tl::make_unexpected(owner.error());
  if (auto checked = check_owner_kind(*owner, rule.name); !checked) return checked;
  if (auto checked = check_owner(context, *owner, rule.user_must_exist); !checked) return checked;
  note_idle_operands(context, command.operands, rule);
  return rule.run(context, {command.operands, *found->keyword, *owner});
}

}  // namespace ringside::racf

// emulator/tso/catalog.cpp - the commands on the catalog: DELETE, LISTCAT, LISTDS, RENAME (TSO/E Command
// Reference; DFSMS Access Method Services Commands).
#include "emulator/tso/catalog.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/text.hpp"
#include "emulator/host/transfer.hpp"
#include "emulator/tso/message.hpp"

namespace ringside::tso {
namespace {

constexpr int block_of_half_a_track = 27'998;

std::vector<std::string> names_in(const racf::Session& session, const parser::Keyword& operand) {
  std::vector<std::string> names;
  for (const parser::Value& value : operand.values)
    names.push_back(host::qualify(value.text, value.quoted, session.prefix));
  return names;
}

void say_not_found(const std::string& name, host::CommandResult& result) {
  say(result, MessageId::idc3012i, {name});
  say(result, MessageId::idc3009i);
}

void say_last_code(host::CommandResult& result) {
  if (result.return_code != 0) say(result, MessageId::idc0014i, {std::to_string(result.return_code)});
}

void list_entries(const std::vector<std::string>& found, const std::string& wanted, host::CommandResult& result) {
  if (found.empty()) {
    say_not_found(wanted, result);
    say(result, MessageId::idc1566i, {wanted});
  }
  for (const std::string& name : found) {
    result.lines.push_back({"", "NONVSAM ------- " + name});
    result.lines.push_back({"", fmt::format("     IN-CAT --- {}", host::catalog)});
  }
}

/// LISTCAT without operands: only names, after that of the catalog.
void list_prefix(const racf::Session& session, host::CommandResult& result) {
  const auto found = session.prefix.empty() ? session.data_sets.names() : session.data_sets.below(session.prefix);
  if (found.empty()) {
    say_not_found(session.prefix, result);
    say(result, MessageId::idc1566i, {session.prefix});
    return;
  }
  result.lines.push_back({"", fmt::format("IN CATALOG:{}", host::catalog)});
  for (const std::string& name : found) result.lines.push_back({"", name});
}

/// The block size that the system chooses for a data set on a 3390: as many records as half a track takes.
int block_size(const host::DataSet& data_set) {
  const bool fixed = data_set.record_format.starts_with("F") && data_set.record_length > 0;
  return fixed ? block_of_half_a_track / data_set.record_length * data_set.record_length : block_of_half_a_track;
}

void delete_member(racf::Session& session, const base::MemberName& name, host::CommandResult& result) {
  constexpr std::size_t name_width = 8;
  if (session.data_sets.remove(base::member_of(name.library, name.member)))
    return say(result, MessageId::idc0549i, {name.member});
  if (session.data_sets.find(name.library)) {
    say(result, MessageId::idc3302i, {name.library});
    say(result, MessageId::idc3330i, {base::pad_right(name.member, name_width)});
  } else {
    say_not_found(name.library, result);
  }
  say(result, MessageId::idc0548i, {name.member});
}

/// The new name of RENAME: a member of the old name's library may stand alone.
std::string new_name(const racf::Session& session, const std::string& old_name, const parser::Value& value) {
  const auto old_member = base::member_name(old_name);
  const std::string upper = base::upper(value.text);
  if (old_member && !value.quoted && base::is_member_name(upper)) return base::member_of(old_member->library, upper);
  return host::qualify(value.text, value.quoted, session.prefix);
}

/// Why RENAME cannot be done; empty if it can.
std::string obstacle(const racf::Session& session, const std::string& old_name, const std::string& name) {
  const auto old_member = base::member_name(old_name), member = base::member_name(name);
  if (old_member.has_value() != member.has_value() || (member && member->library != old_member->library))
    return "A MEMBER STAYS IN ITS LIBRARY, AND A DATA SET IS NO MEMBER";
  if (session.data_sets.find(name)) return "IT EXISTS ALREADY";
  return {};
}

}  // namespace

void rename_entry(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const parser::Keyword* from = command.operands.find("OLD");
  const parser::Keyword* to = command.operands.find("NEW");
  if (from == nullptr || to == nullptr) return;
  const std::string old_name = names_in(session, *from).front();
  const std::string name = new_name(session, old_name, to->values.front());
  if (const std::string why = obstacle(session, old_name, name); !why.empty())
    return say_own(result, base::OwnMessage::rsd387i, {"RENAME", name, why});
  const std::string& system = session.system.name;
  if (!host::copy_data_set(session.lab, old_name, system, system, name))
    return say_own(result, base::OwnMessage::rsd387i, {"RENAME", old_name, "IT IS NOT IN THE CATALOG"});
  session.data_sets.remove(old_name);
}

void delete_entries(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const parser::Keyword* entries = command.operands.find("ENTRY");
  if (entries == nullptr) return;
  for (const std::string& name : names_in(session, *entries)) {
    if (const auto member = base::member_name(name)) {
      delete_member(session, *member, result);
    } else if (session.data_sets.remove(name)) {
      say(result, MessageId::idc0550i, {name});
    } else {
      say_not_found(name, result);
      say(result, MessageId::idc0551i, {name});
    }
  }
  say_last_code(result);
}

void list_catalog(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const parser::Keyword* entries = command.operands.find("ENTRIES");
  const parser::Keyword* level = command.operands.find("LEVEL");
  if (entries != nullptr) {
    for (const std::string& name : names_in(session, *entries))
      list_entries(session.data_sets.matching(name), name, result);
  } else if (level != nullptr) {
    for (const parser::Value& value : level->values)
      list_entries(session.data_sets.below(value.text), value.text, result);
  } else {
    list_prefix(session, result);
  }
  say_last_code(result);
}

void list_data_sets(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const parser::Keyword* wanted = command.operands.find("DATASET");
  if (wanted == nullptr) return;
  for (const std::string& each : names_in(session, *wanted)) {
    const auto member = base::member_name(each);
    const std::string name = member ? member->library : each;
    result.lines.push_back({"", name});
    const auto found = session.data_sets.find(name);
    if (!found) {
      say(result, MessageId::ikj58503i, {name});
      continue;
    }
    result.lines.push_back({"", "--RECFM-LRECL-BLKSIZE-DSORG"});
    result.lines.push_back({"", fmt::format("  {:<6}{:<6}{:<8}{}", found->record_format, found->record_length,
                                            block_size(*found), found->is_library ? "PO" : "PS")});
    result.lines.push_back({"", "--VOLUMES--"});
    result.lines.push_back({"", fmt::format("  {}", host::volume)});
    if (!found->is_library || !command.operands.has("MEMBERS")) continue;
    result.lines.push_back({"", "--MEMBERS--"});
    for (const std::string& one : session.data_sets.members(name)) result.lines.push_back({"", "  " + one});
  }
}

}  // namespace ringside::tso

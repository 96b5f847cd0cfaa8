// emulator/tso/catalog.cpp - the commands on the catalog: DELETE, LISTCAT, LISTDS (TSO/E Command Reference; DFSMS
// Access Method Services Commands).
#include "emulator/tso/catalog.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

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

}  // namespace

void delete_entries(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const parser::Keyword* entries = command.operands.find("ENTRY");
  if (entries == nullptr) return;
  for (const std::string& name : names_in(session, *entries)) {
    if (session.data_sets.remove(name)) {
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
  for (const std::string& name : names_in(session, *wanted)) {
    result.lines.push_back({"", name});
    const auto found = session.data_sets.find(name);
    if (!found) {
      say(result, MessageId::ikj58503i, {name});
      continue;
    }
    result.lines.push_back({"", "--RECFM-LRECL-BLKSIZE-DSORG"});
    result.lines.push_back(
        {"", fmt::format("  {:<6}{:<6}{:<8}PS", found->record_format, found->record_length, block_size(*found))});
    result.lines.push_back({"", "--VOLUMES--"});
    result.lines.push_back({"", fmt::format("  {}", host::volume)});
  }
}

}  // namespace ringside::tso

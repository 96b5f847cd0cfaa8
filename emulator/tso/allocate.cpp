// emulator/tso/allocate.cpp - ALLOCATE, FREE and LISTALC (TSO/E Command Reference).
#include "emulator/tso/allocate.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/text.hpp"
#include "emulator/tso/message.hpp"

namespace ringside::tso {
namespace {

using parser::Keyword;

std::string file_name(const racf::Session& session, const parser::Command& command) {
  if (const std::string given = command.operands.value_of("FILE"); !given.empty()) return given;
  std::size_t number = 1;
  while (session.files.contains(fmt::format("SYS{:05}", number))) ++number;
  return fmt::format("SYS{:05}", number);
}

/// RECFM(F B) gives "FB".
std::string record_format(const Keyword& operand) {
  std::string format;
  for (const parser::Value& value : operand.values) format += value.text;
  return format;
}

/// Whether a new data set becomes a library.
bool makes_library(const parser::Command& command, const std::string& name) {
  const std::string type = command.operands.value_of("DSNTYPE");
  return base::member_name(name) || command.operands.value_of("DSORG") == "PO" || type == "LIBRARY" || type == "PDS" ||
         base::number(command.operands.value_of("DIR"), 16'777'215).value_or(0) > 0;
}

std::string cataloged_name(const std::string& name) {
  const auto member = base::member_name(name);
  return member ? member->library : name;
}

/// Makes a data set with the attributes of LIKE and those of the command, which count more. Returns false after a
/// message if there is no data set like that.
bool make(racf::Session& session, const parser::Command& command, const std::string& name,
          host::CommandResult& result) {
  host::DataSet made{.name = name, .records = {}};
  if (const Keyword* like = command.operands.find("LIKE")) {
    const std::string model = host::qualify(like->value(), like->values.front().quoted, session.prefix);
    const auto found = session.data_sets.find(model);
    if (!found) {
      say(result, MessageId::ikj56228i, {model});
      return false;
    }
    made = *found;
    made.name = name;
    made.records.clear();
  }
  made.is_library = made.is_library || makes_library(command, name);
  made.name = cataloged_name(name);
  if (const Keyword* format = command.operands.find("RECFM")) made.record_format = record_format(*format);
  if (const auto length = base::number(command.operands.value_of("LRECL"), 32'760))
    made.record_length = static_cast<int>(*length);
  session.data_sets.put(made);
  return true;
}

/// Finds or makes the data set. Returns false after a message if that is not possible.
bool provide(racf::Session& session, const parser::Command& command, const std::string& name,
             host::CommandResult& result) {
  const std::string cataloged = cataloged_name(name);
  const auto found = session.data_sets.find(cataloged);
  if (command.operands.has("NEW") && found) {
    say(result, MessageId::ikj56893i, {cataloged});
    say(result, MessageId::igd17101i, {cataloged});
    return false;
  }
  if (found && cataloged != name && !found->is_library) {
    say_own(result, base::OwnMessage::rsd387i, {"ALLOCATE", cataloged, "IT IS NO LIBRARY"});
    return false;
  }
  if (found) return true;
  if (!command.operands.has("NEW") && !command.operands.has("MOD")) {
    say(result, MessageId::ikj56228i, {cataloged});
    return false;
  }
  return make(session, command, name, result);
}

void free_one(racf::Session& session, const std::string& file, bool deletes) {
  const auto found = session.files.find(file);
  if (deletes) session.data_sets.remove(found->second);
  session.files.erase(found);
}

void free_data_set(racf::Session& session, const std::string& name, bool deletes, host::CommandResult& result) {
  std::vector<std::string> files;
  for (const auto& [file, data_set] : session.files)
    if (data_set == name) files.push_back(file);
  if (files.empty()) say(result, MessageId::ikj56247i, {"DATA SET", name});
  for (const std::string& file : files) free_one(session, file, deletes);
}

}  // namespace

void allocate(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const std::string file = file_name(session, command);
  const Keyword* data_set = command.operands.find("DATASET");
  const bool terminal = data_set != nullptr && data_set->value() == "*";
  const std::string name = data_set == nullptr || terminal
                               ? std::string{}
                               : host::qualify(data_set->value(), data_set->values.front().quoted, session.prefix);
  if (session.files.contains(file) && !command.operands.has("REUSE")) {
    say(result, MessageId::ikj56246i, {name});
    return;
  }
  if (!name.empty() && !provide(session, command, name, result)) return;
  session.files[file] = terminal ? "*" : name;
}

void free_files(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const bool deletes = command.operands.has("DELETE");
  if (command.operands.has("ALL"))
    while (!session.files.empty()) free_one(session, session.files.begin()->first, deletes);
  if (const Keyword* files = command.operands.find("FILE"))
    for (const parser::Value& file : files->values) {
      if (session.files.contains(file.text)) {
        free_one(session, file.text, deletes);
      } else {
        say(result, MessageId::ikj56247i, {"FILE", file.text});
      }
    }
  if (const Keyword* names = command.operands.find("DATASET"))
    for (const parser::Value& name : names->values)
      free_data_set(session, host::qualify(name.text, name.quoted, session.prefix), deletes, result);
}

void list_files(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  constexpr std::size_t name_width = 8;
  const bool status = command.operands.has("STATUS");
  if (status) result.lines.push_back({"", "--DDNAME---DISP--"});
  for (const auto& [file, name] : session.files) {
    const std::string cataloged = cataloged_name(name);
    const std::string shown = name.empty() ? "NULLFILE" : name == "*" ? "TERMFILE" : cataloged;
    const bool has_data_set = shown == cataloged;
    result.lines.push_back({"", status && !has_data_set ? shown + "  " + file : shown});
    if (status && has_data_set)
      result.lines.push_back({"", fmt::format("  {} KEEP", base::pad_right(file, name_width))});
  }
}

}  // namespace ringside::tso

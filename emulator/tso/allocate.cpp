// emulator/tso/allocate.cpp - ALLOCATE and FREE (TSO/E Command Reference).
#include "emulator/tso/allocate.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

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

void make(racf::Session& session, const parser::Command& command, const std::string& name) {
  host::DataSet made{.name = name, .records = {}};
  if (const Keyword* format = command.operands.find("RECFM")) made.record_format = record_format(*format);
  if (const auto length = base::number(command.operands.value_of("LRECL"), 32'760))
    made.record_length = static_cast<int>(*length);
  session.data_sets.put(made);
}

/// Finds or makes the data set. Returns false after a message if that is not possible.
bool provide(racf::Session& session, const parser::Command& command, const std::string& name,
             host::CommandResult& result) {
  const bool exists = session.data_sets.find(name).has_value();
  if (command.operands.has("NEW") && exists) {
    say(result, MessageId::ikj56893i, {name});
    say(result, MessageId::igd17101i, {name});
    return false;
  }
  if (exists) return true;
  if (!command.operands.has("NEW") && !command.operands.has("MOD")) {
    say(result, MessageId::ikj56228i, {name});
    return false;
  }
  make(session, command, name);
  return true;
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
  session.files[file] = name;
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

}  // namespace ringside::tso

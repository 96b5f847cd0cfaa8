// emulator/hosttools/keytool/options/command_table.hpp - keytool's commands and options as data: parsing and help both
// read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ringside::keytool {

enum class Command {
  certreq,
  changealias,
  delete_entry,
  exportcert,
  genkeypair,
  genseckey,
  gencert,
  gencrl,
  identitydb,
  importcert,
  importpass,
  importkeystore,
  keyclone,
  keypasswd,
  list,
  printcert,
  printcertreq,
  printcrl,
  selfcert,
  storepasswd,
  showinfo,
};

struct OptionInfo {
  std::string_view flag;         ///< "-alias"
  std::string_view argument;     ///< "<alias>"; empty for a switch
  std::string_view description;  ///< several lines: the later ones are printed with `extra`
  std::string_view extra = {};   ///< "[-providerarg <arg>]"
};

struct CommandInfo {
  Command command;
  std::string_view name;        ///< "-genkeypair"
  std::string_view older_name;  ///< "-genkey"; empty if it never had another
  std::string_view description;
  bool listed;      ///< whether the general help names it
  bool uses_store;  ///< whether it works on a key store at all
  std::vector<std::string_view> options;
};

const std::vector<CommandInfo>& commands();
/// By flag, in any case; nothing if there is no such command.
const CommandInfo* find_command(std::string_view flag);
const CommandInfo& info_of(Command command);
/// By flag, in any case; nothing if keytool has no such option.
const OptionInfo* find_option(std::string_view flag);

/// The help of one command, or of all if `command` is nothing.
std::string help_text(const CommandInfo* command);

}  // namespace ringside::keytool

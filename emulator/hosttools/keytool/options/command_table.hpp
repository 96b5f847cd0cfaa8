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
  bool uses_store;  ///< whether it works on a key store
  std::vector<std::string_view> options;
};

const std::vector<CommandInfo>& commands();
/// Finds a command by its flag, in any case; returns nullptr if there is none.
const CommandInfo* find_command(std::string_view flag);
/// Finds an option by its flag, in any case; returns nullptr if keytool has none.
const OptionInfo* find_option(std::string_view flag);

/// Returns the help of one command; the general help if `command` is nullptr.
std::string help_text(const CommandInfo* command);

}  // namespace ringside::keytool

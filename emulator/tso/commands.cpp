// emulator/tso/commands.cpp - the commands of TSO itself.
#include "emulator/tso/commands.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ringside::tso {
namespace {

// Aliases are those of the manual (TSO/E Command Reference). Command names, unlike keywords, cannot be abbreviated.
constexpr std::array table = {
    TsoCommand{"PROFILE", "PROF", Treatment::nothing},       TsoCommand{"END", "", Treatment::ends_input},
    TsoCommand{"LOGOFF", "", Treatment::ends_input},         TsoCommand{"ALLOCATE", "ALLOC", Treatment::not_emulated},
    TsoCommand{"ALTLIB", "", Treatment::not_emulated},       TsoCommand{"CALL", "", Treatment::not_emulated},
    TsoCommand{"CANCEL", "", Treatment::not_emulated},       TsoCommand{"DELETE", "DEL", Treatment::runs},
    TsoCommand{"EDIT", "E", Treatment::not_emulated},        TsoCommand{"EXEC", "EX", Treatment::not_emulated},
    TsoCommand{"EXECUTIL", "", Treatment::not_emulated},     TsoCommand{"FREE", "", Treatment::not_emulated},
    TsoCommand{"HELP", "H", Treatment::not_emulated},        TsoCommand{"ISPSTART", "", Treatment::not_emulated},
    TsoCommand{"LISTALC", "LISTA", Treatment::not_emulated}, TsoCommand{"LISTBC", "LISTB", Treatment::not_emulated},
    TsoCommand{"LISTCAT", "LISTC", Treatment::not_emulated}, TsoCommand{"LISTDS", "LISTD", Treatment::not_emulated},
    TsoCommand{"OGET", "", Treatment::not_emulated},         TsoCommand{"OPUT", "", Treatment::not_emulated},
    TsoCommand{"OSHELL", "", Treatment::not_emulated},       TsoCommand{"OUTPUT", "OUT", Treatment::not_emulated},
    TsoCommand{"PRINTDS", "PR", Treatment::not_emulated},    TsoCommand{"RECEIVE", "", Treatment::not_emulated},
    TsoCommand{"RENAME", "REN", Treatment::not_emulated},    TsoCommand{"SEND", "SE", Treatment::not_emulated},
    TsoCommand{"STATUS", "ST", Treatment::not_emulated},     TsoCommand{"SUBMIT", "SUB", Treatment::not_emulated},
    TsoCommand{"TERMINAL", "TERM", Treatment::not_emulated}, TsoCommand{"TIME", "", Treatment::not_emulated},
    TsoCommand{"TRANSMIT", "XMIT", Treatment::not_emulated}, TsoCommand{"TSOEXEC", "", Treatment::not_emulated},
    TsoCommand{"TSOLIB", "", Treatment::not_emulated},
};

}  // namespace

std::span<const TsoCommand> tso_commands() {
  return table;
}

const TsoCommand* find_tso_command(std::string_view word) {
  const std::string name = base::upper(word);
  const auto* found = std::find_if(table.begin(), table.end(), [&](const TsoCommand& command) {
    return command.name == name || (!command.alias.empty() && command.alias == name);
  });
  return found == table.end() ? nullptr : found;
}

}  // namespace ringside::tso

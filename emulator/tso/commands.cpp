// emulator/tso/commands.cpp - the commands of TSO itself.
#include "emulator/tso/commands.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ringside::tso {
namespace {

// PROMPT and NOPROMPT hold at the READY prompt.
constexpr std::array<std::string_view, 5> profile_effects{"PREFIX", "NOPREFIX", "LIST", "PROMPT", "NOPROMPT"};
// KEEP and CATALOG say what happens anyway.
constexpr std::array<std::string_view, 16> allocate_effects{"DATASET", "FILE",  "DUMMY",   "NEW",   "OLD",  "SHR",
                                                            "MOD",     "REUSE", "RECFM",   "LRECL", "KEEP", "CATALOG",
                                                            "DIR",     "DSORG", "DSNTYPE", "LIKE"};
constexpr std::array<std::string_view, 4> exec_effects{"DATASET", "ARGUMENT", "EXEC", "CLIST"};
constexpr std::array<std::string_view, 6> free_effects{"DATASET", "FILE", "ALL", "DELETE", "KEEP", "CATALOG"};
constexpr std::array<std::string_view, 4> delete_effects{"ENTRY", "NONVSAM", "NVSAM", "SCRATCH"};
constexpr std::array<std::string_view, 6> help_effects{"COMMAND", "SUBCOMMAND", "FUNCTION",
                                                       "SYNTAX",  "OPERANDS",   "ALL"};
constexpr std::array<std::string_view, 5> listcat_effects{"ENTRIES", "LEVEL", "NAME", "NONVSAM", "NVSAM"};
constexpr std::array<std::string_view, 2> listds_effects{"DATASET", "MEMBERS"};
constexpr std::array<std::string_view, 1> listalc_effects{"STATUS"};
constexpr std::array<std::string_view, 2> rename_effects{"OLD", "NEW"};
// Jobs run at once, and no terminal waits to be notified.
constexpr std::array<std::string_view, 4> submit_effects{"DATASET", "NOHOLD", "NONOTIFY", "NOUSER"};

// Aliases are those of the manuals: TSO/E Command Reference, and for the commands of access method services, DFSMShsm,
// z/OS UNIX, ISPF and SDSF their own. Command names, unlike keywords, cannot be abbreviated.
constexpr std::array table = {
    TsoCommand{"PROFILE", "PROF", Treatment::runs, profile_effects},
    TsoCommand{"TIME", "", Treatment::runs},
    TsoCommand{"ALLOCATE", "ALLOC", Treatment::runs, allocate_effects},
    TsoCommand{"DELETE", "DEL", Treatment::runs, delete_effects},
    TsoCommand{"EXEC", "EX", Treatment::runs, exec_effects},
    TsoCommand{"FREE", "UNALLOC", Treatment::runs, free_effects},
    TsoCommand{"HELP", "H", Treatment::runs, help_effects},
    TsoCommand{"LISTALC", "LISTA", Treatment::runs, listalc_effects},
    TsoCommand{"LISTCAT", "LISTC", Treatment::runs, listcat_effects},
    TsoCommand{"LISTDS", "LISTD", Treatment::runs, listds_effects},
    TsoCommand{"RENAME", "REN", Treatment::runs, rename_effects},
    TsoCommand{"SUBMIT", "SUB", Treatment::runs, submit_effects},
    TsoCommand{"END", "", Treatment::ends_input},
    TsoCommand{"LOGOFF", "", Treatment::ends_input},
    TsoCommand{"ACCOUNT", "", Treatment::not_emulated},
    TsoCommand{"ALTER", "", Treatment::not_emulated},
    TsoCommand{"ALTLIB", "", Treatment::not_emulated},
    TsoCommand{"ATTRIB", "ATTR", Treatment::not_emulated},
    TsoCommand{"BLDINDEX", "BIX", Treatment::not_emulated},
    TsoCommand{"CALL", "", Treatment::not_emulated},
    TsoCommand{"CANCEL", "", Treatment::not_emulated},
    TsoCommand{"CONSOLE", "CONS", Treatment::not_emulated},
    TsoCommand{"CONSPROF", "", Treatment::not_emulated},
    TsoCommand{"DEFINE", "DEF", Treatment::not_emulated},
    TsoCommand{"EDIT", "E", Treatment::not_emulated},
    TsoCommand{"EXAMINE", "EXM", Treatment::not_emulated},
    TsoCommand{"EXECUTIL", "", Treatment::not_emulated},
    TsoCommand{"EXPORT", "EXP", Treatment::not_emulated},
    TsoCommand{"HALTER", "HALT", Treatment::not_emulated},
    TsoCommand{"HBACKDS", "HBACK", Treatment::not_emulated},
    TsoCommand{"HDELETE", "HDEL", Treatment::not_emulated},
    TsoCommand{"HLIST", "", Treatment::not_emulated},
    TsoCommand{"HMIGRATE", "HMIG", Treatment::not_emulated},
    TsoCommand{"HQUERY", "HQ", Treatment::not_emulated},
    TsoCommand{"HRECALL", "", Treatment::not_emulated},
    TsoCommand{"HRECOVER", "HRECOV", Treatment::not_emulated},
    TsoCommand{"IMPORT", "IMP", Treatment::not_emulated},
    TsoCommand{"ISHELL", "ISH", Treatment::not_emulated},
    TsoCommand{"ISPF", "", Treatment::not_emulated},
    TsoCommand{"ISPSTART", "", Treatment::not_emulated},
    TsoCommand{"LINK", "", Treatment::not_emulated},
    TsoCommand{"LISTBC", "LISTB", Treatment::not_emulated},
    TsoCommand{"LOADGO", "LOAD", Treatment::not_emulated},
    TsoCommand{"LOGON", "", Treatment::not_emulated},
    TsoCommand{"MKDIR", "", Treatment::not_emulated},
    TsoCommand{"MOUNT", "", Treatment::not_emulated},
    TsoCommand{"MVSSERV", "", Treatment::not_emulated},
    TsoCommand{"OBROWSE", "", Treatment::not_emulated},
    TsoCommand{"OCOPY", "", Treatment::not_emulated},
    TsoCommand{"OEDIT", "", Treatment::not_emulated},
    TsoCommand{"OGET", "", Treatment::not_emulated},
    TsoCommand{"OGETX", "", Treatment::not_emulated},
    TsoCommand{"OMVS", "", Treatment::not_emulated},
    TsoCommand{"OPERATOR", "OPER", Treatment::not_emulated},
    TsoCommand{"OPUT", "", Treatment::not_emulated},
    TsoCommand{"OPUTX", "", Treatment::not_emulated},
    TsoCommand{"OSHELL", "", Treatment::not_emulated},
    TsoCommand{"OUTDES", "", Treatment::not_emulated},
    TsoCommand{"OUTPUT", "OUT", Treatment::not_emulated},
    TsoCommand{"PARMLIB", "", Treatment::not_emulated},
    TsoCommand{"PDF", "", Treatment::not_emulated},
    TsoCommand{"PRINT", "", Treatment::not_emulated},
    TsoCommand{"PRINTDS", "PR", Treatment::not_emulated},
    TsoCommand{"RACLINK", "", Treatment::not_emulated},
    TsoCommand{"RACPRIV", "", Treatment::not_emulated},
    TsoCommand{"RECEIVE", "", Treatment::not_emulated},
    TsoCommand{"REPRO", "", Treatment::not_emulated},
    TsoCommand{"RUN", "R", Treatment::not_emulated},
    TsoCommand{"SDSF", "", Treatment::not_emulated},
    TsoCommand{"SEND", "SE", Treatment::not_emulated},
    TsoCommand{"SMCOPY", "SMC", Treatment::not_emulated},
    TsoCommand{"SMFIND", "SMF", Treatment::not_emulated},
    TsoCommand{"SMPUT", "SMP", Treatment::not_emulated},
    TsoCommand{"STATUS", "ST", Treatment::not_emulated},
    TsoCommand{"SYNC", "", Treatment::not_emulated},
    TsoCommand{"TERMINAL", "TERM", Treatment::not_emulated},
    TsoCommand{"TEST", "", Treatment::not_emulated},
    TsoCommand{"TESTAUTH", "TESTA", Treatment::not_emulated},
    TsoCommand{"TRANSMIT", "XMIT", Treatment::not_emulated},
    TsoCommand{"TSOEXEC", "", Treatment::not_emulated},
    TsoCommand{"TSOLIB", "", Treatment::not_emulated},
    TsoCommand{"UNMOUNT", "", Treatment::not_emulated},
    TsoCommand{"VERIFY", "VFY", Treatment::not_emulated},
    TsoCommand{"VLFNOTE", "", Treatment::not_emulated},
    TsoCommand{"WHEN", "", Treatment::not_emulated},
};

}  // namespace

std::span<const TsoCommand> tso_commands() {
  return table;
}

bool has_effect(const TsoCommand& command, std::string_view operand) {
  return std::find(command.operands.begin(), command.operands.end(), operand) != command.operands.end();
}

const TsoCommand* find_tso_command(std::string_view word) {
  const std::string name = base::upper(word);
  const auto* found = std::find_if(table.begin(), table.end(), [&](const TsoCommand& command) {
    return command.name == name || (!command.alias.empty() && command.alias == name);
  });
  return found == table.end() ? nullptr : found;
}

}  // namespace ringside::tso

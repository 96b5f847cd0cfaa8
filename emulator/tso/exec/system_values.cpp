// emulator/tso/exec/system_values.cpp - SYSVAR and MVSVAR (TSO/E REXX Reference): what a lab knows of session and
#include "emulator/tso/exec/system_values.hpp"

// system.
#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ringside::tso {
namespace {

/// A variable with a value that all labs have.
struct Fixed {
  std::string_view name;
  std::string_view value;
};

/// Variables of SYSVAR about what a lab does not have are empty or say so.
constexpr std::array session_values = {
    Fixed{"SYSPROC", ""},      Fixed{"SYSISPF", "NOT ACTIVE"},
    Fixed{"SYSICMD", ""},      Fixed{"SYSPCMD", ""},
    Fixed{"SYSSCMD", ""},      Fixed{"SYSNEST", "NO"},
    Fixed{"SYSLTERM", "0"},    Fixed{"SYSWTERM", "0"},
    Fixed{"SYSTERMID", ""},    Fixed{"SYSRACF", "AVAILABLE"},
    Fixed{"SYSLRACF", "7791"}, Fixed{"SYSHSM", ""},
    Fixed{"SYSTSOE", "3010"},  Fixed{"SYSCPU", "0.00"},
    Fixed{"SYSSRV", "0"},      Fixed{"SYSJES", "JES2 z/OS 2.5"},
    Fixed{"SYSDTERM", ""},     Fixed{"SYSKTERM", ""},
    Fixed{"SOLDISP", "NO"},    Fixed{"UNSDISP", "NO"},
    Fixed{"SOLNUM", "0"},      Fixed{"UNSNUM", "0"},
    Fixed{"MFTIME", "NO"},     Fixed{"MFOSNM", "NO"},
    Fixed{"MFJOB", "NO"},      Fixed{"MFSNMJBX", "NO"},
};

constexpr std::array system_values = {
    Fixed{"SYSOPSYS", "z/OS 02.05.00"}, Fixed{"SYSMVS", "SP7.2.5"}, Fixed{"SYSDFP", "03.02.05.00"},
    Fixed{"SYSSMS", "UNAVAILABLE"},     Fixed{"SYSSECLAB", ""},     Fixed{"SYSAPPCLU", ""},
};

template <std::size_t Count>
std::optional<std::string> find_in(const std::array<Fixed, Count>& values, std::string_view name) {
  const auto* found = std::find_if(values.begin(), values.end(), [&](const Fixed& one) { return one.name == name; });
  return found == values.end() ? std::nullopt : std::optional(std::string(found->value));
}

/// Two characters that tell systems of a sysplex apart: the default of SYSCLONE is the end of the system's name.
std::string clone_of(const std::string& system) {
  return system.size() < 2 ? system : system.substr(system.size() - 2);
}

}  // namespace

std::optional<std::string> session_variable(const racf::Session& session, const std::string& name) {
  if (name == "SYSUID") return session.user;
  if (name == "SYSPREF") return session.prefix;
  if (name == "SYSENV") return session.in_batch ? "BACK" : "FORE";
  if (name == "SYSNODE") return session.system.name;
  return find_in(session_values, name);
}

std::optional<std::string> system_variable(const racf::Session& session, const std::string& name,
                                           const std::string& symbol) {
  const std::string& system = session.system.name;
  const std::string wanted = name == "SYMDEF" ? symbol : name;
  if (wanted == "SYSNAME" || wanted == "SYSSMFID") return system;
  if (wanted == "SYSPLEX") return session.system.sysplex;
  if (wanted == "SYSCLONE") return clone_of(system);
  if (name == "SYMDEF") return std::string{};
  return find_in(system_values, name);
}

}  // namespace ringside::tso

// emulator/tso/exec/exec_library.hpp - finds REXX execs in the data sets of a session.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "emulator/host/data_sets.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::tso {

struct FoundExec {
  std::string name;
  std::string dd = "?";  ///< as PARSE SOURCE shows it
  std::string data_set = "?";
  std::string source;
};

/// The exec in the member of this name, of the libraries of SYSEXEC and then of SYSPROC (TSO/E REXX Reference, "Exec
/// processing"). Returns nullopt if no library has it; an error if the member is no REXX exec or no text.
std::optional<tl::expected<FoundExec, std::string>> find_exec(racf::Session& session, std::string_view name);

/// The exec in a data set or member. With `by_identifier` its first line must have a comment with the word REXX, as
/// TSO/E asks; without one it is a CLIST, which Ringside does not run.
tl::expected<FoundExec, std::string> exec_in(const host::DataSet& data_set, bool by_identifier);

}  // namespace ringside::tso

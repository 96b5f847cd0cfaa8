// emulator/hosttools/shell/data_set_copy.hpp - cp between z/OS UNIX files and data sets: "//'HLQ.NAME'".
#pragma once

#include <string>
#include <vector>

#include "emulator/hosttools/shell/command.hpp"

namespace ringside::shell {

/// Whether an operand of cp names a data set: two slashes, on z/OS.
bool is_data_set(const Call& call, const std::string& operand);

/// Copies `from` to `to`, of which one at least is a data set. Text becomes records in IBM-1047, and records become
/// lines; what is not text, and everything if `binary`, is copied as octets. A data set that exists keeps its record
/// format and length. Returns the exit status.
int copy_data_set(const Call& call, const std::string& from, const std::string& to, bool binary);

}  // namespace ringside::shell

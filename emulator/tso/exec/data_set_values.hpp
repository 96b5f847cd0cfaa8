// emulator/tso/exec/data_set_values.hpp - SYSDSN and LISTDSI: what an exec asks about data sets.
#pragma once

#include <string>

#include "emulator/racf/session.hpp"
#include "emulator/rexx/exec.hpp"

namespace ringside::tso {

/// SYSDSN: the state of a data set or member: "OK", "DATASET NOT FOUND" and so on.
std::string data_set_state(const racf::Session& session, const std::string& name);

/// LISTDSI: sets the variables that describe a data set. Returns 0 or 16.
int list_data_set_information(const racf::Session& session, const std::string& operands, rexx::WaitingExec& exec);

}  // namespace ringside::tso

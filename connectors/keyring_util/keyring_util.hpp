// connectors/keyring_util/keyring_util.hpp - the program keyring-util: Zowe's command line for key rings, on a lab.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace ringside::connectors::keyring_util {

/// Does what the arguments, without the name of the program, ask for. Messages and exit statuses are those of Zowe's
/// program (zowe/keyring-utilities): 1 for a wrong command line, and where LISTRING and EXPORT find nothing; 0
/// otherwise, also if R_datalib refuses, whose codes are shown then.
int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& error);

}  // namespace ringside::connectors::keyring_util

// tests/zowe/operations.hpp - the 14 operations of Zowe on certificates and key rings, as one program runs them: by
// Zowe's own source (operations_of_zowe.cpp), or by our own calls of the C interfaces (operations_of_ours.cpp).
#pragma once

#include <string>
#include <vector>

namespace ringside::zowe {

/// What an operation answers.
struct Outcome {
  bool done = false;
  int saf = 0, racf = 0, reason = 0;  ///< of R_datalib: of a failure or of a warning
  int status = 0;                     ///< of System SSL
  std::string message{};              ///< of a failure
  std::string warning{};
  std::vector<std::string> lines{};  ///< what is listed
};

/// Runs an operation, with the arguments that it takes:
///   create-ring OWNER RING · delete-ring OWNER RING · refresh
///   list OWNER RING [MOST]          lines "LABEL|OWNER|USAGE|STATUS|DEFAULT", "more" behind MOST of them
///   count OWNER RING                one line
///   list-rings OWNER [RING]         lines "OWNER/RING: OWNER LABEL, OWNER LABEL"
///   show OWNER RING LABEL           the line of list, with "|SERIAL|FROM|UNTIL|KEY TYPE|KEY BITS"
///   import OWNER RING LABEL USAGE FILE PASSWORD    without a refresh of DIGTCERT
///   export OWNER RING LABEL pem|p12 FILE [PASSWORD]
///   connect OWNER RING FROM-RING LABEL USAGE [default]    USAGE "-": as it is
///   set-default OWNER RING LABEL
///   trust OWNER LABEL STATUS · rename OWNER LABEL NEW-LABEL
///   remove OWNER RING LABEL         without a refresh of DIGTCERT; RING "*": from the database
Outcome run(const std::string& operation, const std::vector<std::string>& arguments);

}  // namespace ringside::zowe

// connectors/keyring_util/request.hpp - the command line of keyring-util.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace ringside::connectors::keyring_util {

/// What keyring-util is asked for. Texts that are missing are empty.
struct Request {
  std::string function;  ///< in upper case
  std::string user, ring;
  std::string label, usage, file, password;
  bool with_key = false;                        ///< -k
  bool label_only = false, owner_only = false;  ///< --label-only, --owner-only
  bool explains = false;                        ///< -v: say on standard error why R_datalib refuses
};

/// Reads the arguments without the name of the program:
///   FUNCTION USERID KEYRING [LABEL [USAGE FILE PASSWORD]] [-l LABEL] [-u USAGE] [-f FILE] [-p PASSWORD] [-k] [-v] ...
/// A text that is too long is left out with a message, as Zowe's program does. Fails with an exit status once the
/// message is written: 1 for a wrong command line, 0 if only help is asked for.
tl::expected<Request, int> read_request(const std::vector<std::string>& arguments, std::ostream& out);

/// Writes how keyring-util is called.
void write_help(std::ostream& out);

}  // namespace ringside::connectors::keyring_util

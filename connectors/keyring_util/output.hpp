// connectors/keyring_util/output.hpp - where keyring-util writes, and how it shows codes.
#pragma once

#include <ostream>
#include <string>

#include "connectors/client/datalib_call.hpp"

namespace ringside::connectors::keyring_util {

struct Output {
  std::ostream& out;
  std::ostream& error;

  /// Writes the codes of a call, unless all are 0.
  void show(const client::Codes& codes) const;
  /// Writes a line and returns the exit status of a failure.
  [[nodiscard]] int fail(const std::string& message) const;
};

}  // namespace ringside::connectors::keyring_util

// connectors/keyring_util/import_package.hpp - IMPORT: a certificate and its key from a PKCS#12 file to a key ring.
#pragma once

#include "connectors/keyring_util/output.hpp"
#include "connectors/keyring_util/request.hpp"

namespace ringside::connectors::keyring_util {

/// Returns the exit status: 1 if a text is missing or wrong; 0 otherwise, also if the file cannot be read.
int import_package(const Request& request, Output output);

}  // namespace ringside::connectors::keyring_util

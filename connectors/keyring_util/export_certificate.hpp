// connectors/keyring_util/export_certificate.hpp - EXPORT: a certificate of a key ring as a PEM or PKCS#12 file.
#pragma once

#include "connectors/keyring_util/output.hpp"
#include "connectors/keyring_util/request.hpp"

namespace ringside::connectors::keyring_util {

/// Writes to the file that -f names, else to LABEL.pem or LABEL.p12 in the working directory. With -k the PKCS#12 is
/// under RC4 and -p, else under "password"; without a key that the user may have, the file is empty, as with Zowe's
/// program. Returns the exit status: 1 if there is no label, ring or certificate; 0 otherwise.
int export_certificate(const Request& request, Output output);

}  // namespace ringside::connectors::keyring_util

// connectors/store/ring_objects.hpp - what a store gives of a ring: certificates and private keys, copied out of the
// lab.
#pragma once

#include <string>
#include <vector>

#include "connectors/store/ring_uri.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::connectors::store {

struct RingObject {
  ObjectKind kind = ObjectKind::certificate;
  std::string label;     ///< of the certificate; a key has that of its certificate
  base::Bytes der;       ///< the certificate, or PKCS#8 PrivateKeyInfo
  base::Bytes subject;   ///< DER, of the certificate; a key has that of its certificate
  std::string key_type;  ///< OpenSSL's name for the type of the key, "RSA"; empty for a certificate
};

/// Reads the ring through R_datalib: the default certificate first, then the others in the order of connection, each
/// followed by its private key if the caller gets it in clear. Keys in ICSF do not leave it. A ring without
/// certificates is empty; a label that is not on the ring fails with 8/8/44, other failures are those of
/// Service::data_get_first().
racf::datalib::Answer<std::vector<RingObject>> ring_objects(racf::datalib::Service& service, const RingUri& uri);

}  // namespace ringside::connectors::store

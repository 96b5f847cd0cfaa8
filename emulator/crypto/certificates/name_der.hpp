// emulator/crypto/certificates/name_der.hpp - the one codec between the DER of a Name (X.501) and its attributes.
//
// RACF, OpenSSL and Java have text forms of their own over it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {

/// One attribute of a name. `value` points into the DER that was decoded.
struct NameAttribute {
  std::string oid;  ///< dotted; empty if it cannot be read
  der::Item value;
};
using Rdn = std::vector<NameAttribute>;

struct DecodedName {
  std::vector<Rdn> rdns;    ///< in the order of the DER: least specific first
  bool well_formed = true;  ///< false: `rdns` holds what could be read
};
DecodedName decode_name(base::ByteView der);

/// SEQUENCE { oid, value }. `value` is a whole DER element.
base::Bytes encode_attribute(std::string_view oid, base::ByteView value);
/// The SET of these encoded attributes, sorted as DER requires.
base::Bytes encode_rdn(std::vector<base::Bytes> attributes);
/// The Name of these encoded RDNs, which are given most specific first.
base::Bytes encode_name(const std::vector<base::Bytes>& most_specific_first);

}  // namespace ringside::crypto

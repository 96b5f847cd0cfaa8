// emulator/crypto/certificates/extensions.hpp - the certificate extensions that RACF knows, as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"

namespace ringside::crypto {

/// Bits of keyUsage, numbered as RFC 5280 4.2.1.3 numbers them.
enum KeyUsageBit : std::uint16_t {
  digital_signature = 1u << 0,
  non_repudiation = 1u << 1,
  key_encipherment = 1u << 2,
  data_encipherment = 1u << 3,
  key_agreement = 1u << 4,
  key_cert_sign = 1u << 5,
  crl_sign = 1u << 6,
  encipher_only = 1u << 7,
  decipher_only = 1u << 8,
};
using KeyUsageBits = std::uint16_t;

struct BasicConstraints {
  bool is_ca = false;
  std::optional<long> path_length;
};

/// subjectAltName values by kind; IP in text form (dotted or colon-hex).
struct AltNames {
  std::vector<std::string> ip, email, domain, uri;
  [[nodiscard]] bool empty() const { return ip.empty() && email.empty() && domain.empty() && uri.empty(); }
};

/// The 4 or 16 octets of an address in text form; nothing if it is none.
std::optional<base::Bytes> ip_octets(const std::string& text);

/// One entry of hostIdMappings: the user that the subject is on a host.
struct HostId {
  std::string host, user;
};

struct Extensions {
  std::optional<KeyUsageBits> key_usage;
  std::optional<BasicConstraints> basic_constraints;
  std::optional<AltNames> subject_alt_names;
  std::optional<base::Bytes> subject_key_id;      ///< the identifier itself, without its OCTET STRING
  std::optional<base::Bytes> authority_key_id;    ///< the keyid alone
  std::optional<base::Bytes> extended_key_usage;  ///< the extension's DER value, copied as it is
  std::optional<base::Bytes> issuer_alt_names;    ///< the extension's DER value, copied as it is
  std::optional<base::Bytes>
      subject_alt_names_der;                  ///< as read, for copying; when writing, wins over subject_alt_names
  std::vector<std::string> unknown_critical;  ///< OIDs of critical extensions not listed here; read only
  std::vector<HostId> host_ids{};             ///< of hostIdMappings; read only
};

}  // namespace ringside::crypto

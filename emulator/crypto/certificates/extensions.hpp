// emulator/crypto/certificates/extensions.hpp - the values of the certificate extensions that RACF supports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"

namespace ringside::crypto {

/// Bits of keyUsage, numbered as in RFC 5280 4.2.1.3.
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

/// Values of subjectAltName by type. IP addresses are text: dotted decimal, or hex with colons.
struct AltNames {
  std::vector<std::string> ip, email, domain, uri;
  [[nodiscard]] bool empty() const { return ip.empty() && email.empty() && domain.empty() && uri.empty(); }
};

/// The 4 or 16 octets of an IP address in text form. Returns nullopt if the text is not an address.
std::optional<base::Bytes> ip_octets(const std::string& text);

/// One entry of hostIdMappings: the user ID of the subject on a host.
struct HostId {
  std::string host, user;
};

struct Extensions {
  std::optional<KeyUsageBits> key_usage;
  std::optional<BasicConstraints> basic_constraints;
  std::optional<AltNames> subject_alt_names;
  std::optional<base::Bytes> subject_key_id;         ///< without its OCTET STRING
  std::optional<base::Bytes> authority_key_id;       ///< only the keyIdentifier
  std::optional<base::Bytes> extended_key_usage;     ///< DER of the extension's value, unchanged
  std::optional<base::Bytes> issuer_alt_names;       ///< DER of the extension's value, unchanged
  std::optional<base::Bytes> subject_alt_names_der;  ///< as read; if set, it is written instead of subject_alt_names
  std::vector<std::string> unknown_critical;         ///< OIDs of critical extensions that are not above; not written
  std::vector<HostId> host_ids{};                    ///< of hostIdMappings; not written
};

}  // namespace ringside::crypto

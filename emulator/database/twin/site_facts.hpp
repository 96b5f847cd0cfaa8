// emulator/database/twin/site_facts.hpp - what the unload of a site's database tells about a certificate.
#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"

namespace ringside::database {

/// What an answer about a certificate of a twin rests on.
enum class Grade {
  real,      ///< the site's certificate itself, from a file
  stand_in,  ///< a certificate with the site's names, serial number and dates, and a key of its own
  hollow,    ///< the same, but the unload does not tell even the names: its subject is invented
};

/// "real", "stand-in", "hollow".
std::string to_string(Grade grade);

/// A key: one of the words RSA, NISTECC, BPECC and DSA, and its size in bits.
struct SiteKey {
  std::string kind = "RSA";
  int bits = 2048;
  friend bool operator==(const SiteKey&, const SiteKey&) = default;
};

/// A certificate as the records 0500, 0560 and 1560 tell it (z/OS Security Server RACF Macros and Interfaces, "Record
/// formats produced by the database unload utility"), and what a stand-in is made of.
struct SiteFacts {
  Grade grade = Grade::hollow;
  std::string serial;           ///< hexadecimal digits in upper case
  std::string issuer, subject;  ///< as listed, most specific part first; empty if the unload does not tell
  base::Instant not_before{}, not_after{};
  std::string signature_algorithm;  ///< a word of record 1560: "sha256RSA"; empty if the unload does not tell
  std::string key_type;             ///< the word of record 0560: "PKCSDER"; empty: the site has no private key
  int key_size = 0;                 ///< of the private key in bits; 0: not known
  std::string fingerprint;  ///< SHA-256 of the site's certificate in hexadecimal digits, upper case; may be empty

  bool is_ca = false;                     ///< it issued others, or RACF keeps it as a CA
  SiteKey key{};                          ///< of the stand-in
  std::string signer;                     ///< identity() of the issuer; its own for a self-signed certificate
  SiteKey signer_key{};                   ///< of the issuer's stand-in
  std::string issuer_name, subject_name;  ///< the DER of the names in hexadecimal digits

  /// What the stand-in's key is derived from, the same in every unload that has the certificate: the fingerprint, or
  /// serial number and issuer if the unload has none.
  [[nodiscard]] std::string identity() const;
  /// Whether the site has the private key.
  [[nodiscard]] bool has_key() const { return !key_type.empty(); }
  /// Whether ICSF holds it there.
  [[nodiscard]] bool has_key_in_icsf() const { return has_key() && key_type != "PKCSDER" && key_type != "DSA"; }
};

/// The facts as text for a column of the database, and back. read_site_facts() throws base::Fault for any other text.
std::string to_text(const SiteFacts& facts);
SiteFacts read_site_facts(std::string_view text);

}  // namespace ringside::database

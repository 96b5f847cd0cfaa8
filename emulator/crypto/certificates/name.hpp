// emulator/crypto/certificates/name.hpp - distinguished names in DER and in the form that RACF lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

/// One attribute of a name: the listing's keyword (CN T OU O L SP C ...) and the value in UTF-8.
struct NamePart {
  std::string attribute;
  std::string value;
};

class DistinguishedName {
 public:
  DistinguishedName() = default;

  /// Makes a name from parts in the order of RACF's listing: most specific first. The DER holds them in reverse order,
  /// each in an RDN of its own. A value is a PrintableString if it has only characters of that set, else a UTF8String.
  /// The country must be a PrintableString. Invalid UTF-8 and unknown attributes are errors.
  static Result<DistinguishedName> from_parts(const std::vector<NamePart>& most_specific_first);
  static Result<DistinguishedName> from_der(base::ByteView der);
  /// Makes a name from the text of listing(), which has no escapes: a part ends where a period and the keyword of
  /// another one follow. A part without a keyword at the start is an e-mail address. The keywords ST, S, E, EMAIL and
  /// EMAILADDRESS of other programs are taken too. An empty text and a part without a value are errors.
  static Result<DistinguishedName> from_listing(std::string_view listing);

  [[nodiscard]] const base::Bytes& der() const { return der_; }
  [[nodiscard]] bool empty() const { return parts_.empty(); }
  /// Most specific first. An attribute without a RACF keyword has its dotted OID; e-mail has an empty attribute.
  [[nodiscard]] const std::vector<NamePart>& parts() const& { return parts_; }
  const std::vector<NamePart>& parts() && = delete;  // of a name that ends with the statement
  /// "CN=z/OSMF CertAuth for Security Domain.OU=IZUDFLT": most specific first, joined by periods, without escapes.
  /// E-mail is its value only (Command Language Reference, RACDCERT LIST).
  [[nodiscard]] std::string listing() const;

  friend bool operator==(const DistinguishedName& a, const DistinguishedName& b) { return a.der_ == b.der_; }

 private:
  base::Bytes der_{0x30, 0x00};  // an empty Name is an empty SEQUENCE
  std::vector<NamePart> parts_;
};

}  // namespace ringside::crypto

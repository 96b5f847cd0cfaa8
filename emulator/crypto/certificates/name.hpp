// emulator/crypto/certificates/name.hpp - distinguished names, in DER and in the form that RACF lists.
#pragma once

#include <string>
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

  /// Parts most specific first, as RACF lists them; DER holds them the other way round, one RDN each.
  /// PrintableString where all characters are printable-set, else UTF8String; country is always PrintableString.
  /// A character that is not valid UTF-8 or an attribute that is not known is a Problem.
  static Result<DistinguishedName> from_parts(const std::vector<NamePart>& most_specific_first);
  static Result<DistinguishedName> from_der(base::ByteView der);

  [[nodiscard]] const base::Bytes& der() const { return der_; }
  [[nodiscard]] bool empty() const { return parts_.empty(); }
  /// Most specific first. An attribute without a RACF keyword has its OID in dotted form; e-mail has an empty
  /// attribute.
  [[nodiscard]] const std::vector<NamePart>& parts() const { return parts_; }
  /// "CN=z/OSMF CertAuth for Security Domain.OU=IZUDFLT": most specific first, joined by periods, nothing escaped;
  /// e-mail as its bare value (Command Language Reference, RACDCERT LIST).
  [[nodiscard]] std::string listing() const;

  friend bool operator==(const DistinguishedName& a, const DistinguishedName& b) { return a.der_ == b.der_; }

 private:
  base::Bytes der_{0x30, 0x00};  // an empty Name is an empty SEQUENCE
  std::vector<NamePart> parts_;
};

}  // namespace ringside::crypto

// emulator/crypto/containers/pkcs12.cpp - opens a PKCS#12 step by step. OpenSSL's one call for it has no limits.
#include "emulator/crypto/containers/pkcs12.hpp"

#include <openssl/pkcs12.h>

#include "base/limits.hpp"
#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/crypto/containers/pkcs12_parts.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

Problem malformed_by_openssl(const std::string& what) {
  return {ProblemKind::malformed, what + ": " + take_openssl_error()};
}

ByteView octets_of(const ASN1_OCTET_STRING* string) {
  return {ASN1_STRING_get0_data(string), static_cast<std::size_t>(ASN1_STRING_length(string))};
}

class Opener {
 public:
  Opener(PKCS12* file, const base::Secret& password)
      : file_(file), password_(password.reveal().c_str()), length_(static_cast<int>(password.reveal().size())) {}

  Result<Pkcs12Contents> open() {
    if (auto problem = prepare()) return tl::unexpected(*problem);
    if (auto problem = check_mac()) return tl::unexpected(*problem);
    for (int i = 0; i < sk_PKCS7_num(safes_.get()); ++i) {
      if (auto problem = open_safe(sk_PKCS7_value(safes_.get(), i))) return tl::unexpected(*problem);
    }
    contents_.modern_encryption = budget_.saw_pbes2();
    return std::move(contents_);
  }

 private:
  using Refusal = std::optional<Problem>;

  // Adds up every cost that can be read without the password before any key is derived.
  Refusal prepare() {
    safes_.reset(PKCS12_unpack_authsafes(file_));
    if (!safes_) return malformed_by_openssl("the PKCS#12 holds no safes that can be read");
    if (auto refusal = charge_mac()) return refusal;
    for (int i = 0; i < sk_PKCS7_num(safes_.get()); ++i) {
      PKCS7* safe = sk_PKCS7_value(safes_.get(), i);
      if (safe->d.ptr == nullptr) return Problem{ProblemKind::malformed, "a safe of the PKCS#12 has no content"};
      if (PKCS7_type_is_encrypted(safe)) {
        if (auto refusal = budget_.charge(safe->d.encrypted->enc_data->algorithm)) return refusal;
      } else if (PKCS7_type_is_data(safe)) {
        const Bags bags(PKCS12_unpack_p7data(safe));
        if (auto refusal = charge_bags(bags.get())) return refusal;
      } else {
        return Problem{ProblemKind::unsupported, "the PKCS#12 is locked with a key instead of a password"};
      }
    }
    return std::nullopt;
  }

  Refusal charge_mac() {
    const auto cost = pkcs12_mac_cost(file_);
    if (!cost) return cost.error();
    return *cost ? budget_.charge((*cost)->iterations, (*cost)->salt_bytes) : std::nullopt;
  }

  Refusal charge_bags(const STACK_OF(PKCS12_SAFEBAG) * bags) {
    if (bags == nullptr) return malformed_by_openssl("a safe of the PKCS#12 cannot be read");
    bags_seen_ += static_cast<std::size_t>(sk_PKCS12_SAFEBAG_num(bags));
    if (bags_seen_ > most_pkcs12_bags) return Problem{ProblemKind::too_large, "a PKCS#12 of more than 2000 entries"};
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
      const PKCS12_SAFEBAG* bag = sk_PKCS12_SAFEBAG_value(bags, i);
      if (PKCS12_SAFEBAG_get_nid(bag) != NID_pkcs8ShroudedKeyBag) continue;
      const X509_ALGOR* algorithm = nullptr;
      X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
      if (auto refusal = budget_.charge(algorithm)) return refusal;
    }
    return std::nullopt;
  }

  // An empty password has two encodings: no octets, or one empty BMPString (RFC 7292 B.1 does not decide).
  Refusal check_mac() {
    if (PKCS12_mac_present(file_) != 1) return std::nullopt;
    password_checked_ = PKCS12_verify_mac(file_, password_, length_) == 1;
    if (!password_checked_ && length_ == 0) {
      password_ = nullptr;
      password_checked_ = PKCS12_verify_mac(file_, nullptr, 0) == 1;
    }
    ERR_clear_error();
    if (password_checked_) return std::nullopt;
    return Problem{ProblemKind::wrong_password, "the password of the PKCS#12 is wrong"};
  }

  Refusal open_safe(PKCS7* safe) {
    if (!PKCS7_type_is_encrypted(safe)) {
      const Bags bags(PKCS12_unpack_p7data(safe));
      return take_bags(bags.get());
    }
    const PKCS7_ENC_CONTENT* encrypted = safe->d.encrypted->enc_data;
    if (encrypted->enc_data == nullptr)
      return Problem{ProblemKind::malformed, "an encrypted safe of the PKCS#12 is empty"};
    const auto plain = pkcs12_decrypted(encrypted->algorithm, password_, length_, octets_of(encrypted->enc_data));
    if (!plain) return pkcs12_decryption_problem(password_checked_);
    const Bags bags = decode_bags(*plain);
    if (!bags) return nonsense();
    if (auto refusal = charge_bags(bags.get())) return judged(refusal);
    return judged(take_bags(bags.get()));
  }

  // One wrong password in 256 gives valid padding. Then only a MAC shows it. Without a MAC, content that cannot be read
  // counts as a wrong password.
  Problem nonsense() const {
    ERR_clear_error();
    return pkcs12_decryption_problem(password_checked_);
  }
  Refusal judged(Refusal refusal) const {
    return refusal && refusal->kind == ProblemKind::malformed && !password_checked_ ? nonsense() : refusal;
  }

  Refusal take_bags(const STACK_OF(PKCS12_SAFEBAG) * bags) {
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
      if (auto refusal = take_bag(sk_PKCS12_SAFEBAG_value(bags, i))) return refusal;
    }
    return std::nullopt;
  }

  Refusal take_bag(const PKCS12_SAFEBAG* bag) {
    switch (PKCS12_SAFEBAG_get_nid(bag)) {
      case NID_certBag:
        return take_certificate(bag);
      case NID_keyBag:
        return take_clear_key(PKCS12_SAFEBAG_get0_p8inf(bag));
      case NID_pkcs8ShroudedKeyBag:
        return take_shrouded_key(PKCS12_SAFEBAG_get0_pkcs8(bag));
      case NID_safeContentsBag:
        return Problem{ProblemKind::unsupported, "the PKCS#12 has safes within safes"};
      default:
        return std::nullopt;  // RACDCERT does not use revocation lists and secrets
    }
  }

  Refusal take_certificate(const PKCS12_SAFEBAG* bag) {
    if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Certificate) return std::nullopt;
    if (contents_.certificates.size() == base::limits::container_certificates) {
      return Problem{ProblemKind::too_large, "a PKCS#12 of more than 1000 certificates"};
    }
    const Owned<X509, X509_free> decoded(PKCS12_SAFEBAG_get1_cert(bag));
    if (!decoded) return malformed_by_openssl("a certificate of the PKCS#12 cannot be read");
    const Bytes der = encoded(decoded.get(), i2d_X509);
    if (der.empty()) return malformed_by_openssl("a certificate of the PKCS#12 cannot be read");
    auto certificate = Certificate::from_der(der);
    if (!certificate) return certificate.error();
    contents_.certificates.push_back(std::move(*certificate));
    return std::nullopt;
  }

  Refusal take_shrouded_key(const X509_SIG* shrouded) {
    const X509_ALGOR* algorithm = nullptr;
    const ASN1_OCTET_STRING* cipher = nullptr;
    X509_SIG_get0(shrouded, &algorithm, &cipher);
    auto plain = pkcs12_decrypted(algorithm, password_, length_, octets_of(cipher));
    if (!plain) return pkcs12_decryption_problem(password_checked_);
    auto refusal = judged(take_key(*plain));
    OPENSSL_cleanse(plain->data(), plain->size());
    return refusal;
  }

  Refusal take_clear_key(const PKCS8_PRIV_KEY_INFO* info) {
    Bytes der = encoded(info, i2d_PKCS8_PRIV_KEY_INFO);
    if (der.empty()) return malformed_by_openssl("the private key cannot be read");
    auto refusal = take_key(der);
    OPENSSL_cleanse(der.data(), der.size());
    return refusal;
  }

  Refusal take_key(ByteView pkcs8) {
    if (contents_.key) return Problem{ProblemKind::unsupported, "the PKCS#12 holds several private keys"};
    auto key = PrivateKey::from_pkcs8(pkcs8);
    if (!key) return key.error();
    if (!key->is_sound()) return Problem{ProblemKind::malformed, "the numbers of the private key do not fit together"};
    contents_.key = std::move(*key);
    return std::nullopt;
  }

  PKCS12* file_;
  const char* password_;
  int length_;
  bool password_checked_ = false;
  std::size_t bags_seen_ = 0;
  PbeBudget budget_;
  Safes safes_;
  Pkcs12Contents contents_;
};

}  // namespace

Result<Pkcs12Contents> read_pkcs12(ByteView bytes, const base::Secret& password) {
  const CleanErrorQueue clean;
  const std::uint8_t* at = bytes.data();
  const OwnedPkcs12 file(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
  if (!file) return tl::unexpected(malformed_by_openssl("not a PKCS#12"));
  if (at != bytes.data() + bytes.size()) return malformed("octets follow the PKCS#12");
  return Opener(file.get(), password).open();
}

}  // namespace ringside::crypto

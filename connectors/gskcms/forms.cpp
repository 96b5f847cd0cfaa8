// connectors/gskcms/forms.cpp - the forms in which certificates and keys are exported.
#include "connectors/gskcms/forms.hpp"

#include <algorithm>
#include <array>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs12_export.hpp"
#include "emulator/crypto/containers/pkcs7.hpp"
#include "emulator/crypto/foreign_data.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::connectors::gskcms {
namespace {

struct Encryption {
  x509_algorithm_type algorithm;
  crypto::PbeScheme scheme;
};
constexpr std::array encryptions = {
    Encryption{x509_alg_pbeWithSha1And40BitRc2Cbc, crypto::PbeScheme::rc2_40},
    Encryption{x509_alg_pbeWithSha1And128BitRc2Cbc, crypto::PbeScheme::rc2_128},
    Encryption{x509_alg_pbeWithSha1And40BitRc4, crypto::PbeScheme::rc4_40},
    Encryption{x509_alg_pbeWithSha1And128BitRc4, crypto::PbeScheme::rc4_128},
    Encryption{x509_alg_pbeWithSha1And3DesCbc, crypto::PbeScheme::triple_des},
};

base::Bytes with_header_lines(const base::Bytes& der, std::string_view label) {
  return base::to_bytes(crypto::armor(der, label));
}

base::Bytes package_of(const std::vector<crypto::Certificate>& certificates, const crypto::PrivateKey& key,
                       const std::string& label, crypto::PbeScheme scheme, const base::Secret& password) {
  crypto::Pkcs12Export contents;
  for (const crypto::Certificate& certificate : certificates) contents.certificates.push_back({certificate});
  contents.certificates.front().friendly_name = label;
  contents.key = key;
  contents.certificate_scheme = contents.key_scheme = scheme;
  contents.mac_digest = "sha1";
  return crypto::export_pkcs12(contents, password, crypto::SystemRandomness());
}

}  // namespace

Answer<base::Bytes> certificate_in_form(const std::vector<crypto::Certificate>& certificates,
                                        gskdb_export_format format) {
  switch (format) {
    case gskdb_export_der_binary:
      return certificates.front().der();
    case gskdb_export_der_base64:
      return with_header_lines(certificates.front().der(), "CERTIFICATE");
    case gskdb_export_pkcs7_binary:
      return crypto::pkcs7(certificates);
    case gskdb_export_pkcs7_base64:
      return with_header_lines(crypto::pkcs7(certificates), "PKCS7");
    default:
      return fail(CMSERR_FMT_NOT_SUPPORTED);
  }
}

Answer<base::Bytes> key_in_form(const std::vector<crypto::Certificate>& certificates, const crypto::PrivateKey& key,
                                const std::string& label, gskdb_export_format format, x509_algorithm_type algorithm,
                                const base::Secret& password) {
  if (format != gskdb_export_pkcs12v3_binary && format != gskdb_export_pkcs12v3_base64)
    return fail(CMSERR_FMT_NOT_SUPPORTED);
  if (password.empty()) return fail(CMSERR_PW_INCORRECT);
  const auto* encryption = std::find_if(encryptions.begin(), encryptions.end(),
                                        [&](const Encryption& each) { return each.algorithm == algorithm; });
  if (encryption == encryptions.end()) return fail(CMSERR_ALG_NOT_SUPPORTED);
  try {
    base::Bytes package = package_of(certificates, key, label, encryption->scheme, password);
    if (format == gskdb_export_pkcs12v3_binary) return package;
    return base::to_bytes(crypto::base64_lines(package));
  } catch (const crypto::ForeignData&) {
    return fail(CMSERR_ALG_NOT_SUPPORTED);
  }
}

}  // namespace ringside::connectors::gskcms

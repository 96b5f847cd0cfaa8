// connectors/gskcms/forms.hpp - the forms in which certificates and keys are exported.
#pragma once

#include <string>
#include <vector>

#include "base/secret.hpp"
#include "connectors/gskcms/status.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::connectors::gskcms {

/// The first certificate in DER, or all of them in PKCS#7; binary or with header lines. Fails with
/// CMSERR_FMT_NOT_SUPPORTED for other forms.
Answer<base::Bytes> certificate_in_form(const std::vector<crypto::Certificate>& certificates,
                                        gskdb_export_format format);

/// A PKCS#12 package of the key and its certificates, which begin with that of the key; it bears the label. Fails with
/// CMSERR_FMT_NOT_SUPPORTED for other forms, CMSERR_ALG_NOT_SUPPORTED for other algorithms and those that OpenSSL
/// lacks, CMSERR_PW_INCORRECT for an empty password.
Answer<base::Bytes> key_in_form(const std::vector<crypto::Certificate>& certificates, const crypto::PrivateKey& key,
                                const std::string& label, gskdb_export_format format, x509_algorithm_type algorithm,
                                const base::Secret& password);

}  // namespace ringside::connectors::gskcms

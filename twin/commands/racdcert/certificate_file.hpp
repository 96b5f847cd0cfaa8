// twin/commands/racdcert/certificate_file.hpp - the files from which RACDCERT ADD takes the certificates of another
// system.
#pragma once

#include <optional>
#include <string>

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// A data set for ADD, with the operands that it needs.
struct CertificateFile {
  std::string data_set;
  std::string operands;  ///< "PASSWORD('...') PKDS(LABEL)"; empty for a certificate without key
};

/// Whether a file can hold the certificate: not one of a twin that only stands in for the site's. Adds a remark if it
/// cannot.
bool has_content(Transition& transition, const database::CertificateRecord& record);

/// Makes the file of a certificate of the other system. A private key that cannot be carried is remarked on.
CertificateFile make_file(Transition& transition, const database::CertificateRecord& record);

/// Adds the remark that the private key of the certificate is not carried, if it has one.
void remark_key_left(Transition& transition, const database::CertificateRecord& record);

/// Whether make_file() carries the private key.
bool carries_key(Transition& transition, const database::CertificateRecord& record);

}  // namespace ringside::twin

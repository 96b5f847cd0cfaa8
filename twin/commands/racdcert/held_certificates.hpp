// twin/commands/racdcert/held_certificates.hpp - the certificates of a database by what they are, whatever their
// labels.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "emulator/database/security_database.hpp"

namespace ringside::twin {

/// Owner and SHA-256 of the certificate; the name of its profile if an unload did not tell the SHA-256.
using CertificateKey = std::pair<std::string, std::string>;

CertificateKey certificate_key(const database::CertificateRecord& record);

/// All certificates of the database. Makes no stand-in.
std::map<CertificateKey, database::CertificateRecord> certificates_of(const database::SecurityDatabase& database);

/// "CERTAUTH LABEL('CA')" as commands name a certificate inside of CONNECT or BIND.
std::string owner_and_label(const std::string& owner, const std::string& label);

/// "RACDCERT ID(WEB) FUNCTION(LABEL('Server'))".
std::string racdcert_by_label(const std::string& owner, const std::string& function, const std::string& label);

/// "the certificate 'CA' of CERTAUTH", for remarks.
std::string certificate_phrase(const database::CertificateRecord& record);

}  // namespace ringside::twin

// harness/doctor/cure_issue.hpp - remedies that make certificates: a new one, one that is signed again, a new CA.
#pragma once

#include <optional>
#include <string>

#include "harness/doctor/remedy_writer.hpp"
#include "harness/trust/station.hpp"

namespace ringside::harness {

/// "SUBJECTSDN(CN('server') O('Example'))": the parts of a name that GENCERT has operands for.
std::string subjectsdn_operand(const crypto::DistinguishedName& name);
/// "SIGNWITH(CERTAUTH LABEL('CA'))" for a certificate of `owner`.
std::string signwith_operand(const database::CertificateRecord& signer, const std::string& owner);
/// One year from now, or the signer's end if that is earlier.
std::string end_operand(lab::Lab& lab, const crypto::Certificate* signer);

/// The CA that can sign for a ring's owner: the issuer of `old`, else the only CA with a key on the ring, else the only
/// one in the database. Returns nullopt if there is none or several.
std::optional<database::CertificateRecord> signer_for(Station& station, const crypto::Certificate* old);

/// Adds the commands that make a certificate with a new key for the ring's owner and the ring's default. It gets the
/// name and the signer of `old`, if given.
void make_server_certificate(RemedyWriter& writer, Station& station, const crypto::Certificate* old);

/// Adds the commands that have `signer`, of the same database, sign the certificate `record` again with its key. `more`
/// are operands.
void sign_anew(RemedyWriter& writer, Station& station, const database::CertificateRecord& record,
               const std::string& signer_operand, const std::string& more);

/// Adds the commands that make a CA with a unique name on the station's system, connect it to the station's ring and
/// sign the server certificate with it. Returns the CA's label.
std::string make_own_ca(RemedyWriter& writer, Station& station, const crypto::Certificate& like,
                        const database::CertificateRecord& server);

}  // namespace ringside::harness

// harness/doctor/cure_issue.hpp - remedies that make certificates: a new one, one signed anew, a new CA.
#pragma once

#include <optional>
#include <string>

#include "harness/doctor/remedy_writer.hpp"
#include "harness/trust/station.hpp"

namespace ringside::harness {

/// "SUBJECTSDN(CN('server') O('Example'))": what of a name GENCERT can say.
std::string subjectsdn_operand(const crypto::DistinguishedName& name);
/// "SIGNWITH(CERTAUTH LABEL('CA'))" for a certificate of `owner`.
std::string signwith_operand(const database::CertificateRecord& signer, const std::string& owner);
/// An end a year from now, or the signer's end if that comes first.
std::string end_operand(lab::Lab& lab, const crypto::Certificate* signer);

/// The CA that can sign for a ring's owner: the issuer of `old`, else the one CA with a key on the ring, else the only
/// one in the database; nothing if that is not settled.
std::optional<database::CertificateRecord> signer_for(Station& station, const crypto::Certificate* old);

/// A new certificate with a new key for the ring's owner, which becomes the ring's default. `old` is the one whose name
/// and signer it takes over, if there is one.
void make_server_certificate(RemedyWriter& writer, Station& station, const crypto::Certificate* old);

/// The certificate `record` signed anew by `signer` of the same database, with its key; `more` are operands.
void sign_anew(RemedyWriter& writer, Station& station, const database::CertificateRecord& record,
               const std::string& signer_operand, const std::string& more);

/// A CA with a name of its own on the station's system, on its ring, which has signed its server certificate anew; the
/// label of the CA.
std::string make_own_ca(RemedyWriter& writer, Station& station, const crypto::Certificate& like,
                        const database::CertificateRecord& server);

}  // namespace ringside::harness

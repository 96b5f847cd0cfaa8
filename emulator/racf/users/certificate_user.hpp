// emulator/racf/users/certificate_user.hpp - which user a certificate logs on as, and why.
//
// The search of initACEE (IRRSIA00), which servers call with a client's certificate: the certificate as it is
// registered, else the most specific certificate name filter, else the certificate's own hostIdMappings (Security
// Administrator's Guide, "How RACF processes certificate name filters", "Using a hostIdMappings extension").
#pragma once

#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/context.hpp"
#include "emulator/racf/racdcert/filters/name_filter.hpp"

namespace ringside::racf {

using racdcert::SessionCriteria;

/// What decided.
enum class UserSource { none, certificate, name_filter, host_id };

/// "none", "certificate", "name filter", "host ID mapping".
std::string to_string(UserSource source);

struct CertificateUser {
  std::string user;                      ///< who is logged on; empty if nobody
  UserSource source = UserSource::none;  ///< also where it decided that nobody is
  std::string owner;                     ///< of the certificate or filter: user ID, irrcerta, irrsitec or irrmulti
  std::string label;                     ///< of the certificate or filter
  std::string explanation;               ///< one sentence without its period
  std::vector<std::string> remarks{};    ///< what else a person should know
};

/// Asks the session's system; the session's user is the server that calls initACEE. SYSID among the criteria is the
/// system's name unless given.
CertificateUser user_of(Session& session, const crypto::Certificate& certificate, const SessionCriteria& criteria = {});

}  // namespace ringside::racf

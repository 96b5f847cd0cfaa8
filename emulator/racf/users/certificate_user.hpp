// emulator/racf/users/certificate_user.hpp - the user that a certificate logs on, and why.
//
// The search of initACEE (IRRSIA00), which servers call with a client's certificate: first the registered certificate,
// then the most specific certificate name filter, then the certificate's own hostIdMappings (Security Administrator's
// Guide, "How RACF processes certificate name filters", "Using a hostIdMappings extension").
#pragma once

#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/racdcert/filters/name_filter.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::racf {

using racdcert::SessionCriteria;

/// The part of the search that decided.
enum class UserSource { none, certificate, name_filter, host_id };

/// "none", "certificate", "name filter", "host ID mapping".
std::string to_string(UserSource source);

struct CertificateUser {
  std::string user;                      ///< that is logged on; empty if none
  UserSource source = UserSource::none;  ///< also set if it decided that no user is logged on
  std::string owner;                     ///< of the certificate or filter: user ID, irrcerta, irrsitec or irrmulti
  std::string label;                     ///< of the certificate or filter
  std::string explanation;               ///< one sentence without its period
  std::vector<std::string> remarks{};    ///< of Ringside's own
};

/// Returns the user that the certificate logs on, on the session's system. The session's user is the server that calls
/// initACEE. The criterion SYSID is the name of the system if it is not given.
CertificateUser user_of(Session& session, const crypto::Certificate& certificate, const SessionCriteria& criteria = {});

}  // namespace ringside::racf

// emulator/racf/resources/certificate_profiles.hpp - certificates, rings and mappings as the profiles that RLIST and
// SEARCH show.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// Returns the name of the DIGTRING profile of a ring.
std::string ring_profile(const database::Ring& ring);
/// Returns the name of the DIGTNMAP profile of a mapping. No source shows the real name (low).
std::string mapping_profile(const database::NameFilter& filter);
/// Returns the status of a certificate as the field UACC has it, which is eight characters long: "HIGHTRST".
std::string status_word(database::Status status);

/// Returns the profiles of a class by name. Those of DIGTCERT, DIGTRING and DIGTNMAP are made from the certificates,
/// rings and mappings:
/// - DIGTCERT: serial number, period, issuer; UACC is the status, APPLDATA the owner of the certificate
///   (Security Administrator's Guide, "DIGTCERT general resource profiles")
/// - DIGTRING: owner, period, name of the ring
/// - DIGTNMAP: the names of the filter; UACC is the status, APPLDATA the user ID. No source shows the real name (low).
/// The owner of such a profile is shown as the owner of its content: who issued RACDCERT is not kept (low).
std::vector<database::Resource> profiles_of(Context& context, const std::string& profile_class);

}  // namespace ringside::racf

// twin/commands/racdcert/certificates.hpp - RACDCERT ADD, ALTER, GENREQ and DELETE that lead from the certificates of a
// system to those of another.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Adds the certificates that are missing, from files, and gives all of them their labels and status. Before it,
/// deletes those whose label or profile name a new one needs.
void put_certificates(Transition& transition);
/// Deletes the certificates that the other system does not have.
void delete_certificates(Transition& transition);

}  // namespace ringside::twin

// twin/pairs/stand_in_pairs.hpp - stand-in pairs for handshakes that need a key which only the site has.
//
// A real certificate of a twin often has no private key here. A handshake that would need it is made with a pair
// instead: the same certificate with another key, and the same for its issuers and what they have issued, so that who
// signed whom stays as it is.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"

namespace ringside::twin {

/// Returns a copy of the lab in memory in which every real certificate has a stand-in pair that must have one: its own
/// private key is at the site only and it serves on a ring, or a stand-in or a certificate of the lab is signed with
/// its stand-in's key, or its issuer or something that it issued has a pair. Returns null if none must.
std::unique_ptr<lab::Lab> with_stand_in_pairs(lab::Lab& lab);

/// What the answers about a ring rest on: a sentence that names its certificates which are stand-ins, hollow, or pairs
/// of real ones; empty if all are the lab's own or real.
std::string rests_on(const racf::RingContents& ring);

}  // namespace ringside::twin

// emulator/hosttools/keytool/ring/ring.hpp - a SAF key ring that is used as a key store.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emulator/hosttools/keytool/certificates/x509.hpp"
#include "emulator/hosttools/keytool/ring/ring_type.hpp"
#include "emulator/racf/datalib/entry.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::keytool {

/// A certificate of a ring, as Java sees it.
struct RingMember {
  std::string alias;  ///< the label; of a further member with that label LABEL_1, LABEL_2 ...
  X509 certificate;
  racf::datalib::Entry entry;
};

/// What Java reads of a ring.
struct RingSource {
  racf::RingName ring;
  bool there = false;  ///< whether the ring exists
  std::vector<RingMember> members;
};

/// A ring that is opened as a key store of one of the types.
struct RingStore {
  RingSource source;
  const RingType* type = nullptr;
};

/// Returns the member with an alias; nullptr if there is none.
const RingMember* member_of(const RingSource& source, const std::string& alias);

/// Returns whether the private key of a member is in ICSF, so that only ICSF can use it.
bool is_in_icsf(const RingMember& member);

/// Returns whether a store of this type has a member as a key entry; else it is a trusted certificate.
bool is_key_entry(const RingMember& member, const RingType& type);

/// Returns the chain of a member as places in the ring: itself, and its issuers, found by name and signature.
std::vector<std::size_t> chain_of(const RingSource& source, std::size_t place);

}  // namespace ringside::keytool

// emulator/hosttools/keytool/ring/ring_reader.hpp - reads a SAF key ring through R_datalib, as Java sees it.
#pragma once

#include <optional>
#include <string>

#include "emulator/hosttools/keytool/ring/ring.hpp"
#include "emulator/hosttools/keytool/ring/ring_refusal.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_url.hpp"

namespace ringside::keytool {

/// Who reads or changes a ring, and where.
struct RingUser {
  lab::Lab& lab;
  const database::SystemRecord& system;
  std::string user;  ///< in capitals
};

/// Reads the URL of a ring, scheme:/USER/RING with one to four slashes. Refuses another form, and a user ID or ring
/// name that is empty or too long. Any scheme is taken.
RingAnswer<racf::RingUrl> ring_of_url(const std::string& url, const std::string& user, RingRemarks& remarks);

/// Returns the type of a key store that opens the URL. Refuses a type that is not known, one that is not of key rings
/// (none: nullopt), and one that does not open the scheme.
RingAnswer<const RingType*> type_for(const racf::RingUrl& url, const std::optional<std::string>& storetype,
                                     RingRemarks& remarks);

/// Reads a ring in the order of its members. Leaves out members with status NOTRUST or usage SITE, with a remark.
/// Refuses a ring that R_datalib does not give, and a member with usage PERSONAL whose private key the user cannot
/// have. A missing ring is refused unless it `may_be_missing`.
RingAnswer<RingSource> read_ring(const RingUser& user, const racf::RingName& ring, bool may_be_missing,
                                 RingRemarks& remarks);

}  // namespace ringside::keytool

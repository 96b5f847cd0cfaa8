// emulator/racf/datalib/r_datalib.hpp - the callable service R_datalib (IRRSDL00): how programs read and change key
// rings.
//
// Every program reads rings through this service, so that authority, status and private keys follow one set of rules
// (z/OS Security Server RACF Callable Services, "R_datalib").
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/datalib/authority.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/datalib/entry.hpp"
#include "emulator/racf/datalib/ring_info.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "emulator/racf/datalib/seen_rings.hpp"
#include "emulator/racf/datalib/serial_number.hpp"
#include "emulator/racf/datalib/update.hpp"

namespace ringside::racf::datalib {

/// The service for one caller on one system. The tokens of its queries are valid while the object exists; no two
/// queries of the process have the same token. Of more than 4,096 queries the oldest is closed.
class Service {
 public:
  using Token = std::uint32_t;
  struct First {
    Token token = 0;
    Entry entry;
  };

  Service(lab::Lab& lab, const database::SystemRecord& system, const std::string& caller);

  /// Opens a query and returns its first certificate. The owner *TOKEN* makes `ring` a PKCS#11 token (token_ring.hpp).
  /// Parameter list version 0 returns TRUST and HIGHTRUST certificates only. Ring "*" has every certificate of the
  /// owner, connected or not. After the authority is checked, fails with 8/8/84 if the owner or the ring does not
  /// exist, and 8/8/44 if no certificate matches; 8/8/24 for another version.
  Answer<First> data_get_first(const std::string& owner, const std::string& ring, const Selection& selection = {},
                               int version = 1);
  /// Returns the next certificate of the query. Fails with 8/8/44 after the last one.
  Answer<Entry> data_get_next(Token token);
  /// Lets the next data_get_next() return the same certificate again.
  void data_put_back(Token token);
  /// Closes a query.
  Answer<void> data_abort_query(Token token);

  /// Returns a number that changes when the ring or one of its certificates changes.
  Answer<std::uint32_t> get_update_code(const std::string& owner, const std::string& ring);
  /// Returns one ring, or every ring of the owner if `ring` is empty, or those that follow a ring: as many as fit into
  /// an area of `area` octets. Fails with 8/8/32 if there is no such ring, or the area has less than 4 octets; 8/8/8 if
  /// the caller may not read one of them.
  Answer<RingInfos> get_ring_info(const std::string& owner, const std::string& ring = "",
                                  std::optional<std::size_t> area = std::nullopt,
                                  RingSearch search = RingSearch::named);
  /// Returns every ring, and every ICSF token as a ring of the owner *TOKEN*. Which of them the caller may read, each
  /// query says.
  [[nodiscard]] std::vector<RingName> all_rings();
  /// Returns the status of the certificate with this DER encoding. Fails with 8/8/44 if it is not in the database.
  Answer<std::uint32_t> check_status(base::ByteView certificate);

  Answer<std::uint64_t> inc_serial_num(base::ByteView certificate) {
    return datalib::inc_serial_num(session_, certificate);
  }
  // The functions that change rings, see update.hpp.
  Answer<void> new_ring(const std::string& owner, const std::string& ring) {
    return datalib::new_ring(session_, owner, ring);
  }
  Answer<Put> data_put(const std::string& owner, const std::string& ring, const NewMember& member) {
    return datalib::data_put(session_, owner, ring, member);
  }
  Answer<Codes> data_remove(const std::string& owner, const std::string& ring, const std::string& certificate_owner,
                            const std::string& label, const Removal& removal = {}) {
    return datalib::data_remove(session_, owner, ring, {certificate_owner, label}, removal);
  }
  Answer<void> del_ring(const std::string& owner, const std::string& ring) {
    return datalib::del_ring(session_, owner, ring);
  }
  Answer<void> data_refresh() { return datalib::data_refresh(session_); }
  Answer<Codes> data_alter(const std::string& certificate_owner, const std::string& label,
                           const Alteration& alteration) {
    return datalib::data_alter(session_, {certificate_owner, label}, alteration);
  }

  /// Returns what a real system would have refused. A ring that is read again while nothing in the lab changes adds
  /// nothing.
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }
  void forget_remarks() { remarks_.clear(); }

 private:
  using Entries = std::shared_ptr<const std::vector<Entry>>;
  struct Query {
    Entries entries;
    std::vector<std::size_t> found;
    std::size_t next = 0;
  };
  struct Kept {
    RingName ring;
    std::uint64_t version = 0;  ///< of the lab's data
    Entries entries;
  };

  Answer<std::vector<SeenMember>> members_of(const RingName& ring);
  Answer<Right> right_to(const RingName& ring);
  Entry entry_of(const Right& right, const SeenMember& member);
  Answer<std::vector<Entry>> read(const RingName& ring);
  Answer<Entries> entries_of(const RingName& ring);
  Answer<RingInfo> info_of(const RingName& ring);

  Session session_;
  std::map<Token, Query> queries_;
  std::optional<Kept> kept_;  // the ring that was read last: programs read one many times
  std::vector<std::string> remarks_;
};

}  // namespace ringside::racf::datalib

// emulator/database/rings.hpp - DIGTRING profiles: key rings and what is connected to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

enum class Usage { personal, certauth, site };

/// "PERSONAL", "CERTAUTH", "SITE".
std::string to_string(Usage usage);

struct Ring {
  std::int64_t id = 0;
  std::string owner;
  std::string name;
};

struct RingMember {
  std::int64_t certificate_id = 0;
  Usage usage = Usage::personal;
  bool is_default = false;
};

/// A member as a listing shows it.
struct ListedMember {
  std::string owner;  ///< of the certificate
  std::string label;
  Usage usage = Usage::personal;
  bool is_default = false;
};

class Rings {
 public:
  Rings(Store& store, std::int64_t database) : store_(store), database_(database) {}

  /// Names are compared exactly: rings that differ only in case are two rings.
  [[nodiscard]] std::optional<Ring> find(const std::string& owner, const std::string& name) const;
  /// In the order of creation; all rings of the database if `owner` is empty.
  [[nodiscard]] std::vector<Ring> by_owner(const std::string& owner) const;
  [[nodiscard]] std::vector<Ring> by_certificate(std::int64_t certificate_id) const;
  void add(const std::string& owner, const std::string& name);
  void remove(std::int64_t ring_id);

  /// In the order of connection.
  [[nodiscard]] std::vector<RingMember> members(std::int64_t ring_id) const;
  [[nodiscard]] std::vector<ListedMember> listed_members(std::int64_t ring_id) const;
  /// Connects, or replaces usage and default of a member that is there; a new default takes the flag from the old one.
  void connect(std::int64_t ring_id, const RingMember& member);
  /// Puts another certificate in the place of a member, with its usage, default flag and position; one that is
  /// connected already gives up its own place.
  void replace_member(std::int64_t ring_id, std::int64_t old_certificate, std::int64_t new_certificate);
  /// False if the certificate was not in the ring.
  bool disconnect(std::int64_t ring_id, std::int64_t certificate_id);

 private:
  Store& store_;
  std::int64_t database_;
};

}  // namespace ringside::database

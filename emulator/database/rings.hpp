// emulator/database/rings.hpp - DIGTRING profiles: key rings and the certificates connected to them.
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
/// The same back. Throws base::Fault for any other word, since the lab's database holds it.
Usage usage_from(const std::string& text);

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

/// A connected certificate as a listing shows it.
struct ListedMember {
  std::string owner;  ///< of the certificate
  std::string label;
  Usage usage = Usage::personal;
  bool is_default = false;
  std::string profile{};  ///< name of the certificate's profile
};

class Rings {
 public:
  Rings(Store& store, std::int64_t database) : store_(store), database_(database) {}

  /// Ring names are case-sensitive.
  [[nodiscard]] std::optional<Ring> find(const std::string& owner, const std::string& name) const;
  /// In the order of creation; all rings of the database if `owner` is empty.
  [[nodiscard]] std::vector<Ring> by_owner(const std::string& owner) const;
  [[nodiscard]] std::vector<Ring> by_certificate(std::int64_t certificate_id) const;
  void add(const std::string& owner, const std::string& name);
  void remove(std::int64_t ring_id);

  /// In the order of connection.
  [[nodiscard]] std::vector<RingMember> members(std::int64_t ring_id) const;
  [[nodiscard]] std::vector<ListedMember> listed_members(std::int64_t ring_id) const;
  /// Connects a certificate, or changes usage and default of one that is connected. If it is the default, the former
  /// default no longer is.
  void connect(std::int64_t ring_id, const RingMember& member);
  /// Replaces a member by another certificate, which takes over its usage, default flag and position. If the other one
  /// is connected already, its own connection is removed.
  void replace_member(std::int64_t ring_id, std::int64_t old_certificate, std::int64_t new_certificate);
  /// Returns false if the certificate was not in the ring.
  bool disconnect(std::int64_t ring_id, std::int64_t certificate_id);

 private:
  Store& store_;
  std::int64_t database_;
};

}  // namespace ringside::database

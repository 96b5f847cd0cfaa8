// emulator/database/in_storage.hpp - the copies of certificates and rings that SETROPTS RACLIST keeps in storage.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

/// A certificate of a ring's copy, named by its profile as in RACF's DIGTRING profiles.
struct ProfiledMember {
  std::string profile;
  Usage usage = Usage::personal;
  bool is_default = false;
};

/// The copies of one database: DIGTCERT profiles with their keys, and DIGTRING profiles. Each stays as it is until it
/// is loaded again.
class InStorage {
 public:
  InStorage(Store& store, std::int64_t database) : store_(store), database_(database) {}

  /// Replaces the copy by the present certificates or rings.
  void load_certificates();
  void load_rings();
  void drop_certificates();
  void drop_rings();

  [[nodiscard]] std::optional<CertificateRecord> certificate(const std::string& profile) const;
  /// Gives the copy of this profile another certificate and key, if it has the DER `before`.
  void replace(const CertificateRecord& record, const base::Bytes& before);
  /// In the order of creation.
  [[nodiscard]] std::vector<CertificateRecord> certificates_of(const std::string& owner) const;
  /// The names of an owner's rings, in the order of creation.
  [[nodiscard]] std::vector<std::string> rings_of(const std::string& owner) const;
  /// All rings, in the order of creation.
  [[nodiscard]] std::vector<Ring> rings() const;
  /// In the order of connection; nullopt if the copy has no such ring.
  [[nodiscard]] std::optional<std::vector<ProfiledMember>> members(const std::string& owner,
                                                                   const std::string& ring) const;

 private:
  Store& store_;
  std::int64_t database_;
};

}  // namespace ringside::database

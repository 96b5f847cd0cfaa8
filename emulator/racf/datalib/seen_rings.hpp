// emulator/racf/datalib/seen_rings.hpp - rings and certificates as their readers see them: RACF's copies of classes
// that are RACLISTed, else the database.
//
// RACDCERT itself lists and changes the database (Command Language Reference, RACDCERT: "refresh the class to activate"
// a change).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::racf {

struct SeenMember {
  database::CertificateRecord record;
  database::Usage usage = database::Usage::personal;
  bool is_default = false;
};

class SeenRings {
 public:
  explicit SeenRings(Session& session);

  /// The members of a ring or virtual ring in the order of connection; nullopt if there is no such ring. A member whose
  /// certificate is not in the copy of DIGTCERT is left out.
  [[nodiscard]] std::optional<std::vector<SeenMember>> members(const RingName& ring) const;
  /// The names of the owner's rings.
  [[nodiscard]] std::vector<std::string> rings_of(const std::string& owner) const;
  /// All rings, in the order of creation.
  [[nodiscard]] std::vector<RingName> all() const;
  [[nodiscard]] std::optional<database::CertificateRecord> certificate(const std::string& profile) const;

  /// Returns the classes whose refresh would change what readers of the ring see: empty, "DIGTCERT", "DIGTRING", or
  /// "DIGTCERT DIGTRING". With --lenient, those that would change it on a real system.
  [[nodiscard]] std::string missing_refresh(const RingName& ring) const;
  /// The same for one certificate: empty or "DIGTCERT".
  [[nodiscard]] std::string missing_refresh(const std::string& profile) const;
  /// The remark on a refresh that is missing for the ring; empty if none is.
  [[nodiscard]] std::string stale_remark(const RingName& ring) const;

 private:
  /// Whether DIGTCERT and DIGTRING are read from their copies.
  struct Copies {
    bool certificates = false;
    bool rings = false;
  };
  [[nodiscard]] std::optional<std::vector<SeenMember>> read(const RingName& ring, Copies from) const;
  [[nodiscard]] std::optional<database::CertificateRecord> read(const std::string& profile, Copies from) const;

  Session& session_;
  Copies raclisted_;
  Copies seen_;
};

}  // namespace ringside::racf

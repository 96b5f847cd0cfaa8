// harness/trust/lab_view.hpp - certificates and rings of a lab at one moment, as plain data for reports.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::harness {

/// A certificate that one or more databases hold.
struct ViewedCertificate {
  std::string fingerprint;  ///< SHA-256 in hex
  std::string subject, issuer, serial;
  base::Instant not_before{}, not_after{};
  bool self_signed = false;
  std::optional<std::size_t> signer{};  ///< place in LabView::certificates; nullopt if none of them signed it
};

/// A certificate as one database holds it.
struct HeldCertificate {
  std::size_t certificate = 0;  ///< place in LabView::certificates
  std::string owner, label;
  database::Status status = database::Status::trust;
  bool has_key = false;
};

struct ViewedMember {
  std::size_t held = 0;  ///< place in ViewedDatabase::held
  database::Usage usage = database::Usage::personal;
  bool is_default = false;
};

struct ViewedRing {
  std::string owner, name;
  std::vector<ViewedMember> members;
};

struct ViewedDatabase {
  std::string name;
  std::vector<std::string> systems;
  std::vector<HeldCertificate> held;  ///< members of rings first, then the others
  std::vector<ViewedRing> rings;
  std::size_t left_out = 0;  ///< certificates beyond limits::report_certificates
};

struct LabView {
  base::Instant at{};
  base::Zone zone{};
  std::vector<ViewedDatabase> databases;  ///< in the order of their first systems
  std::vector<ViewedCertificate> certificates;
};

/// The lab's present state.
LabView view_of(lab::Lab& lab);

/// Whether a member is a trust anchor: by its usage, unless its status hides it.
bool is_anchor(const ViewedDatabase& database, const ViewedMember& member);

/// "CERTAUTH LABEL('CA')".
std::string described(const HeldCertificate& held);

/// "RACFA (SYA1, SYA2)"; for a database of one system, the system's name only.
std::string described(const ViewedDatabase& database);

}  // namespace ringside::harness

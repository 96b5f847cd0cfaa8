// harness/steps/state_expectation.hpp - the keys 'rings' and 'certificates': the state of a system after a step.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"
#include "harness/play/failure.hpp"
#include "harness/scenario/forms.hpp"
#include "harness/scenario/placed.hpp"

namespace YAML {
class Node;
}

namespace ringside::harness {

struct Reading;

/// A certificate that must be connected to a ring.
struct MemberExpectation {
  std::string owner;  ///< user ID, irrcerta or irrsitec
  std::string label;
  database::Usage usage = database::Usage::personal;
  bool is_default = false;
};

/// A ring that must exist, or must not.
struct RingExpectation {
  std::string system;
  racf::RingName ring;
  bool exists = true;
  std::optional<Placed<std::vector<MemberExpectation>>> members;  ///< all of them, in any order
  parser::Position where;
};

/// A certificate that must exist with these properties, or must not exist.
struct CertificateExpectation {
  std::string system;
  std::string owner;
  std::string label;
  bool exists = true;
  std::optional<Placed<database::Status>> status;
  std::optional<Placed<bool>> private_key;
  std::optional<Placed<std::string>> not_before, not_after;    ///< as RACDCERT LIST writes them, or the date only
  std::optional<Placed<std::string>> serial, subject, issuer;  ///< names as RACDCERT LIST writes them
  parser::Position where;
};

/// What security databases must contain after a step.
struct StateExpectation {
  std::vector<RingExpectation> rings;
  std::vector<CertificateExpectation> certificates;
};

// The keys of `expect` that every kind of step takes.
inline constexpr FormKey rings_key{"rings", "[ring]", "Rings after the step."};
inline constexpr FormKey certificates_key{"certificates", "[certificate]", "Certificates after the step."};

/// The forms of 'expect' for steps that expect nothing of their own or only a failure, and those of a ring, its
/// members and a certificate.
std::span<const Form> state_forms();

/// Reads 'rings' and 'certificates' of `expect`, which may be undefined. `system` is the step's.
StateExpectation read_state_expectation(Reading& reading, const YAML::Node& expect, const std::string& system);

void check_state(const StateExpectation& expect, lab::Lab& lab, Failures& failures);

}  // namespace ringside::harness

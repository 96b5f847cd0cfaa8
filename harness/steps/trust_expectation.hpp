// harness/steps/trust_expectation.hpp - what a trust check must show: verdicts of links, and changes over time.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "harness/scenario/forms.hpp"
#include "harness/scenario/placed.hpp"
#include "harness/trust/reason.hpp"
#include "harness/trust/trust.hpp"

namespace YAML {
class Node;
}

namespace ringside::harness {

struct Reading;

/// What one link must show under every version of TLS.
struct LinkExpectation {
  std::string client, server;
  Reason verdict = Reason::trusted;
  std::optional<Side> refused_by;
  std::optional<Placed<std::string>> openssl;  ///< text that OpenSSL's words contain
  parser::Position where;
  std::optional<Placed<std::string>> explanation{};  ///< text that the explanation of a refusal contains
};

/// A link that breaks or becomes trusted.
struct ChangeExpectation {
  base::Instant on{};
  bool whole_day = false;  ///< any second of that day
  std::string client, server;
  Reason verdict = Reason::trusted;
  parser::Position where;
};

/// What a trust check must show. Without a matrix, links and must_fail every link must be trusted.
struct TrustExpectation {
  std::optional<Placed<std::vector<LinkExpectation>>> matrix;     ///< every pair
  std::vector<LinkExpectation> links;                             ///< some pairs
  std::optional<parser::Position> must_fail;                      ///< every link is refused
  std::optional<Placed<long>> least_links;                        ///< the number of pairs that there must be
  std::vector<Placed<std::string>> remarks;                       ///< texts that the remarks contain
  std::optional<Placed<std::vector<ChangeExpectation>>> changes;  ///< every change in the period
};

/// The forms of a trust check's expectations, a link and a change.
std::span<const Form> trust_expectation_forms();

/// Reads 'expect' of a trust check; it may be undefined.
TrustExpectation read_trust_expectation(Reading& reading, const YAML::Node& expect);

}  // namespace ringside::harness

// twin/audit/audit.hpp - what is wrong, or should be looked at, in the certificates and rings of a lab.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "twin/holdings/holdings.hpp"

namespace ringside::twin {

enum class Severity { high, medium, low };

/// "high", "medium", "low".
std::string_view to_string(Severity severity);

/// The rules, in the order of rules.inc.
enum class AuditRule {
#define RINGSIDE_AUDIT_RULE(id, severity, name, about) id,
#include "twin/audit/rules.inc"
#undef RINGSIDE_AUDIT_RULE
};

/// A rule as people see it.
struct AuditRuleInfo {
  AuditRule rule{};
  Severity severity = Severity::low;
  std::string_view name;   ///< stable: "weak-key"
  std::string_view about;  ///< what it looks for
};

std::span<const AuditRuleInfo> audit_rules();

/// What breaks a rule.
struct Finding {
  AuditRule rule{};
  std::string database;  ///< "SYSA", "RACFA (SYSA, SYSB)"; several, separated by commas, if the rule compares them
  std::string text;      ///< a sentence without a period
};

struct AuditReport {
  std::vector<Finding> findings;  ///< by severity, then in the order of the rules
  std::size_t certificates = 0, rings = 0, databases = 0;

  [[nodiscard]] std::size_t count(Severity severity) const;
};

/// Audits holdings that were read with Depth::all. Remarks of the load of an unload become findings, apart from those
/// that tell of the twin and not of the site. CA certificates that Ringside supplies are left out unless a ring holds
/// them.
AuditReport audit(const Holdings& holdings);

/// A line for each finding, and a last line with their number.
std::vector<std::string> audit_lines(const AuditReport& report);
/// An object for each finding.
base::Json audit_json(const AuditReport& report);
/// The counts for the summary of --json.
base::Json audit_counts(const AuditReport& report);

}  // namespace ringside::twin

// twin/audit/audit.cpp - runs the rules of an audit and shows what they find.
#include "twin/audit/audit.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "twin/audit/certificate_rules.hpp"
#include "twin/audit/issuer_rules.hpp"
#include "twin/audit/key_readers.hpp"
#include "twin/audit/ring_rules.hpp"

namespace ringside::twin {
namespace {

constexpr AuditRuleInfo rules[] = {
#define RINGSIDE_AUDIT_RULE(id, severity, name, about) {AuditRule::id, Severity::severity, name, about},
#include "twin/audit/rules.inc"
#undef RINGSIDE_AUDIT_RULE
};

const AuditRuleInfo& info(AuditRule rule) {
  return rules[static_cast<std::size_t>(rule)];
}

/// The rules of remarks of a load (twin/load), by their kind; another kind is of unload-remark.
struct RemarkRule {
  std::string_view kind;
  std::optional<AuditRule> rule;  ///< nullopt: it tells of the twin, not of the site
};
constexpr std::array remark_rules = {RemarkRule{"label differs", AuditRule::label_differs},
                                     RemarkRule{"member without certificate", AuditRule::member_gone},
                                     RemarkRule{"certificate of nobody", AuditRule::owner_gone},
                                     RemarkRule{"added by the twin", std::nullopt},
                                     RemarkRule{"hollow certificate", std::nullopt},
                                     RemarkRule{"file of another certificate", std::nullopt},
                                     RemarkRule{"name cut", std::nullopt}};

std::optional<AuditRule> rule_of(const std::string& kind) {
  const auto found =
      std::find_if(remark_rules.begin(), remark_rules.end(), [&](const RemarkRule& row) { return row.kind == kind; });
  return found == remark_rules.end() ? AuditRule::unload_remark : found->rule;
}

void add_remarks(const Holdings& holdings, std::vector<Finding>& findings) {
  for (const HeldDatabase& database : holdings.databases)
    for (const database::LoadRemark& remark : database.remarks)
      if (const auto rule = rule_of(remark.kind))
        findings.push_back({*rule, described(database), remark.item + ": " + remark.sentence});
}

}  // namespace

std::string_view to_string(Severity severity) {
  constexpr std::array<std::string_view, 3> words = {"high", "medium", "low"};
  return words.at(static_cast<std::size_t>(severity));
}

std::span<const AuditRuleInfo> audit_rules() {
  return rules;
}

std::size_t AuditReport::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [&](const Finding& each) { return info(each.rule).severity == severity; }));
}

AuditReport audit(const Holdings& holdings) {
  AuditReport report;
  report.databases = holdings.databases.size();
  for (const HeldDatabase& database : holdings.databases) {
    report.certificates +=
        static_cast<std::size_t>(std::count_if(database.certificates.begin(), database.certificates.end(),
                                               [](const HeldCertificate& each) { return !each.is_supplied; }));
    report.rings += database.rings.size();
  }
  add_remarks(holdings, report.findings);
  apply_ring_rules(holdings, report.findings);
  apply_certificate_rules(holdings, report.findings);
  apply_issuer_rules(holdings, report.findings);
  find_key_readers(holdings, report.findings);
  std::stable_sort(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) {
    return std::pair(info(a.rule).severity, a.rule) < std::pair(info(b.rule).severity, b.rule);
  });
  return report;
}

std::vector<std::string> audit_lines(const AuditReport& report) {
  std::vector<std::string> lines;
  for (const Finding& finding : report.findings) {
    const AuditRuleInfo& rule = info(finding.rule);
    lines.push_back(base::printable(
        fmt::format("{:<6} {:<20} {}: {}", to_string(rule.severity), rule.name, finding.database, finding.text)));
  }
  const std::string looked_at = fmt::format("{} and {} in {} looked at", counted(report.certificates, "certificate"),
                                            counted(report.rings, "ring"), counted(report.databases, "database"));
  if (report.findings.empty())
    lines.push_back(fmt::format("Nothing found; {}.", looked_at));
  else
    lines.push_back(fmt::format("{}: {} high, {} medium, {} low; {}.", counted(report.findings.size(), "finding"),
                                report.count(Severity::high), report.count(Severity::medium),
                                report.count(Severity::low), looked_at));
  return lines;
}

base::Json audit_json(const AuditReport& report) {
  auto json = base::Json::array();
  for (const Finding& finding : report.findings)
    json.push_back({{"rule", info(finding.rule).name},
                    {"severity", to_string(info(finding.rule).severity)},
                    {"database", finding.database},
                    {"text", finding.text}});
  return json;
}

base::Json audit_counts(const AuditReport& report) {
  return {{"findings", report.findings.size()},       {"high", report.count(Severity::high)},
          {"medium", report.count(Severity::medium)}, {"low", report.count(Severity::low)},
          {"certificates", report.certificates},      {"rings", report.rings}};
}

}  // namespace ringside::twin

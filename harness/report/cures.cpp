// harness/report/cures.cpp - repairs of the refused links of a trust check, as lines of a page.
#include "harness/report/cures.hpp"

#include "harness/doctor/doctor.hpp"

namespace ringside::harness::report {
namespace {

void append_lines(std::vector<std::string>& lines, const std::vector<std::string>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

std::vector<std::string> lines_of(const Plan& plan, const std::string& lab_file) {
  std::vector<std::string> lines;
  for (const Remedy& remedy : plan.remedies) append_lines(lines, lines_by_system(remedy, lab_file));
  if (!plan.trouble.empty()) lines.push_back("not all commands could be tried: " + plan.trouble);
  return lines;
}

std::vector<std::string> lines_of(const Complaint& complaint, const std::string& lab_file) {
  std::vector<std::string> lines;
  for (const Plan& plan : complaint.plans) {
    if (&plan != &complaint.plans.front()) lines.emplace_back("or:");
    append_lines(lines, lines_of(plan, lab_file));
  }
  append_lines(lines, complaint.advice);
  return lines;
}

}  // namespace

Cures cures_of(lab::Lab& lab, const TrustReport& report) {
  Cures cures;
  const auto diagnosis = diagnose(lab, report.endpoints, report.options);
  if (!diagnosis) return cures;
  for (const Complaint& complaint : diagnosis->complaints)
    cures[{complaint.link.client, complaint.link.server}] = lines_of(complaint, report.options.lab_file);
  return cures;
}

}  // namespace ringside::harness::report

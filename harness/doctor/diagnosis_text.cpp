// harness/doctor/diagnosis_text.cpp - a diagnosis as text.
#include "harness/doctor/diagnosis_text.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/wrap.hpp"
#include "harness/trust/codes_note.hpp"
#include "harness/trust/trust_text.hpp"

namespace ringside::harness {
namespace {

using Lines = std::vector<std::string>;

// Each command is on one line of any length, so that it can be copied.
void append_plan(Lines& lines, const Plan& plan, const std::string& lab_file) {
  for (const Remedy& remedy : plan.remedies) {
    lines.push_back("  to " + base::printable(remedy.what) + ":");
    for (const std::string& line : remedy_lines(remedy, lab_file)) lines.push_back("    " + line);
  }
  if (plan.holds)
    lines.emplace_back("  tried: afterwards the link holds");
  else
    append_wrapped(lines, "  not all commands could be tried: " + plan.trouble, 2);
}

void append_complaint(Lines& lines, const TrustReport& report, const Complaint& complaint) {
  append_wrapped(lines, refusal_line(report, complaint.link), 2);
  const bool is_said = complaint.link.explanation.find(complaint.datalib.substr(0, 5)) != std::string::npos;
  if (!is_said) lines.push_back("  R_datalib answers " + base::printable(complaint.datalib));
  for (const std::string& advice : complaint.advice) append_wrapped(lines, "  " + advice, 2);
  if (complaint.mended_above) lines.emplace_back("  the commands above repair it too");
  for (std::size_t at = 0; at < complaint.plans.size(); ++at) {
    if (complaint.plans.size() > 1) lines.push_back(fmt::format("  choice {} of {}", at + 1, complaint.plans.size()));
    append_plan(lines, complaint.plans[at], report.options.lab_file);
  }
  if (complaint.plans.empty() && !complaint.mended_above)
    lines.emplace_back("  there is no known command that repairs it");
}

std::string verdict(const Diagnosis& diagnosis) {
  if (diagnosis.well()) return "all is well";
  const std::size_t wrong = diagnosis.complaints.size();
  if (wrong > 0) return fmt::format("{} link{} refused", wrong, wrong == 1 ? " is" : "s are");
  if (diagnosis.report.links.empty()) return no_link;
  const std::size_t empty = diagnosis.empty_rings;
  return fmt::format("no link is refused, but {} ring{} no certificate", empty, empty == 1 ? " holds" : "s hold");
}

}  // namespace

std::vector<std::string> diagnosis_lines(const Diagnosis& diagnosis) {
  Lines lines;
  for (const Complaint& complaint : diagnosis.complaints) append_complaint(lines, diagnosis.report, complaint);
  for (const std::string& remark : diagnosis.report.remarks) append_wrapped(lines, "remark: " + remark, 2);
  append_codes_note(lines);
  lines.push_back(verdict(diagnosis));
  return lines;
}

}  // namespace ringside::harness

// harness/play/junit.cpp - played scenarios as JUnit XML.
#include "harness/play/junit.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "harness/play/report_text.hpp"

namespace ringside::app {
namespace {

using harness::Outcome;

// What XML 1.0 cannot hold in any form becomes '?'.
std::string xml(std::string_view text) {
  std::string result;
  for (const char c : base::well_formed(text)) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += control ? '?' : c;
  }
  return result;
}

std::string attribute(std::string_view text) {
  return base::replace_all(base::replace_all(xml(text), "\n", "&#10;"), "\t", "&#9;");
}

std::string folder_of(const std::string& file) {
  const std::string folder = std::filesystem::path(file).parent_path().generic_string();
  return folder.empty() ? "." : folder;
}

std::string first_message(const harness::ScenarioReport& report) {
  if (!report.mistakes.empty()) return report.mistakes.front().text;
  if (report.interruption) return report.interruption->why;
  for (const harness::StepReport& step : report.steps)
    for (const harness::Failure& failure : step.failures)
      return fmt::format("{}: expected {}, came {}", failure.what, failure.expected, failure.came);
  return {};
}

std::string problem(const harness::ScenarioReport& report) {
  const Outcome outcome = report.outcome();
  if (outcome == Outcome::passed) return {};
  if (outcome == Outcome::skipped) return fmt::format("      <skipped message=\"{}\"/>\n", attribute(report.skip));
  const char* element = outcome == Outcome::failed ? "failure" : "error";
  return fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n", element, to_string(outcome),
                     attribute(first_message(report)), xml(base::join(harness::verdict_lines(report), "\n")));
}

struct Counts {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  void add(Outcome outcome) {
    ++tests;
    failures += outcome == Outcome::failed ? 1 : 0;
    errors += outcome == Outcome::mistaken || outcome == Outcome::hung || outcome == Outcome::broken ? 1 : 0;
    skipped += outcome == Outcome::skipped ? 1 : 0;
  }
  [[nodiscard]] std::string attributes() const {
    return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}")", tests, failures, errors, skipped);
  }
};

}  // namespace

std::string junit_case(const harness::ScenarioReport& report) {
  const std::string name = report.name.empty() ? std::filesystem::path(report.file).stem().string() : report.name;
  const std::string head = fmt::format(R"(    <testcase classname="{}" name="{}" file="{}")",
                                       attribute(folder_of(report.file)), attribute(name), attribute(report.file));
  const std::string body = problem(report);
  return body.empty() ? head + "/>\n" : head + ">\n" + body + "    </testcase>\n";
}

std::string junit_document(const std::vector<JunitEntry>& entries) {
  Counts all;
  std::string suites;
  for (auto from = entries.begin(); from != entries.end();) {
    const std::string folder = folder_of(from->file);
    const auto to =
        std::find_if(from, entries.end(), [&](const auto& entry) { return folder_of(entry.file) != folder; });
    Counts counts;
    std::string cases;
    for (; from != to; ++from) {
      counts.add(from->outcome);
      all.add(from->outcome);
      cases += from->element;
    }
    suites +=
        fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n", attribute(folder), counts.attributes(), cases);
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ringside\" {}>\n{}</testsuites>\n",
                     all.attributes(), suites);
}

}  // namespace ringside::app

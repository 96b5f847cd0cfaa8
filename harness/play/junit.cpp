// harness/play/junit.cpp - played scenarios as JUnit XML.
#include "harness/play/junit.hpp"

#include <algorithm>
#include <filesystem>
#include <span>

#include <pugixml.hpp>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "harness/play/report_text.hpp"

namespace ringside::harness {
namespace {

/// Valid UTF-8 without the control characters that XML 1.0 cannot hold in any form.
std::string xml_text(std::string_view text) {
  std::string result;
  for (const char c : base::well_formed(text)) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    result += is_control ? '?' : c;
  }
  return result;
}

void set(pugi::xml_node element, const char* attribute, std::string_view value) {
  element.append_attribute(attribute) = xml_text(value).c_str();
}

std::string folder_of(const std::string& file) {
  const std::string folder = std::filesystem::path(file).parent_path().generic_string();
  return folder.empty() ? "." : folder;
}

std::string first_message(const ScenarioReport& report) {
  if (!report.skip.empty()) return report.skip;
  if (!report.mistakes.empty()) return report.mistakes.front().text;
  if (report.interruption) return report.interruption->why;
  for (const StepReport& step : report.steps)
    for (const Failure& failure : step.failures)
      return fmt::format("{}: expected {}, came {}", failure.what, failure.expected, failure.came);
  return {};
}

/// The element that holds a case's problem; nullptr for a case that passed.
const char* problem_element(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
      return nullptr;
    case Outcome::failed:
      return "failure";
    case Outcome::skipped:
      return "skipped";
    case Outcome::mistaken:
    case Outcome::hung:
    case Outcome::broken:
      break;
  }
  return "error";
}

void set_counts(pugi::xml_node element, std::span<const JunitCase> cases) {
  const auto count = [&](std::string_view problem) {
    return std::count_if(cases.begin(), cases.end(), [&](const JunitCase& one) {
      const char* name = problem_element(one.outcome);
      return name != nullptr && problem == name;
    });
  };
  set(element, "tests", std::to_string(cases.size()));
  set(element, "failures", std::to_string(count("failure")));
  set(element, "errors", std::to_string(count("error")));
  set(element, "skipped", std::to_string(count("skipped")));
}

void add_case(pugi::xml_node suite, const JunitCase& one) {
  pugi::xml_node element = suite.append_child("testcase");
  set(element, "classname", folder_of(one.file));
  set(element, "name", one.name);
  set(element, "file", one.file);
  const char* name = problem_element(one.outcome);
  if (name == nullptr) return;
  pugi::xml_node problem = element.append_child(name);
  if (one.outcome != Outcome::skipped) set(problem, "type", to_string(one.outcome));
  set(problem, "message", one.message);
  if (!one.text.empty()) problem.text() = xml_text(one.text).c_str();
}

void add_suite(pugi::xml_node suites, std::span<const JunitCase> cases) {
  pugi::xml_node suite = suites.append_child("testsuite");
  set(suite, "name", folder_of(cases.front().file));
  set_counts(suite, cases);
  for (const JunitCase& one : cases) add_case(suite, one);
}

class StringWriter final : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
  std::string text;
};

}  // namespace

JunitCase junit_case(const ScenarioReport& report) {
  JunitCase one{report.file, report.name, report.outcome(), first_message(report), {}};
  if (one.name.empty()) one.name = std::filesystem::path(report.file).stem().string();
  const bool has_text = one.outcome != Outcome::passed && one.outcome != Outcome::skipped;
  if (has_text) one.text = base::join(verdict_lines(report), "\n");
  return one;
}

std::string junit_document(const std::vector<JunitCase>& cases) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node suites = document.append_child("testsuites");
  set(suites, "name", "ringside");
  set_counts(suites, cases);
  for (auto from = cases.begin(); from != cases.end();) {
    const auto to = std::find_if(from, cases.end(),
                                 [&](const JunitCase& one) { return folder_of(one.file) != folder_of(from->file); });
    add_suite(suites, {from, to});
    from = to;
  }
  StringWriter writer;
  document.save(writer, "  ");
  return writer.text;
}

}  // namespace ringside::harness

// harness/play/junit.cpp - played scenarios as JUnit XML.
#include "harness/play/junit.hpp"

#include <filesystem>

#include <pugixml.hpp>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "harness/play/differences.hpp"
#include "harness/play/report_text.hpp"

namespace ringside::harness {
namespace {

constexpr const char* counts[] = {"tests", "failures", "errors", "skipped"};

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

class StringWriter final : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
  std::string text;
};

class Suite {
 public:
  explicit Suite(const ScenarioReport& report) : report_(report), suite_(document_.append_child("testsuite")) {
    set(suite_, "name", title());
    for (const char* count : counts) set(suite_, count, "0");
    set(suite_, "time", "0");
    set(suite_, "file", report.file);
  }

  void add_steps() {
    for (const StepReport& step : report_.steps) add_step(step);
  }

  /// The testcase of a scenario that was not played, or not to its end.
  void add_whole(const char* problem, const std::string& message) {
    const Outcome outcome = report_.outcome();
    pugi::xml_node element = add_case(title());
    pugi::xml_node child = element.append_child(problem);
    if (outcome != Outcome::skipped) set(child, "type", to_string(outcome));
    set(child, "message", message);
    if (outcome != Outcome::skipped) child.text() = xml_text(base::join(verdict_lines(report_), "\n")).c_str();
    count(outcome == Outcome::skipped ? "skipped" : "errors");
  }

  [[nodiscard]] std::string text() const {
    StringWriter writer;
    suite_.print(writer, "  ");
    return writer.text;
  }

 private:
  [[nodiscard]] std::string title() const {
    return report_.name.empty() ? std::filesystem::path(report_.file).stem().string() : report_.name;
  }

  void count(const char* which) {
    pugi::xml_attribute attribute = suite_.attribute(which);
    attribute.set_value(attribute.as_uint() + 1);
  }

  pugi::xml_node add_case(const std::string& name) {
    pugi::xml_node element = suite_.append_child("testcase");
    set(element, "classname", report_.file);
    set(element, "name", name);
    set(element, "time", "0");
    set(element, "file", report_.file);
    count("tests");
    return element;
  }

  void add_step(const StepReport& step) {
    pugi::xml_node element = add_case(fmt::format("{}. {}", step.number, step.title));
    if (!step.failures.empty()) {
      const Failure& first = step.failures.front();
      pugi::xml_node failure = element.append_child("failure");
      set(failure, "type", to_string(Outcome::failed));
      set(failure, "message", fmt::format("{}: expected {}, came {}", first.what, first.expected, first.came));
      failure.text() = xml_text(base::join(failure_lines(step, report_.file), "\n")).c_str();
      count("failures");
    }
    if (const auto differences = differences_of(step); !differences.empty())
      element.append_child("system-out").text() =
          xml_text("A real system does otherwise: " + base::join(differences, "\n")).c_str();
  }

  const ScenarioReport& report_;
  pugi::xml_document document_;
  pugi::xml_node suite_;
};

}  // namespace

std::string junit_suite(const ScenarioReport& report) {
  Suite suite(report);
  suite.add_steps();
  if (!report.mistakes.empty())
    suite.add_whole("error", report.mistakes.front().text);
  else if (!report.skip.empty())
    suite.add_whole("skipped", report.skip);
  else if (report.interruption)
    suite.add_whole("error", report.interruption->why);
  return suite.text();
}

std::string junit_document(const std::vector<std::string>& suites) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node all = document.append_child("testsuites");
  set(all, "name", "ringside");
  for (const char* count : counts) set(all, count, "0");
  set(all, "time", "0");
  for (const std::string& text : suites) {
    pugi::xml_document one;
    if (!one.load_string(text.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single))
      throw base::Fault("a testsuite is not XML");
    const pugi::xml_node suite = all.append_copy(one.document_element());
    for (const char* count : counts)
      all.attribute(count).set_value(all.attribute(count).as_uint() + suite.attribute(count).as_uint());
  }
  StringWriter writer;
  document.save(writer, "  ");
  return writer.text;
}

}  // namespace ringside::harness

// harness/scenario/output_reader.cpp - what commands and jobs must show.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/scenario/reading.hpp"
#include "harness/scenario/text_file.hpp"

namespace ringside::harness {
namespace {

constexpr long highest_code = 4095;

// "IRRD109I", "IKJ56712I": letters, digits, a letter.
bool is_message_id(const std::string& id) {
  const auto is = [](const char* set) {
    return [set](char c) { return std::string_view(set).find(c) != std::string_view::npos; };
  };
  constexpr const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr const char* digits = "0123456789";
  const auto first_digit = std::find_if(id.begin(), id.end(), is(digits));
  return id.size() >= 7 && id.size() <= 10 && first_digit - id.begin() >= 3 &&
         std::all_of(id.begin(), first_digit, is(letters)) && std::all_of(first_digit, id.end() - 1, is(digits)) &&
         is(letters)(id.back());
}

MessageExpectation read_message(Reading& reading, const YAML::Node& node) {
  MessageExpectation message;
  message.where = YamlReader::place(node);
  if (node.IsScalar()) {
    message.id = node.Scalar();
  } else {
    Mapping mapping(reading.yaml, node, form("message"));
    message.id = mapping.required_text("id");
    if (mapping.has("inserts"))
      for (const YAML::Node& insert : reading.yaml.list_or_one(mapping.at("inserts")))
        message.inserts.push_back(reading.yaml.text(insert, "an insert").value_or(""));
  }
  if (!is_message_id(message.id))
    reading.yaml.complain(node, fmt::format("'{}' is no message number", base::printable(message.id)));
  return message;
}

std::vector<Placed<std::string>> read_texts(Reading& reading, const YAML::Node& node) {
  std::vector<Placed<std::string>> texts;
  for (const YAML::Node& item : reading.yaml.list_or_one(node)) {
    const auto text = reading.yaml.text(item, "a text to look for");
    if (text && text->empty()) reading.yaml.complain(item, "an empty text is in every output");
    if (text) texts.push_back({*text, YamlReader::place(item)});
  }
  return texts;
}

std::vector<Placed<Pattern>> read_patterns(Reading& reading, const YAML::Node& node) {
  std::vector<Placed<Pattern>> patterns;
  for (const auto& text : read_texts(reading, node)) {
    try {
      if (text.value.size() > base::limits::scenario_pattern_bytes)
        reading.yaml.complain(text.where, fmt::format("a regular expression has at most {} octets",
                                                      base::limits::scenario_pattern_bytes));
      else
        patterns.push_back({{text.value, std::regex(text.value)}, text.where});
    } catch (const std::regex_error&) {
      reading.yaml.complain(text.where, fmt::format("'{}' is no regular expression", base::printable(text.value)));
    }
  }
  return patterns;
}

// A golden that is not there yet is no mistake: --update makes it.
Placed<Golden> read_golden(Reading& reading, Mapping& mapping) {
  const std::string name = mapping.required_text("golden");
  const YAML::Node node = mapping.at("golden");
  Golden golden{name, reading.folder / name, std::nullopt};
  std::error_code error;
  if (!name.empty() && !stays_below(name)) {
    reading.yaml.complain(node, "a golden file stands beside the scenario or below it");
  } else if (!name.empty() && std::filesystem::exists(golden.path, error)) {
    auto text = read_text_file(golden.path, base::limits::input_file_bytes);
    if (text)
      golden.content = *std::move(text);
    else
      reading.yaml.complain(node, text.error());
  }
  return {golden, YamlReader::place(node)};
}

OutputExpectation read_output(Reading& reading, Mapping& mapping) {
  OutputExpectation output;
  if (!mapping.has("output")) return output;
  Mapping inner(reading.yaml, mapping.at("output"), form("output"));
  output.contains = placed_texts(reading, inner, "contains");
  output.lacks = placed_texts(reading, inner, "lacks");
  if (inner.has("matches")) output.matches = read_patterns(reading, inner.at("matches"));
  output.exact = placed_text(inner, "exact");
  if (inner.has("golden")) output.golden = read_golden(reading, inner);
  return output;
}

// 8, or what a job or step is shown with: "CC 0008", "JCL ERROR", "ABEND S806", "BYPASSED".
Placed<ConditionCode> read_code(Reading& reading, const YAML::Node& node) {
  static const std::set<std::string> words = {"JCL ERROR", "SEC ERROR", "SCANNED", "BYPASSED", "FLUSHED", "FAULT"};
  const std::string text = base::upper(reading.yaml.text(node, "a condition code").value_or("0"));
  const auto number = base::number(text.starts_with("CC ") ? text.substr(3) : text, highest_code);
  if (number) return {fmt::format("CC {:04}", *number), YamlReader::place(node)};
  if (!words.contains(text) && !text.starts_with("ABEND "))
    reading.yaml.complain(node, fmt::format("a condition code is 0 to {}, ABEND with its code, or one of {}",
                                            highest_code, base::join({words.begin(), words.end()}, ", ")));
  return {text, YamlReader::place(node)};
}

std::vector<CommandExpectation> read_commands(Reading& reading, const YAML::Node& node) {
  std::vector<CommandExpectation> commands;
  for (const YAML::Node& item : reading.yaml.list(node, "'commands'")) {
    Mapping mapping(reading.yaml, item, form("command-expect"));
    commands.push_back(read_command_expectation(reading, mapping));
  }
  return commands;
}

}  // namespace

std::vector<Placed<std::string>> placed_texts(Reading& reading, Mapping& mapping, const std::string& key) {
  return mapping.has(key) ? read_texts(reading, mapping.at(key)) : std::vector<Placed<std::string>>{};
}

CommandExpectation read_command_expectation(Reading& reading, Mapping& mapping, int fails_from) {
  CommandExpectation expect;
  if (!mapping.valid()) return expect;
  expect.where = expect.rc.where = mapping.where();
  expect.command = placed_text(mapping, "command");
  if (mapping.has("rc"))
    expect.rc = {static_cast<int>(reading.yaml.number(mapping.at("rc"), "'rc'", 0, highest_code).value_or(0)),
                 YamlReader::place(mapping.at("rc"))};
  if (const auto where = must_fail_at(mapping)) {
    expect.fails_from = Placed<int>{fails_from, *where};
    if (mapping.has("rc")) reading.yaml.complain(*where, "either 'rc' or 'must_fail'");
  }
  if (mapping.has("messages")) {
    expect.messages.emplace();
    expect.messages->where = mapping.where("messages");
    for (const YAML::Node& node : reading.yaml.list_or_one(mapping.at("messages")))
      expect.messages->value.push_back(read_message(reading, node));
  }
  expect.remarks = placed_texts(reading, mapping, "remarks");
  expect.output = read_output(reading, mapping);
  return expect;
}

JobExpectation read_job_expectation(Reading& reading, const YAML::Node& expect, parser::Position of_step) {
  JobExpectation job;
  job.cc = {"CC 0000", of_step};
  if (!expect.IsDefined()) return job;
  Mapping mapping(reading.yaml, expect, form("job-expect"));
  if (mapping.has("cc")) job.cc = read_code(reading, mapping.at("cc"));
  job.must_fail = must_fail_at(mapping);
  if (job.must_fail && mapping.has("cc")) reading.yaml.complain(*job.must_fail, "either 'cc' or 'must_fail'");
  if (mapping.has("steps"))
    for (const auto& [name, code] : reading.yaml.pairs(mapping.at("steps"), "'steps'"))
      job.steps.push_back({name.Scalar(), read_code(reading, code)});
  if (mapping.has("commands")) {
    job.commands.emplace();
    job.commands->where = mapping.where("commands");
    job.commands->value = read_commands(reading, mapping.at("commands"));
  }
  job.remarks = placed_texts(reading, mapping, "remarks");
  job.output = read_output(reading, mapping);
  return job;
}

}  // namespace ringside::harness

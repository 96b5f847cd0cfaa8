// harness/steps/command_expectation.cpp - what a command must return and print.
#include "harness/steps/command_expectation.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/play/transcript.hpp"
#include "harness/scenario/reading.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey message_keys[] = {
    {"id", "message number", "Its number.", is_required},
    {"inserts", "text|[text]", "Texts that stand in it, in this order."},
};

// "IRRD109I", "IKJ56712I", "RSD202I": letters, digits, a letter.
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
    Mapping mapping(reading.yaml, node, message_form);
    message.id = mapping.required_text("id");
    if (mapping.has("inserts"))
      for (const YAML::Node& insert : reading.yaml.list_or_one(mapping.at("inserts")))
        message.inserts.push_back(reading.yaml.text(insert, "an insert").value_or(""));
  }
  if (!is_message_id(message.id))
    reading.yaml.complain(node, fmt::format("'{}' is not a message number", base::printable(message.id)));
  return message;
}

std::vector<host::OutputLine> messages_of(const host::CommandResult& result) {
  std::vector<host::OutputLine> messages;
  std::copy_if(result.lines.begin(), result.lines.end(), std::back_inserter(messages),
               [](const host::OutputLine& line) { return !line.id.empty(); });
  return messages;
}

std::string all_shown(const std::vector<host::OutputLine>& messages) {
  std::vector<std::string> texts;
  for (const host::OutputLine& line : messages) texts.push_back(shown(line));
  return texts.empty() ? "no message" : base::join(texts, " / ");
}

std::string expected_text(const MessageExpectation& message) {
  return message.inserts.empty() ? message.id
                                 : fmt::format("{} with '{}'", message.id, base::join(message.inserts, "', '"));
}

std::string expected_text(const std::vector<MessageExpectation>& messages) {
  std::vector<std::string> texts;
  for (const MessageExpectation& message : messages) texts.push_back(expected_text(message));
  return texts.empty() ? "no message" : base::join(texts, " / ");
}

bool holds(const MessageExpectation& expect, const host::OutputLine& line) {
  if (expect.id != line.id) return false;
  std::size_t from = 0;
  for (const std::string& insert : expect.inserts) {
    const std::size_t at = line.text.find(insert, from);
    if (at == std::string::npos) return false;
    from = at + insert.size();
  }
  return true;
}

void check_messages(const Placed<std::vector<MessageExpectation>>& expect, const host::CommandResult& result,
                    Failures& failures) {
  const auto messages = messages_of(result);
  const std::string what = "messages of " + brief(result.command);
  if (expect.value.size() != messages.size()) {
    failures.push_back({what, expected_text(expect.value), all_shown(messages), expect.where});
    return;
  }
  for (std::size_t at = 0; at < messages.size(); ++at)
    if (!holds(expect.value[at], messages[at]))
      failures.push_back({what, expected_text(expect.value[at]), shown(messages[at]), expect.value[at].where});
}

}  // namespace

constinit const Form message_form{"message", "a message", message_keys};

CommandExpectation expect_success(parser::Position where) {
  CommandExpectation expect;
  expect.where = expect.rc.where = where;
  return expect;
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
  expect.output = read_output_expectation(reading, mapping);
  return expect;
}

void check_command(const CommandExpectation& expect, const host::CommandResult& result, Failures& failures) {
  if (expect.command &&
      with_single_blanks(result.command).find(with_single_blanks(expect.command->value)) == std::string::npos)
    failures.push_back({"command", expect.command->value, brief(result.command), expect.command->where});
  const std::size_t before = failures.size();
  if (expect.fails_from) {
    if (result.return_code < expect.fails_from->value)
      failures.push_back({"return code of " + brief(result.command), "it must fail",
                          fmt::format("{}, {}", result.return_code, all_shown(messages_of(result))),
                          expect.fails_from->where});
  } else if (expect.rc.value != result.return_code)
    failures.push_back({"return code of " + brief(result.command), std::to_string(expect.rc.value),
                        fmt::format("{}, {}", result.return_code, all_shown(messages_of(result))), expect.rc.where});
  if (expect.messages) check_messages(*expect.messages, result, failures);
  check_remarks(expect.remarks, result.diagnostics, "remarks on " + brief(result.command), failures);
  check_output(expect.output, result.shown(), "output of " + brief(result.command), failures);
  add_transcript(failures, before, command_lines(result));
}

}  // namespace ringside::harness

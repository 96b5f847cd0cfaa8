// parser/jcl/jcl.cpp - parses a job stream into jobs with steps, DDs and in-stream data.
#include "parser/jcl/jcl.hpp"

#include <algorithm>
#include <utility>

#include "base/input_items.hpp"
#include "base/limits.hpp"
#include "parser/jcl/convert.hpp"
#include "parser/jcl/stream.hpp"

namespace ringside::parser {
namespace {

/// The line of the first record that is longer than a record of z/OS can be; 0 if there is none.
int overlong_record(std::string_view stream) {
  int line = 1;
  for (std::size_t at = 0; at < stream.size(); ++line) {
    const std::size_t end = std::min(stream.find('\n', at), stream.size());
    if (end - at > base::limits::input_line_bytes) return line;
    at = end + 1;
  }
  return 0;
}

/// Says what is too many; empty if nothing is. A job costs as much as some statements.
std::string excess_of(const std::vector<JclText>& texts, std::size_t most_statements) {
  constexpr std::size_t statements_of_a_job = 3;
  const std::size_t most_jobs = most_statements / statements_of_a_job;
  if (texts.size() > most_jobs) return "it has more than " + std::to_string(most_jobs) + " jobs for its size";
  std::size_t statements = 0;
  for (const JclText& text : texts) statements += text.statements.size();
  if (statements <= most_statements) return {};
  return "it has more than " + std::to_string(most_statements) + " statements for its size";
}

std::vector<Job> refused_stream(Message message, std::string cause, int line) {
  Job refused;
  refused.errors.push_back({std::move(message), {std::move(cause), {line, line == 0 ? 0 : 1}, {}}, 0});
  return {refused};
}

}  // namespace

const JclOperand* JclStatement::find(std::string_view keyword) const {
  const auto named = [&](const JclOperand& one) { return one.keyword == keyword; };
  const auto found = std::find_if(operands.begin(), operands.end(), named);
  return found == operands.end() ? nullptr : &*found;
}

std::string JclStatement::value_of(std::string_view keyword) const {
  const JclOperand* found = find(keyword);
  return found == nullptr ? std::string{} : found->text;
}

std::string StepStatement::qualified_name() const {
  return caller.empty() ? statement.name : caller + "." + statement.name;
}

std::vector<Job> parse_jobs(std::string_view stream, const JclEnvironment& environment) {
  using base::limits::input_file_bytes, base::limits::input_line_bytes, base::limits::job_records;
  const auto records = static_cast<std::size_t>(std::count(stream.begin(), stream.end(), '\n'));
  if (stream.size() > input_file_bytes || records > job_records)
    return refused_stream(own_message(OwnMessage::rsd310i),
                          "it has more than " + std::to_string(input_file_bytes) + " bytes or " +
                              std::to_string(job_records) + " records",
                          0);
  if (const int line = overlong_record(stream))
    return refused_stream(own_message(OwnMessage::rsd329i),
                          "a record has at most " + std::to_string(input_line_bytes) + " bytes", line);
  std::vector<RecordNote> stray;
  std::vector<Job> jobs;
  const std::vector<JclText> texts = read_job_stream(stream, stray);
  if (const std::string excess = excess_of(texts, base::most_items(stream.size())); !excess.empty())
    return refused_stream(own_message(OwnMessage::rsd310i), excess, 0);
  for (const JclText& text : texts) jobs.push_back(convert_job(text, environment));
  if (!jobs.empty()) return jobs;
  jobs = refused_stream(own_message(OwnMessage::rsd311i), "the text holds no record that begins with //", 1);
  jobs.front().notes = std::move(stray);
  return jobs;
}

}  // namespace ringside::parser

// emulator/tso/submit.cpp - SUBMIT (TSO/E Command Reference).
#include "emulator/tso/submit.hpp"

#include <optional>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "emulator/host/records.hpp"
#include "emulator/tso/message.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::tso {
namespace {

constexpr std::int64_t highest_short_number = 99'999;

/// The text of a data set or member. Returns nullopt after a message.
std::optional<std::string> read_jobs(const racf::Session& session, const std::string& name,
                                     host::CommandResult& result) {
  const auto found = session.data_sets.find(name);
  if (!found) {
    const auto member = base::member_name(name);
    if (member && session.data_sets.find(member->library))
      say_own(result, base::OwnMessage::rsd386i, {member->member, member->library});
    else
      say(result, MessageId::ikj56228i, {member ? member->library : name});
    return std::nullopt;
  }
  const auto text = found->is_library ? std::nullopt : host::text_of(*found);
  if (!text) say_own(result, base::OwnMessage::rsd387i, {"SUBMIT", name, "IT IS NOT A JOB STREAM"});
  return text;
}

}  // namespace

std::string next_job_id(racf::Session& session) {
  const std::int64_t number = session.lab.systems().next_job(session.system.name);
  return number <= highest_short_number ? fmt::format("JOB{:05}", number) : fmt::format("J{:07}", number);
}

void submit_jobs(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const parser::Keyword* wanted = command.operands.find("DATASET");
  if (wanted == nullptr) return;
  std::string stream, first;  // several data sets are one stream
  for (const parser::Value& value : wanted->values) {
    const std::string name = host::qualify(value.text, value.quoted, session.prefix);
    const auto text = read_jobs(session, name, result);
    if (!text) return;
    if (first.empty()) first = name;
    stream += *text;
  }
  const auto jobs = parser::parse_jobs(stream, {session.user, {}, {}, {}});
  for (const parser::Job& job : jobs)
    if (job.statement.operation.empty())
      return say_own(result, base::OwnMessage::rsd387i, {"SUBMIT", first, "IT DOES NOT BEGIN WITH A JOB STATEMENT"});
  racf::SubmittedStream submitted{session.user, std::move(stream), {}};
  for (const parser::Job& job : jobs) {
    submitted.ids.push_back(next_job_id(session));
    say(result, MessageId::ikj56250i, {job.statement.name, submitted.ids.back()});
  }
  session.submitted.push_back(std::move(submitted));
}

}  // namespace ringside::tso

// emulator/tso/look_ahead.cpp - parses the commands of a step ahead of their execution.
#include "emulator/tso/look_ahead.hpp"

#include <algorithm>

#include "emulator/racf/execute.hpp"
#include "emulator/racf/racdcert/planned_key.hpp"

namespace ringside::tso {
namespace {

constexpr std::size_t batch = 64;  // number of commands; at least one batch is parsed ahead
constexpr std::size_t usual_batches = 2;
constexpr std::size_t most_batches = 64;  // where all keys are wanted before the commands run

}  // namespace

LookAhead::LookAhead(racf::Session& session, const std::vector<parser::CommandText>& commands)
    : session_(session), commands_(commands), operation_(session.lab.systems().operations(session.system.name)) {
  session.lab.expect_operations(static_cast<std::int64_t>(commands.size()));
  if (commands.size() > batch) parser_ = std::make_unique<base::WorkerPool>(1);
}

const ParsedText& LookAhead::next() {
  if (!window_.empty() && given_ == window_.front().size()) {
    spent_ = std::move(window_.front());
    window_.pop_front();
    given_ = 0;
  }
  fill();
  return window_.front()[given_++];
}

// Keeps two batches in the window, or many: the one whose commands run, and the next ones.
void LookAhead::fill() {
  const std::size_t most = session_.lab.plans_far_ahead() ? most_batches : usual_batches;
  while (window_.size() < most && (in_work_.valid() || started_ < commands_.size())) {
    window_.push_back(next_batch());
    for (const ParsedText& parsed : window_.back()) start_key(parsed);
  }
}

// Waits for the batch that is being parsed, and starts the next one.
LookAhead::Batch LookAhead::next_batch() {
  if (!in_work_.valid()) start_batch();
  Batch parsed = in_work_.get();
  if (started_ < commands_.size()) start_batch();
  return parsed;
}

void LookAhead::start_batch() {
  const std::size_t from = started_;
  started_ = std::min(commands_.size(), from + batch);
  auto parse_batch = [this, from, to = started_, classes = site_classes(session_),
                      spent = std::move(spent_)]() mutable {
    spent.clear();
    Batch parsed;
    parsed.reserve(to - from);
    for (std::size_t n = from; n < to; ++n) parsed.push_back(parse(commands_[n], classes));
    return parsed;
  };
  in_work_ =
      parser_ ? parser_->submit(std::move(parse_batch)) : std::async(std::launch::deferred, std::move(parse_batch));
}

void LookAhead::start_key(const ParsedText& parsed) {
  if (!parsed.command || !*parsed.command) return;
  const parser::Command& command = **parsed.command;
  operation_ += racf::operations_of(command);
  if (commands_.size() == 1) return;  // a single key is ready sooner if the command makes it with two threads
  if (const auto spec = racf::racdcert::planned_key(session_, command))
    session_.lab.plan_key(session_.system.name, operation_, *spec);
}

}  // namespace ringside::tso

// emulator/tso/look_ahead.cpp - the commands of a step parsed some way ahead.
#include "emulator/tso/look_ahead.hpp"

#include <algorithm>

#include "emulator/racf/execute.hpp"
#include "emulator/racf/planned_key.hpp"

namespace ringside::tso {
namespace {

constexpr std::size_t batch = 64;  // commands; as many at least are parsed ahead

}  // namespace

LookAhead::LookAhead(racf::Session& session, const std::vector<parser::CommandText>& commands)
    : session_(session), commands_(commands), operation_(session.lab.systems().operations(session.system.name)) {
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

// The batch whose commands run, and one ahead.
void LookAhead::fill() {
  while (window_.size() < 2 && (in_work_.valid() || begun_ < commands_.size())) {
    window_.push_back(next_batch());
    for (const ParsedText& parsed : window_.back()) begin_key(parsed);
  }
}

LookAhead::Batch LookAhead::next_batch() {
  if (!in_work_.valid()) begin_batch();
  Batch parsed = in_work_.get();
  if (begun_ < commands_.size()) begin_batch();
  return parsed;
}

void LookAhead::begin_batch() {
  const std::size_t from = begun_;
  begun_ = std::min(commands_.size(), from + batch);
  auto parse_batch = [this, from, to = begun_, classes = site_classes(session_), spent = std::move(spent_)]() mutable {
    spent.clear();
    Batch parsed;
    parsed.reserve(to - from);
    for (std::size_t n = from; n < to; ++n) parsed.push_back(parse(commands_[n], classes));
    return parsed;
  };
  in_work_ =
      parser_ ? parser_->submit(std::move(parse_batch)) : std::async(std::launch::deferred, std::move(parse_batch));
}

void LookAhead::begin_key(const ParsedText& parsed) {
  if (!parsed.command || !*parsed.command) return;
  const parser::Command& command = **parsed.command;
  if (!racf::is_racf_command(command.name)) return;
  ++operation_;
  // A lone key is made soonest when it is needed, with its two primes side by side.
  const bool lone = commands_.size() == 1;
  if (const auto spec = racf::planned_key(session_, command); spec && !lone)
    session_.lab.plan_key(session_.system.name, operation_, *spec);
}

}  // namespace ringside::tso

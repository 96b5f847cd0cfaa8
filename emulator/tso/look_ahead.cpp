// emulator/tso/look_ahead.cpp - the commands of a step parsed some way ahead.
#include "emulator/tso/look_ahead.hpp"

#include "emulator/racf/execute.hpp"
#include "emulator/racf/planned_key.hpp"

namespace ringside::tso {
namespace {

constexpr std::size_t commands_ahead = 64;

}  // namespace

LookAhead::LookAhead(racf::Session& session, const std::vector<parser::CommandText>& commands)
    : session_(session), commands_(commands), operation_(session.lab.systems().operations(session.system.name)) {}

ParsedText LookAhead::next() {
  fill();
  ParsedText parsed = std::move(window_.front());
  window_.pop_front();
  return parsed;
}

void LookAhead::fill() {
  while (parsed_ < commands_.size() && window_.size() < commands_ahead) {
    window_.push_back(parse(session_, commands_[parsed_++]));
    begin_key(window_.back());
  }
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

// harness/doctor/remedy_player.cpp - carries out a remedy's commands in a lab.
#include "harness/doctor/remedy_player.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/transfer.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::harness {
namespace {

constexpr int refused_from = 8;

std::string play(lab::Lab& lab, const RemedyLine& line, const std::string& user) {
  if (line.kind == RemedyLine::Kind::by_hand) return fmt::format("on {}: {}", line.system, line.text);
  if (line.kind == RemedyLine::Kind::transfer)
    return host::copy_data_set(lab, line.text, line.system, line.to, line.text)
               ? ""
               : fmt::format("{} has no data set {}", line.system, line.text);
  racf::Session session(lab, *lab.systems().find(line.system), user);
  const host::CommandResult result = tso::execute(session, parser::single_command(line.text));
  if (result.return_code < refused_from) return {};
  return fmt::format("{} refuses {}: {}", line.system, result.command, base::join(result.shown(), " "));
}

}  // namespace

std::string play_remedy(lab::Lab& lab, const Remedy& remedy, const std::string& user) {
  for (const RemedyLine& line : remedy.lines)
    if (std::string trouble = play(lab, line, user); !trouble.empty()) return trouble;
  return {};
}

}  // namespace ringside::harness

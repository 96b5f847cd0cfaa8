// harness/doctor/remedy_player.cpp - carries out a remedy's commands in a lab.
#include "harness/doctor/remedy_player.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::harness {
namespace {

constexpr int refused_from = 8;

std::string play(lab::Lab& lab, const RemedyLine& line, const std::string& user) {
  if (line.kind == RemedyLine::Kind::by_hand) return fmt::format("on {}: {}", line.system, line.text);
  if (line.kind == RemedyLine::Kind::transfer)
    return transfer_data_set(lab, line.text, line.system, line.to, line.text)
               ? ""
               : fmt::format("{} has no data set {}", line.system, line.text);
  racf::Session session(lab, *lab.systems().find(line.system), user);
  const racf::CommandResult result = tso::execute(session, parser::single_command(line.text));
  if (result.return_code < refused_from) return {};
  return fmt::format("{} refuses {}: {}", line.system, result.command, base::join(result.shown(), " "));
}

}  // namespace

std::optional<std::size_t> transfer_data_set(lab::Lab& lab, const std::string& name, const std::string& from,
                                             const std::string& to, const std::string& as) {
  auto data_set = host::DataSets(lab.store(), from).find(name);
  if (!data_set) return std::nullopt;
  data_set->name = as;
  host::DataSets(lab.store(), to).put(*data_set);
  return data_set->records.size();
}

std::string play_remedy(lab::Lab& lab, const Remedy& remedy, const std::string& user) {
  for (const RemedyLine& line : remedy.lines)
    if (std::string trouble = play(lab, line, user); !trouble.empty()) return trouble;
  return {};
}

}  // namespace ringside::harness

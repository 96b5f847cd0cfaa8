// server/services/console/operator_command.cpp - the operator commands that a console takes.
#include "server/services/console/operator_command.hpp"

#include <array>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "emulator/racf/execute.hpp"
#include "emulator/tso/execute.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tso/command_table.hpp"
#include "parser/tso/redaction.hpp"

namespace ringside::services {
namespace {

constexpr char racf_prefix = '#';

/// "TIME=11.04.16 DATE=2013.137".
std::string time_and_date(const base::CivilTime& at) {
  return fmt::format("TIME={:02}.{:02}.{:02} DATE={:04}.{:03}", at.hour, at.minute, at.second, at.year,
                     base::day_of_year(at));
}

std::vector<std::string> display_time(const lab::Lab& lab) {
  return {fmt::format("IEE136I LOCAL: {}  UTC: {}", time_and_date(base::to_local(lab.now(), lab.zone())),
                      time_and_date(base::to_local(lab.now(), base::Zone{})))};
}

/// One started task, the server itself; no job runs while a command does.
std::vector<std::string> display_activity(const lab::Lab& lab) {
  const base::CivilTime at = base::to_local(lab.now(), lab.zone());
  return {fmt::format("IEE114I {:02}.{:02}.{:02} {:04}.{:03} ACTIVITY", at.hour, at.minute, at.second, at.year,
                      base::day_of_year(at)),
          " JOBS     M/S    TS USERS    SYSAS    INITS   ACTIVE/MAX VTAM     OAS",
          "00000    00001    00000      00000    00001    00000/00040       00000",
          " IZUSVR1  IZUSVR1  ZOSMF    NSW  S"};
}

std::vector<std::string> refusal(const std::string& shown) {
  constexpr auto id = base::OwnMessage::rsd509i;
  const auto& own = base::own_messages();
  return {std::string(own.number(id)) + " " + own.text(id, {shown})};
}

/// RACDCERT and RACMAP are commands of TSO only (Command Language Reference, "RACF operator commands").
bool is_operator_command(const std::string& text) {
  const parser::CommandSpec* spec = parser::find_command(parser::command_word(text));
  return spec != nullptr && racf::is_racf_command(spec->name) && spec->name != "RACDCERT" && spec->name != "RACMAP";
}

std::vector<std::string> run_racf_command(Call& call, const std::string& text) {
  if (!is_operator_command(text)) return refusal(base::printable(parser::redacted(text)));
  racf::Session session(call.lab, call.system, call.user);
  const host::CommandResult result = tso::execute(session, parser::single_command(text));
  std::vector<std::string> lines = result.shown();
  if (lines.empty()) lines.push_back(fmt::format("{} COMMAND COMPLETE", base::upper(parser::command_word(text))));
  return lines;
}

}  // namespace

std::vector<std::string> run_operator_command(Call& call, const std::string& text) {
  const std::string typed = base::trim(text);
  if (typed.starts_with(racf_prefix)) return run_racf_command(call, base::trim(typed.substr(1)));
  std::string word = base::upper(typed);
  if (word.starts_with("DISPLAY ")) word = "D " + word.substr(std::string_view("DISPLAY ").size());
  if (word == "D T") return display_time(call.lab);
  if (word == "D A" || word == "D A,L" || word == "D A,LIST") return display_activity(call.lab);
  return refusal(base::printable(parser::redacted(typed)));
}

}  // namespace ringside::services

// emulator/tso/session_commands.cpp - PROFILE and TIME (TSO/E Command Reference).
#include "emulator/tso/session_commands.hpp"

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "emulator/tso/message.hpp"

namespace ringside::tso {
void set_profile(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  for (const parser::Keyword& keyword : command.operands.keywords) {
    if (keyword.name == "PREFIX") session.prefix = keyword.value();
    if (keyword.name == "NOPREFIX") session.prefix.clear();
  }
  if (!command.operands.keywords.empty() && !command.operands.has("LIST")) return;
  const std::string prefix = session.prefix.empty() ? "NOPREFIX" : "PREFIX(" + session.prefix + ")";
  say(result, MessageId::ikj56688i, {prefix});
}

void show_time(racf::Session& session, const parser::Command& /*command*/, host::CommandResult& result) {
  constexpr int half_day = 12;
  const base::CivilTime now = base::to_local(session.lab.now(), session.lab.zone());
  const int hour = now.hour % half_day == 0 ? half_day : now.hour % half_day;
  const std::string time =
      fmt::format("{:02}:{:02}:{:02} {}", hour, now.minute, now.second, now.hour < half_day ? "AM" : "PM");
  say(result, MessageId::ikj56650i, {time, fmt::format("{} {},{}", base::month_name(now), now.day, now.year)});
}

}  // namespace ringside::tso

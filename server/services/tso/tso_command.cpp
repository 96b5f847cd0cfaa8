// server/services/tso/tso_command.cpp - runs a TSO command in an address space.
#include "server/services/tso/tso_command.hpp"

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "emulator/jes/submit.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::services {

TsoAnswer run_tso_command(Call& call, AddressSpace& space, const std::string& text) {
  const parser::CommandText command = parser::single_command(text);
  TsoAnswer answer;
  answer.logged_off = tso::kind_of(command) == tso::InputKind::end;
  if (tso::kind_of(command) != tso::InputKind::command) return answer;
  racf::Session session(call.lab, call.system, space.user);
  session.prefix = space.prefix;
  session.files = space.files;
  const host::CommandResult result = tso::execute(session, command);
  jes::Submission submission;
  submission.checks_surrogates = true;
  jes::run_submitted(session, submission);
  space.prefix = session.prefix;
  space.files = session.files;
  answer.lines = result.shown();
  answer.return_code = result.return_code;
  return answer;
}

std::string tso_time(const lab::Lab& lab) {
  const base::CivilTime now = base::to_local(lab.now(), lab.zone());
  return fmt::format("{:02}:{:02}:{:02} ON {} {}, {}", now.hour, now.minute, now.second, base::month_name(now), now.day,
                     now.year);
}

}  // namespace ringside::services

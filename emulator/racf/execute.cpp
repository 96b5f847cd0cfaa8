// emulator/racf/execute.cpp - runs one parsed RACF command.
#include "emulator/racf/execute.hpp"

#include <map>
#include <memory>

#include "base/fault.hpp"
#include "emulator/crypto/foreign_data.hpp"
#include "emulator/racf/racdcert/racdcert.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/users/commands.hpp"

namespace ringside::racf {
namespace {

constexpr int refused_from = 8;  // the lowest return code of a refused command (rulings)

using Handler = Result<void> (*)(Context&, const parser::Command&);

const std::map<std::string_view, Handler>& handlers() {
  static const std::map<std::string_view, Handler> table = {
      {"RACDCERT", racdcert::run},
      {"ADDUSER", add_user},
      {"ALTUSER", alter_user},
      {"ADDGROUP", add_group},
      {"CONNECT", connect},
      {"RDEFINE", rdefine},
      {"PERMIT", permit},
      {"SETROPTS", setropts},
      {"LISTUSER", list_user},
      {"LISTGRP", list_group},
      {"RLIST", rlist},
      {"DELUSER", delete_user},
      {"DELGROUP", delete_group},
      {"REMOVE", remove_user},
      {"RALTER", ralter},
      {"RDELETE", rdelete},
      {"ALTGROUP", alter_group},
      {"PASSWORD", change_password},
      {"RACMAP", map_identities},
      {"SEARCH", search},
      {"RVARY", rvary},
      {"ADDSD", add_data_set_profile},
      {"ALTDSD", alter_data_set_profile},
      {"DELDSD", delete_data_set_profile},
      {"LISTDSD", list_data_set_profile},
  };
  return table;
}

Result<void> outcome_of(Handler handler, Context& context, const parser::Command& command) {
  try {
    return handler(context, command);
  } catch (const crypto::ForeignData& refused) {
    return refuse(MessageId::rsd216i, refused.problem().detail);
  }
}

/// The outer savepoint stores the command's number, also if the command is refused.
host::CommandResult run(Session& session, const parser::Command& command, Handler handler, const std::string& shown) {
  const std::unique_ptr<database::Savepoint> numbered = session.lab.outermost_savepoint();
  const std::int64_t operation = session.lab.systems().reading_operation(session.system.name);
  Context context(session, session.lab.randomness(session.system.name, operation), operation);
  for (const parser::Message& message : command.messages) context.say(message);
  host::CommandResult result;
  {
    auto savepoint = session.lab.savepoint();
    const Result<void> outcome = outcome_of(handler, context, command);
    result = context.finish(shown, outcome);
    if (result.return_code < refused_from) savepoint.keep();
  }
  if (numbered) numbered->keep();
  return result;
}

}  // namespace

bool is_racf_command(std::string_view name) {
  return handlers().contains(name);
}

std::int64_t operations_of(const parser::Command& command) {
  return is_racf_command(command.name) ? 1 : 0;
}

host::CommandResult execute(Session& session, const parser::Command& command, const std::string& shown) {
  const auto found = handlers().find(command.name);
  if (found == handlers().end()) throw base::Fault("no processor for the command " + command.name);
  return session.lab.in_one_piece([&] { return run(session, command, found->second, shown); });
}

}  // namespace ringside::racf

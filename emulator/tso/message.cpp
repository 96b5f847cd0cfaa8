// emulator/tso/message.cpp - the catalogue of the messages of TSO's own commands.
#include "emulator/tso/message.hpp"

#include <algorithm>
#include <array>

namespace ringside::tso {

const base::MessageCatalogue<MessageId>& messages() {
  using base::Mark;
  static constexpr std::array rows = {
#define RINGSIDE_MESSAGE(name, ...) base::MessageRow<MessageId>{MessageId::name, __VA_ARGS__},
#include "emulator/tso/message_table.inc"
#undef RINGSIDE_MESSAGE
  };
  static constexpr base::MessageCatalogue<MessageId> catalogue(rows);
  return catalogue;
}

void say(host::CommandResult& result, MessageId id, const std::vector<std::string>& inserts) {
  result.lines.push_back({messages().number(id), messages().text(id, inserts)});
  result.return_code = std::max(result.return_code, messages().row(id).return_code);
}

void say_own(host::CommandResult& result, base::OwnMessage id, const std::vector<std::string>& inserts) {
  const auto& own = base::own_messages();
  result.lines.push_back({own.number(id), own.text(id, inserts)});
  result.return_code = std::max(result.return_code, own.row(id).return_code);
}

}  // namespace ringside::tso

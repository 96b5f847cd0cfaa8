// emulator/tso/look_ahead.hpp - the commands of a step parsed some way ahead, so that their keys are made meanwhile.
//
// Commands run in order, one by one; only the search for keys runs beside them. The key of an operation depends on the
// seed, the system and the operation's number alone, so a wrong guess of the number costs time and changes nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "emulator/tso/execute.hpp"
#include "parser/tso_record.hpp"

namespace ringside::tso {

class LookAhead {
 public:
  LookAhead(racf::Session& session, const std::vector<parser::CommandText>& commands);

  /// The next command, parsed. The commands behind it are parsed and their keys begun, as far as the window reaches.
  ParsedText next();

 private:
  void fill();
  void begin_key(const ParsedText& parsed);

  racf::Session& session_;
  const std::vector<parser::CommandText>& commands_;
  std::deque<ParsedText> window_;
  std::size_t parsed_ = 0;
  std::int64_t operation_;  // of the last command in the window, as far as can be told
};

}  // namespace ringside::tso

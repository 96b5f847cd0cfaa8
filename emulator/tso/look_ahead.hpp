// emulator/tso/look_ahead.hpp - the commands of a step parsed some way ahead, so that their keys are made meanwhile.
//
// Commands run in order, one by one; beside them run only the search for keys and, of a long step, the parser. The key
// of an operation depends on the seed, the system and the operation's number alone, so a wrong guess of the number
// costs time and changes nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <future>
#include <memory>
#include <vector>

#include "base/worker_pool.hpp"
#include "emulator/tso/execute.hpp"
#include "parser/tso/record.hpp"

namespace ringside::tso {

class LookAhead {
 public:
  LookAhead(racf::Session& session, const std::vector<parser::CommandText>& commands);

  /// The next command, parsed; it stays until the next call. The commands behind it are parsed and their keys begun,
  /// as far as the window reaches.
  const ParsedText& next();

 private:
  using Batch = std::vector<ParsedText>;
  void fill();
  /// The next commands, parsed: by the thread, if there is one, which goes on with those behind them.
  Batch next_batch();
  void begin_batch();
  void begin_key(const ParsedText& parsed);

  racf::Session& session_;
  const std::vector<parser::CommandText>& commands_;
  std::deque<Batch> window_;  // the first one holds the command that runs
  std::size_t given_ = 0;     // commands of the first batch that next() has given
  std::size_t begun_ = 0;     // commands that are parsed or being parsed
  std::int64_t operation_;    // of the last command in the window, as far as can be told
  Batch spent_;               // commands that have run: who made them frees them, which no other thread waits for
  std::future<Batch> in_work_;
  std::unique_ptr<base::WorkerPool> parser_;  // of a long step; the last member: it ends before what it reads goes
};

}  // namespace ringside::tso

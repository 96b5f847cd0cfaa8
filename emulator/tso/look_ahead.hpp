// emulator/tso/look_ahead.hpp - parses the commands of a step ahead of their execution, so that threads can make keys.
//
// Commands run in order, one at a time. Beside them run only threads that make keys and, in a long step, one thread
// that parses. A key depends on the seed, the system, the operation number of its command and its kind. Sometimes a
// command does not take the expected number, since an earlier command was parsed again with another result, or another
// process uses the lab. Then it makes its key itself. This costs time and does not change the result.
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
  /// Keeps references to both arguments.
  LookAhead(racf::Session& session, const std::vector<parser::CommandText>& commands);

  /// Returns the next command, parsed. It is valid until the next call. Parses the commands after it and starts to make
  /// their keys, as far as the window reaches.
  const ParsedText& next();

 private:
  using Batch = std::vector<ParsedText>;
  void fill();
  Batch next_batch();
  void start_batch();
  void start_key(const ParsedText& parsed);

  racf::Session& session_;
  const std::vector<parser::CommandText>& commands_;
  std::deque<Batch> window_;  // the first batch has the command that runs now
  std::size_t given_ = 0;     // commands of the first batch that next() has returned
  std::size_t started_ = 0;   // commands that are parsed or being parsed
  std::int64_t operation_;    // operation number of the last command in the window
  Batch spent_;               // commands that have run; the thread that made them frees them
  std::future<Batch> in_work_;
  std::unique_ptr<base::WorkerPool> parser_;  // in a long step; last member: ends before the members that it uses
};

}  // namespace ringside::tso

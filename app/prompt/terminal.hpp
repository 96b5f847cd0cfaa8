// app/prompt/terminal.hpp - TSO commands one after another, printed as a terminal shows them.
#pragma once

#include "app/program.hpp"
#include "base/json.hpp"
#include "parser/tso/record.hpp"

namespace ringside::app {

// Each command is a commit of its own: what was acknowledged on the terminal stays (rulings, "a crash in the middle of
// a step").
class Terminal {
 public:
  /// Under --json results are added to `json` and not printed. Messages are folded at `width` columns; at 0 nowhere.
  Terminal(Program& program, base::Json& json, std::size_t width = 0)
      : program_(program), json_(json), session_(program.session()), width_(width) {}

  /// Runs one command; false after END.
  bool accept(const parser::CommandText& text);
  /// Runs all; false if END ended them.
  bool accept(const parser::CommandStream& stream);
  [[nodiscard]] racf::Session& session() { return session_; }
  /// The highest return code so far.
  [[nodiscard]] int highest_code() const { return highest_code_; }

 private:
  void print(const host::CommandResult& result);

  Program& program_;
  base::Json& json_;
  racf::Session session_;
  std::size_t width_;
  int highest_code_ = 0;
};

}  // namespace ringside::app

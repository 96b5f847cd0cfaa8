// app/terminal.hpp - TSO commands one after another, printed as a terminal shows them.
#pragma once

#include <nlohmann/json.hpp>

#include "app/program.hpp"
#include "parser/tso_record.hpp"

namespace ringside::app {

// Each command is a commit of its own: what was acknowledged on the terminal stays (rulings, "a crash in the middle of
// a step").
class Terminal {
 public:
  /// Under --json results are added to `json` and not printed.
  Terminal(Program& program, nlohmann::ordered_json& json)
      : program_(program), json_(json), session_(program.session()) {}

  /// Runs one command; false after END.
  bool accept(const parser::CommandText& text);
  /// Runs all; false if END ended them.
  bool accept(const parser::CommandStream& stream);
  /// The highest return code so far.
  [[nodiscard]] int highest_code() const { return highest_code_; }

 private:
  Program& program_;
  nlohmann::ordered_json& json_;
  racf::Session session_;
  int highest_code_ = 0;
};

}  // namespace ringside::app

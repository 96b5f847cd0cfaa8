// emulator/jes/programs/idcams.cpp - IDCAMS: its records, IF-THEN-ELSE, DO-END and SET (DFSMS Access Method Services
// Commands, "Modal Commands").
#include "emulator/jes/programs/idcams.hpp"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/jes/programs/idcams_commands.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tso/record.hpp"

namespace ringside::jes {
namespace {

constexpr int severe = 16;  // ends the run; also the highest value of SET

struct CodeTest {
  bool of_last = false;  // LASTCC, else MAXCC
  std::string comparison;
  int code = 0;
};

/// An item of the flow of commands; the record "IF LASTCC=8 THEN DO" is two items.
struct Item {
  enum class Kind { condition, otherwise, open_group, close_group, nothing, command, wrong };
  Kind kind = Kind::nothing;
  std::string text;                 // of a command, or why it is wrong
  CodeTest test{};                  // of a condition
  std::vector<std::string> echo{};  // the records that begin with this item
};

std::string without_separators(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (!parser::is_separator(c)) kept += c;
  return base::upper(kept);
}

/// "LASTCC=8", "MAXCCLT12": a code, a comparison, a number.
std::optional<CodeTest> read_test(std::string_view text) {
  // Longer operators first, since "<=" begins with "<".
  static constexpr std::array comparisons{"<=", ">=", "^=", "=", "<", ">", "EQ", "NE", "LE", "GE", "LT", "GT"};
  std::string rest = without_separators(text);
  CodeTest test;
  test.of_last = rest.starts_with("LASTCC");
  if (!test.of_last && !rest.starts_with("MAXCC")) return std::nullopt;
  rest.erase(0, test.of_last ? 6 : 5);
  rest = base::replace_all(rest, "\xC2\xAC", "^");  // the not sign
  for (const std::string_view comparison : comparisons) {
    if (!rest.starts_with(comparison)) continue;
    const auto code = base::number(rest.substr(comparison.size()), 999'999);
    if (!code) return std::nullopt;
    test.comparison = comparison;
    test.code = static_cast<int>(*code);
    return test;
  }
  return std::nullopt;
}

bool holds(const CodeTest& test, int code) {
  const std::string& how = test.comparison;
  if (how == "=" || how == "EQ") return code == test.code;
  if (how == "^=" || how == "NE") return code != test.code;
  if (how == "<" || how == "LT") return code < test.code;
  if (how == ">" || how == "GT") return code > test.code;
  if (how == "<=" || how == "LE") return code <= test.code;
  return code >= test.code;
}

/// Splits a command, its continuations joined, into items.
std::vector<Item> items_of(std::string_view text) {
  std::vector<Item> items;
  for (std::size_t at = 0;;) {
    const parser::Lexeme first = parser::next_token(text, at);
    const std::string word = base::upper(first.in(text));
    if (word == "ELSE" || word == "DO" || word == "END") {
      items.push_back(
          {word == "ELSE" ? Item::Kind::otherwise : (word == "DO" ? Item::Kind::open_group : Item::Kind::close_group),
           word});
      at = first.end;
      if (word == "ELSE" && parser::is_blank_command(text.substr(at))) items.push_back({Item::Kind::nothing, ""});
    } else if (word == "IF") {
      parser::Lexeme then = parser::next_token(text, first.end);
      while (then.kind != parser::Lexeme::Kind::end && base::upper(then.in(text)) != "THEN")
        then = parser::next_token(text, then.end);
      const auto test = read_test(text.substr(first.end, then.offset - first.end));
      if (then.kind == parser::Lexeme::Kind::end || !test)
        return {{Item::Kind::wrong, "IF IS NOT FOLLOWED BY A TEST OF LASTCC OR MAXCC AND THEN"}};
      items.push_back({Item::Kind::condition, "IF", *test});
      at = then.end;
      // THEN at the end of a command is followed by a null command (same chapter).
      if (parser::is_blank_command(text.substr(at))) items.push_back({Item::Kind::nothing, ""});
    } else {
      if (first.kind != parser::Lexeme::Kind::end) items.push_back({Item::Kind::command, std::string(text.substr(at))});
      return items;
    }
    if (parser::is_blank_command(text.substr(at))) return items;
  }
}

/// The commands of SYSIN are in columns 2 to 72.
std::vector<Item> read_items(AmsRun& run) {
  std::vector<parser::Record> records = run.input.records("SYSIN");
  for (parser::Record& record : records) {
    if (record.text.empty()) continue;
    if (record.text.front() != ' ')
      run.remark(fmt::format("line {}: IDCAMS reads columns 2 to 72, so '{}' in column 1 is lost", record.line,
                             base::printable(record.text.substr(0, 1))));
    record.text.front() = ' ';
  }
  std::vector<Item> items;
  for (const parser::CommandText& text : parser::read_commands(records).commands) {
    std::vector<Item> found = items_of(text.text);
    if (found.empty()) found.push_back({Item::Kind::nothing, "comment"});
    for (const parser::Record& record : text.records)
      found.front().echo.push_back(" " + base::printable(base::trim_right(record.text)));
    items.insert(items.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  return items;
}

class Flow {
 public:
  Flow(AmsRun& run, std::vector<Item> items) : run_(run), items_(std::move(items)) {}

  void play() {
    while (at_ < items_.size() && !stopped_) statement(true, 0);
  }

 private:
  void stop(const std::string& why) {
    run_.say(MessageId::rsd353i, {why});
    run_.last = run_.highest = severe;
    stopped_ = true;
  }

  void statement(bool runs, std::size_t depth) {
    if (at_ >= items_.size() || stopped_) return;
    if (depth > base::limits::utility_nesting) return stop("IF AND DO ARE NESTED TOO DEEPLY");
    const Item item = items_[at_++];
    if (!item.echo.empty()) {
      run_.lines.emplace_back();
      run_.lines.insert(run_.lines.end(), item.echo.begin(), item.echo.end());
    }
    switch (item.kind) {
      case Item::Kind::condition:
        return branches(item.test, runs, depth);
      case Item::Kind::open_group:
        return group(runs, depth);
      case Item::Kind::command:
        if (runs) command(item.text);
        return;
      case Item::Kind::nothing:
        return;
      case Item::Kind::wrong:
        return stop(item.text);
      case Item::Kind::otherwise:
      case Item::Kind::close_group:
        return stop(item.text + " BELONGS TO NO " + (item.text == "ELSE" ? "IF" : "DO"));
    }
  }

  void branches(const CodeTest& test, bool runs, std::size_t depth) {
    const bool met = holds(test, test.of_last ? run_.last : run_.highest);
    statement(runs && met, depth + 1);
    if (stopped_ || at_ >= items_.size() || items_[at_].kind != Item::Kind::otherwise) return;
    run_.lines.insert(run_.lines.end(), items_[at_].echo.begin(), items_[at_].echo.end());
    ++at_;
    statement(runs && !met, depth + 1);
  }

  void group(bool runs, std::size_t depth) {
    while (!stopped_) {
      if (at_ >= items_.size()) return stop("END IS MISSING");
      if (items_[at_].kind == Item::Kind::close_group) {
        run_.lines.insert(run_.lines.end(), items_[at_].echo.begin(), items_[at_].echo.end());
        ++at_;
        return;
      }
      statement(runs, depth + 1);
    }
  }

  void command(const std::string& text) {
    const parser::Lexeme verb = parser::next_token(text, 0);
    if (base::upper(verb.in(text)) == "SET") return set(std::string_view(text).substr(verb.end));
    run_.last = run_ams_command(run_, text);
    run_.highest = std::max(run_.highest, run_.last);
  }

  void set(std::string_view rest) {
    const auto test = read_test(rest);
    if (!test || test->comparison != "=") return stop("SET NEEDS LASTCC=NUMBER OR MAXCC=NUMBER");
    const int code = std::min(test->code, severe);
    if (test->of_last) {
      run_.last = code;
      run_.highest = std::max(run_.highest, code);
    } else {
      run_.highest = code;
    }
  }

  AmsRun& run_;
  std::vector<Item> items_;
  std::size_t at_ = 0;
  bool stopped_ = false;
};

std::string heading(const ProgramInput& input) {
  const base::CivilTime now = base::to_local(input.session.lab.now(), input.session.lab.zone());
  return fmt::format("{:<66}TIME: {:02}:{:02}:{:02}        {:02}/{:02}/{:02}     PAGE      1",
                     "IDCAMS  SYSTEM SERVICES", now.hour, now.minute, now.second, now.month, now.day, now.year % 100);
}

}  // namespace

void run_idcams(const ProgramInput& input, ProgramOutput& output) {
  if (input.allocation.find("SYSPRINT") == nullptr || input.allocation.find("SYSIN") == nullptr) {
    // Without SYSPRINT the condition code is 16 (same manual, "Condition Codes").
    output.step.condition_code = severe;
    output.step.diagnostics.emplace_back("IDCAMS needs the DD statements SYSIN and SYSPRINT; one is missing");
    return;
  }
  AmsRun run{input, output};
  if (!input.parm.empty()) run.remark("the PARM of IDCAMS (margins, graphics) has no effect here");
  run.lines.push_back(heading(input));
  Flow(run, read_items(run)).play();
  run.lines.emplace_back();
  run.say(MessageId::idc0002i, {std::to_string(run.highest)});
  output.step.condition_code = run.highest;
  output.prints.insert(output.prints.begin(), Print{"SYSPRINT", std::move(run.lines)});
}

}  // namespace ringside::jes

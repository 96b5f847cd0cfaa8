// emulator/jes/programs/iebgener.cpp - IEBGENER: copies SYSUT1 to SYSUT2 as it is (DFSMSdfp Utilities, "IEBGENER").
#include "emulator/jes/programs/iebgener.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/jes/programs/records.hpp"

namespace ringside::jes {
namespace {

constexpr int job_step_ended = 12;
constexpr std::size_t heading_width = 98;

class Generator {
 public:
  Generator(const ProgramInput& input, ProgramOutput& output) : input_(input), output_(output) {}

  void run() {
    if (input_.allocation.find("SYSPRINT") == nullptr) {
      output_.step.condition_code = job_step_ended;
      output_.step.diagnostics.emplace_back("IEBGENER: the step has no DD SYSPRINT, and so it copies nothing");
      return;
    }
    say(base::pad_right("DATA SET UTILITY - GENERATE", heading_width) + "PAGE 0001");
    say("");
    if (opened() && no_control_statements()) copy();
    output_.prints.insert(output_.prints.begin(), Print{"SYSPRINT", std::move(lines_)});
  }

 private:
  void say(std::string line) { lines_.push_back(std::move(line)); }

  void fail(MessageId id, const std::vector<std::string>& inserts) {
    say(message(id, inserts));
    output_.step.condition_code = job_step_ended;
  }

  bool opened() {
    for (const char* dd : {"SYSIN", "SYSUT1", "SYSUT2"}) {
      if (input_.allocation.find(dd) != nullptr) continue;
      output_.log.push_back(message(MessageId::iec130i, {dd}));
      fail(MessageId::ieb316i, {dd});
      return false;
    }
    for (const char* dd : {"SYSUT1", "SYSUT2"}) {
      if (keeps_data(input_, dd)) continue;
      fail(MessageId::rsd351i, {"IEBGENER", std::string("A TEMPORARY DATA SET FOR ") + dd});
      return false;
    }
    return true;
  }

  bool no_control_statements() {
    for (const parser::Record& record : input_.records("SYSIN")) {
      const std::string statement = base::trim(record.text);
      if (statement.empty()) continue;
      say(" " + base::printable(base::trim_right(record.text)));
      fail(MessageId::rsd351i, {"IEBGENER", base::upper(statement.substr(0, statement.find(' ')))});
      output_.step.diagnostics.push_back(fmt::format(
          "line {}: IEBGENER copies as it is; its control statements (GENERATE, RECORD ...) are not emulated",
          record.line));
      return false;
    }
    return true;
  }

  void copy() {
    const auto from = read_dd(input_, "SYSUT1");
    const auto to = from ? output_dd(input_, "SYSUT2", *from) : std::nullopt;
    if (!to) return;
    if (!fits(*from, *to)) {
      fail(MessageId::ieb311i, {});
      output_.step.diagnostics.push_back(
          fmt::format("SYSUT1 has RECFM={},LRECL={}, SYSUT2 has RECFM={},LRECL={}: a record would not fit",
                      from->record_format, from->record_length, to->record_format, to->record_length));
      return;
    }
    if (to->attributes_copied) {
      say(message(MessageId::ieb352i, {}));
      say("");
    }
    write_records(input_, *from, *to, output_);
    say("PROCESSING ENDED AT EOD");
  }

  const ProgramInput& input_;
  ProgramOutput& output_;
  std::vector<std::string> lines_;
};

}  // namespace

void run_iebgener(const ProgramInput& input, ProgramOutput& output) {
  Generator(input, output).run();
}

}  // namespace ringside::jes

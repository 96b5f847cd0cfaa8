// emulator/hosttools/shell/zos_commands.cpp - commands that only z/OS has: tsocmd, tso, chtag, iconv (z/OS UNIX Command
// Reference).
//
// Text in the files of a lab is UTF-8. So tags and conversions between code pages leave files as they are; cp to a data
// set makes records in IBM-1047.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"

namespace ringside::shell {
namespace {

constexpr int status_of_iconv = 1;
constexpr int most_status = 255;

constexpr std::array<std::string_view, 8> code_pages = {"ASCII",     "IBM1047", "IBM037", "ISO88591",
                                                        "ISO885915", "UTF8",    "UTF08",  "819"};

bool is_code_page(const std::string& name) {
  std::string plain = base::upper(name);
  std::erase_if(plain, [](char c) { return c == '-' || c == '_'; });
  return std::find(code_pages.begin(), code_pages.end(), plain) != code_pages.end();
}

int run_tso(const Call& call, const std::string& command) {
  if (!call.state.tso) return call.not_emulated("TSO is not reached from here");
  const host::CommandResult result = call.state.tso(command);
  for (const std::string& line : result.shown()) call.out(line + "\n");
  for (const std::string& remark : result.diagnostics)
    for (const std::string& line : base::lines(remark)) call.process.streams.error("ringside: " + line + "\n");
  return std::min(result.return_code, most_status);
}

// Tells the command on standard error first.
int tsocmd(const Call& call) {
  if (call.arguments.empty()) return call.fail("a TSO command is missing", 255);
  const std::string command = base::join(call.arguments, " ");
  call.process.streams.error(command + "\n");
  return run_tso(call, command);
}

int tso(const Call& call) {
  const bool has_option = !call.arguments.empty() && (call.arguments[0] == "-t" || call.arguments[0] == "-o");
  const Arguments rest(call.arguments.begin() + (has_option ? 1 : 0), call.arguments.end());
  if (rest.empty()) return call.fail("a TSO command is missing", 255);
  return run_tso(call, base::join(rest, " "));
}

/// chtag -b FILE, -r FILE, -t -c CODESET FILE, -tc CODESET FILE, with -R: checks the files.
int change_tag(const Call& call) {
  Arguments words;
  for (std::size_t at = 0; at < call.arguments.size(); ++at) {
    const std::string& word = call.arguments[at];
    const bool is_option = word.size() > 1 && word.front() == '-';
    if (!is_option) {
      words.push_back(word);
    } else if (word.find_first_not_of("btcrRhqm", 1) != std::string::npos) {
      return call.invalid_option(word.substr(word.find_first_not_of("btcrRhqm", 1), 1));
    } else if (word.ends_with('c')) {
      ++at;  // the code page
    }
  }
  if (words.empty()) return call.fail("a file is missing");
  int status = 0;
  for (const std::string& name : words)
    if (const auto there = call.process.files.status(call.path(name)); !there)
      status = call.fail(fmt::format("{}: {}", name, file_error_text(there.error())));
  return status;
}

/// iconv -f CODESET -t CODESET [FILE ...]: prints the files.
int convert(const Call& call) {
  Arguments files;
  for (std::size_t at = 0; at < call.arguments.size(); ++at) {
    const std::string& word = call.arguments[at];
    if (word == "-f" || word == "-t") {
      if (++at == call.arguments.size()) return call.fail(word + ": a code page is missing", status_of_iconv);
      if (!is_code_page(call.arguments[at]))
        return call.not_emulated(base::printable(call.arguments[at]) + ": this code page is not emulated");
    } else if (word.size() > 1 && word.front() == '-' && word != "-T" && word != "-F" && word != "-M") {
      return call.invalid_option(word.substr(1));
    } else if (word.front() != '-') {
      files.push_back(word);
    }
  }
  if (files.empty()) return call.out(base::to_text(call.process.streams.read_rest())), 0;
  for (const std::string& name : files) {
    const auto content = call.process.files.read(call.path(name));
    if (!content) return call.fail(fmt::format("{}: {}", name, file_error_text(content.error())), status_of_iconv);
    call.out(base::to_text(*content));
  }
  return 0;
}

}  // namespace

const Commands& zos_commands() {
  static const Commands table = {{"chtag", change_tag}, {"iconv", convert}, {"tso", tso}, {"tsocmd", tsocmd}};
  return table;
}

}  // namespace ringside::shell

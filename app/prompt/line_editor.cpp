// app/prompt/line_editor.cpp - reads lines at a terminal with libedit.
#include "app/prompt/line_editor.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>  // editline/readline.h needs FILE
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <sstream>
#include <utility>

#include <editline/readline.h>
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

#include "app/output/output_file.hpp"
#include "app/prompt/hidden_typing.hpp"
#include "base/descriptor.hpp"
#include "base/limits.hpp"

namespace ringside::app {
namespace {

constexpr int most_history = 1000;

// libedit calls back without a context.
Complete complete_word;                          // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t was_interrupted = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

// Ends a read of libedit. A signal that comes just before the read does not, so the alarm goes off until the interrupt
// is seen.
void on_signal(int signal) {
  if (signal == SIGINT) was_interrupted = 1;
  if (was_interrupted != 0) ::alarm(1);
}

std::string common_start(const std::vector<std::string>& words) {
  std::string start = words.front();
  for (const std::string& word : words) {
    std::size_t same = 0;
    while (same < start.size() && same < word.size() && start[same] == word[same]) ++same;
    start.resize(same);
  }
  return start;
}

/// Whether Ctrl-C was typed since the last call.
bool interrupted() {
  const bool was = was_interrupted != 0;
  was_interrupted = 0;
  ::alarm(0);
  return was;
}

/// The form that libedit wants: the common beginning, all candidates, nullptr. libedit frees them.
char** candidates(const char*, int, int end) {
  rl_attempted_completion_over = 1;  // do not complete file names
  const std::string typed = std::string(rl_line_buffer).substr(0, static_cast<std::size_t>(end));
  const bool in_quotes = std::count(typed.begin(), typed.end(), '\'') % 2 == 1;
  rl_completion_append_character = in_quotes ? 0x27 : 0x20;  // an apostrophe or a blank
  const auto words = complete_word(typed);
  if (words.empty()) return nullptr;
  const auto copied = [](const std::string& word) { return ::strdup(word.c_str()); };
  auto** result = static_cast<char**>(std::calloc(words.size() + 2, sizeof(char*)));
  if (result == nullptr) return nullptr;
  result[0] = copied(common_start(words));
  for (std::size_t n = 0; n < words.size(); ++n) result[n + 1] = copied(words[n]);
  if (words.size() == 1) result[1] = nullptr;
  return result;
}

}  // namespace

/// While an object exists, Ctrl-C ends the reading of a line instead of the program.
class Interrupts {
 public:
  Interrupts() {
    struct sigaction action {};
    action.sa_handler = on_signal;  // without SA_RESTART: the read returns
    ::sigaction(SIGINT, &action, &interrupt_before_);
    ::sigaction(SIGALRM, &action, &alarm_before_);
  }
  ~Interrupts() {
    ::alarm(0);
    ::sigaction(SIGINT, &interrupt_before_, nullptr);
    ::sigaction(SIGALRM, &alarm_before_, nullptr);
  }
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

 private:
  struct sigaction interrupt_before_ {};
  struct sigaction alarm_before_ {};
};

LineEditor::LineEditor(std::string history, Complete complete)
    : history_(std::move(history)), interrupts_(std::make_unique<Interrupts>()) {
  complete_word = std::move(complete);
  rl_readline_name = "ringside";
  rl_initialize();
  using_history();
  stifle_history(most_history);
  rl_attempted_completion_function = candidates;
  static char ends_of_words[] = " ()',";  // libedit needs it writable
  rl_completer_word_break_characters = ends_of_words;
  if (!history_.empty()) read_history(history_.c_str());
}

LineEditor::~LineEditor() {
  complete_word = {};
  if (history_.empty()) return;
  // libedit writes a file in place, so that it writes to memory.
  const base::Descriptor memory(::memfd_create("history", MFD_CLOEXEC));
  const std::string place = fmt::format("/proc/self/fd/{}", memory.number());
  if (!memory.is_open() || write_history(place.c_str()) != 0) return;
  try {
    std::ostringstream lines;
    lines << std::ifstream(place, std::ios::binary).rdbuf();
    write_output_file(history_, lines.str(), {.owner_only = true});
  } catch (const std::exception&) {
    // The session is over, and its output is complete: the lines are lost, as libedit would lose them.
  }
}

std::optional<LineEditor::Line> LineEditor::read(const std::string& prompt) {
  if (interrupted()) return Line{"", true};
  const std::unique_ptr<char, decltype(&std::free)> line(readline(prompt.c_str()), &std::free);
  if (interrupted()) return Line{"", true};
  if (line == nullptr) return std::nullopt;
  return Line{line.get(), false};
}

std::optional<LineEditor::Line> LineEditor::read_hidden() {
  if (interrupted()) return Line{"", true};
  const HiddenTyping silence;
  std::string text;
  char c = 0;
  while (text.size() < base::limits::input_line_bytes) {
    const ssize_t count = ::read(STDIN_FILENO, &c, 1);
    if (interrupted()) return Line{"", true};
    if (count <= 0 && text.empty()) return std::nullopt;
    if (count <= 0 || c == '\n') break;
    text += c;
  }
  return Line{text, false};
}

void LineEditor::remember(const std::string& line) {
  add_history(line.c_str());
}

}  // namespace ringside::app

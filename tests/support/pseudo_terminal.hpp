// tests/support/pseudo_terminal.hpp - a program with a terminal of its own, at which the test sits and types.
#pragma once

#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ringside::test_support {

class PseudoTerminal {
 public:
  /// `program` runs in a child, its standard streams the terminal; what it returns is its exit status.
  explicit PseudoTerminal(const std::function<int()>& program) {
    std::cout.flush();
    child_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (child_ < 0) throw std::runtime_error("no pseudo-terminal");
    if (child_ != 0) return;
    int status = 70;
    try {
      status = program();
    } catch (...) {  // the child must not go on as a second test program
    }
    std::cout.flush();
    ::_exit(status);
  }
  ~PseudoTerminal() {
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      ::waitpid(child_, nullptr, 0);
    }
    ::close(terminal_);
  }
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  void type(const std::string& keys) {
    if (::write(terminal_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size()))
      throw std::runtime_error("the terminal takes nothing");
  }

  /// Waits until `text` stands on the screen after what was waited for before; false if the program ends without it,
  /// or writes nothing for a minute.
  bool shows(const std::string& text) {
    for (;;) {
      const std::size_t found = screen_.find(text, seen_);
      if (found != std::string::npos) {
        seen_ = found + text.size();
        return true;
      }
      if (!read_more()) return false;
    }
  }

  /// Waits until the program takes each key as it comes, as an editor of lines does; until then the terminal itself
  /// would act on them.
  bool takes_keys() { return waits_without(ICANON); }
  /// Waits until what is typed does not show.
  bool hides_keys() { return waits_without(ECHO); }

  /// Waits for the end of the program; its exit status, 128 and the signal's number if one ended it.
  int status() {
    while (read_more()) {
    }
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  /// All that was written so far, the echo of what was typed included.
  [[nodiscard]] const std::string& screen() const { return screen_; }

 private:
  [[nodiscard]] bool waits_without(tcflag_t flag) const {
    constexpr int longest = 60'000;  // milliseconds
    for (int waited = 0; waited < longest; ++waited) {
      termios settings{};
      if (::tcgetattr(terminal_, &settings) != 0) return false;
      if ((settings.c_lflag & flag) == 0) return true;
      ::usleep(1'000);
    }
    return false;
  }

  bool read_more() {
    pollfd ready{terminal_, POLLIN, 0};
    constexpr int minute = 60'000;
    char buffer[4096];
    if (::poll(&ready, 1, minute) <= 0) return false;
    const ssize_t count = ::read(terminal_, buffer, sizeof buffer);
    if (count <= 0) return false;
    screen_.append(buffer, static_cast<std::size_t>(count));
    return true;
  }

  int terminal_ = -1;
  pid_t child_ = -1;
  std::string screen_;
  std::size_t seen_ = 0;
};

}  // namespace ringside::test_support

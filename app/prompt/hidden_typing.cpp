// app/prompt/hidden_typing.cpp - what is typed at the terminal does not show.
#include "app/prompt/hidden_typing.hpp"

#include <unistd.h>

namespace ringside::app {

HiddenTyping::HiddenTyping() : active_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
  if (!active_) return;
  termios silent = before_;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
}

HiddenTyping::~HiddenTyping() {
  if (active_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
}

}  // namespace ringside::app

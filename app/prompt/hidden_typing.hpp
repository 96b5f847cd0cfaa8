// app/prompt/hidden_typing.hpp - what is typed at the terminal does not show: passwords.
#pragma once

#include <termios.h>

namespace ringside::app {

/// While an object exists, the terminal of standard input does not show what is typed. Input that was typed before is
/// dropped. Does nothing if standard input is no terminal.
class HiddenTyping {
 public:
  HiddenTyping();
  ~HiddenTyping();
  HiddenTyping(const HiddenTyping&) = delete;
  HiddenTyping& operator=(const HiddenTyping&) = delete;

 private:
  termios before_{};
  bool active_;
};

}  // namespace ringside::app

// emulator/hosttools/keytool/refusal.hpp - how a keytool command line ends early, in the words that the JDK's prints.
//
// keytool has one reaction to every refusal: one line, exit status 1, nothing stored. So these are thrown through the
// command and caught in run.cpp, rather than handed up through every function.
#pragma once

#include <string>

namespace ringside::keytool {

/// "keytool error: " and this text on standard output: a Java class and its message.
struct Refusal {
  std::string text;
};

/// This line and the command's help on standard error.
struct UsageRefusal {
  std::string text;
};

[[noreturn]] inline void refuse(const std::string& message) {
  throw Refusal{"java.lang.Exception: " + message};
}
[[noreturn]] inline void refuse_as(const std::string& java_class, const std::string& message = "") {
  throw Refusal{message.empty() ? java_class : java_class + ": " + message};
}
[[noreturn]] inline void refuse_io(const std::string& message) {
  refuse_as("java.io.IOException", message);
}

}  // namespace ringside::keytool

// emulator/hosttools/keytool/refusal.hpp - the exceptions that end a keytool command line, with the JDK's texts.
//
// Every refusal has the same effect: one line, exit status 1, nothing stored. So these are thrown by the command and
// caught in run.cpp instead of being returned by every function.
#pragma once

#include <stdexcept>
#include <string>

namespace ringside::keytool {

/// Prints "keytool error: " and this text on standard output: a Java class and its message.
struct Refusal : std::runtime_error {
  explicit Refusal(std::string line) : std::runtime_error(line), text(std::move(line)) {}
  std::string text;
};

/// Prints this line and the command's help on standard error.
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

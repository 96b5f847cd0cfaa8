// app/commands/personality.cpp - the option --personality of the subcommands that run openssl.
#include "app/commands/personality.hpp"

#include "app/program.hpp"

namespace ringside::app {

Option personality_option(std::string& value) {
  return {"--personality", &value, "release of OpenSSL to emulate: 1.0, 1.1 or 3.0 (default)", {.type = "RELEASE"}};
}

openssl::Personality personality_of(const std::string& text) {
  if (text == "1.0") return openssl::Personality::v1_0;
  if (text == "1.1") return openssl::Personality::v1_1;
  if (text == "3.0") return openssl::Personality::v3_0;
  throw UsageError("--personality " + text + ": must be 1.0, 1.1 or 3.0");
}

}  // namespace ringside::app

// harness/glossary/entries.hpp - what is explained: messages, codes of R_datalib, TLS errors, verdicts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ringside::harness::glossary {

enum class Kind { message, codes, tls_error, verdict };

/// "message", "R_datalib codes", "TLS error", "verdict of trust".
std::string_view to_string(Kind kind);

struct Advice {
  std::string_view cause, cure;
};

struct Entry {
  Kind kind = Kind::message;
  std::string name;                   ///< "IRRD109I", "8/8/84", "unknown ca", "not on ring"
  std::vector<std::string> meanings;  ///< texts of a message, with [...] for inserts; else what it means
  std::string when;                   ///< when it is told
  int return_code = 0;                ///< of a command that ends with the message; 0 if the message sets none
  std::string source;                 ///< where the text of a message is from; empty for others
  std::vector<Advice> advice;         ///< causes here, each with what mends it; may be empty
};

/// Everything that is explained.
const std::vector<Entry>& entries();

}  // namespace ringside::harness::glossary

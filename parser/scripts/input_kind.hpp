// parser/scripts/input_kind.hpp - what kind of file an input is, told by its content.
#pragma once

#include <string_view>

namespace ringside::parser {

enum class InputKind { jcl, shell, rexx, workflow };

struct InputGuess {
  InputKind kind = InputKind::jcl;
  bool sure = true;      ///< false if nothing in the text is typical of any kind
  std::string_view why;  ///< "its first line is XML"
};

/// The kind that the beginning of a text shows; JCL if it shows none.
InputGuess guess_input(std::string_view text);

/// "JCL", "a shell procedure", "a REXX exec", "a z/OSMF workflow".
std::string_view name_of(InputKind kind);

}  // namespace ringside::parser

// emulator/tso/exec/execio_request.hpp - the operands of EXECIO (TSO/E REXX Reference, "EXECIO").
#pragma once

#include <cstddef>
#include <limits>
#include <string>

#include <tl/expected.hpp>

namespace ringside::tso {

/// The count of EXECIO *.
inline constexpr std::size_t all_lines = std::numeric_limits<std::size_t>::max();

struct ExecioRequest {
  std::size_t count = 0;  ///< of lines
  bool writes = false;    ///< DISKW, else DISKR
  std::string dd{};
  std::size_t first = 0;  ///< number of the first record to read; 0: where the last one ended
  std::string stem{};     ///< empty: the data stack
  bool finishes = false;
  bool on_top = false;  ///< LIFO
  bool skips = false;
};

/// Reads "* DISKR INDD 1 (STEM LINE. FINIS". Returns a sentence about the operand that is wrong.
tl::expected<ExecioRequest, std::string> read_execio(const std::string& operands);

}  // namespace ringside::tso

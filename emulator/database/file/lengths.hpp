// emulator/database/file/lengths.hpp - the longest rows of a lab's file.
#pragma once

#include <cstddef>

namespace ringside::database {

inline constexpr std::size_t most_row_bytes = 4u << 20;    ///< of a row, and of each text and blob in it
inline constexpr std::size_t most_file_bytes = 96u << 20;  ///< the same where it holds a file or a data set's records

}  // namespace ringside::database

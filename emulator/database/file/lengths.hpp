// emulator/database/file/lengths.hpp - the longest rows of a lab's file.
#pragma once

#include <cstddef>
#include <string_view>

namespace ringside::database {

inline constexpr std::size_t most_row_bytes = 4u << 20;    ///< of a row, and of each text and blob in it
inline constexpr std::size_t most_file_bytes = 96u << 20;  ///< the same where it holds a file or a data set's records

/// Whether an SQL statement, or the name of a table, has to do with rows that hold files, data sets or spool.
inline bool names_files(std::string_view text) {
  const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  return has("data_set") || has("host_file") || has("spool_file");
}

}  // namespace ringside::database

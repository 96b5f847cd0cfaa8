// server/services/record_range.hpp - the header X-IBM-Record-Range, and records with their lengths.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ringside::services {

/// Records from `first`, counted from 0, at most `count`.
struct RecordRange {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// The part of the range that `size` records have.
RecordRange within(const RecordRange& range, std::size_t size);

/// The length of a record in four octets, the most significant first, as it stands before each record in the data type
/// "record".
std::string length_word(std::size_t length);

/// Reads "FIRST-LAST" (a last record that is missing or 0 is the end) and "FIRST,COUNT" (a count of 0: all that
/// follow). Returns nullopt for other texts.
std::optional<RecordRange> record_range(const std::string& text);

}  // namespace ringside::services

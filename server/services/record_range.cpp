// server/services/record_range.cpp - the header X-IBM-Record-Range.
#include "server/services/record_range.hpp"

#include <algorithm>
#include <limits>

#include "base/text.hpp"

namespace ringside::services {

RecordRange within(const RecordRange& range, std::size_t size) {
  const std::size_t first = std::min(range.first, size);
  return {first, std::min(range.count, size - first)};
}

std::string length_word(std::size_t length) {
  std::string word;
  for (int shift = 24; shift >= 0; shift -= 8) word += static_cast<char>(length >> shift & 0xffu);
  return word;
}

std::optional<RecordRange> record_range(const std::string& text) {
  constexpr long most = 999'999'999;
  constexpr auto all = std::numeric_limits<std::size_t>::max();
  const auto mark = text.find_first_of("-,");
  if (mark == std::string::npos) return std::nullopt;
  const auto first = base::number(base::trim(text.substr(0, mark)), most);
  const std::string end = base::trim(text.substr(mark + 1));
  const auto second = end.empty() && text[mark] == '-' ? std::optional(0L) : base::number(end, most);
  if (!first || !second) return std::nullopt;
  const auto from = static_cast<std::size_t>(*first), given = static_cast<std::size_t>(*second);
  if (given == 0) return RecordRange{from, all};
  if (text[mark] == ',') return RecordRange{from, given};
  if (given < from) return std::nullopt;
  return RecordRange{from, given - from + 1};
}

}  // namespace ringside::services

// harness/play/line_diff.cpp - the difference of two texts, line by line.
#include "harness/play/line_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::harness {
namespace {

using Lines = std::vector<std::string>;

/// The largest table of a comparison. Larger differences become one block.
constexpr std::size_t most_cells = 4u << 20;

struct Texts {
  Lines before, after;
  std::size_t from = 0;                       ///< number of equal lines at the beginning
  std::size_t before_end = 0, after_end = 0;  ///< indexes of the equal lines at the end
};

Texts without_common_ends(std::string_view before, std::string_view after) {
  Texts texts{base::lines(before), base::lines(after), 0, 0, 0};
  std::size_t& from = texts.from;
  texts.before_end = texts.before.size();
  texts.after_end = texts.after.size();
  while (from < texts.before_end && from < texts.after_end && texts.before[from] == texts.after[from]) ++from;
  while (texts.before_end > from && texts.after_end > from &&
         texts.before[texts.before_end - 1] == texts.after[texts.after_end - 1]) {
    --texts.before_end;
    --texts.after_end;
  }
  return texts;
}

/// The length of the longest common subsequence after each pair of lines.
class Common {
 public:
  explicit Common(const Texts& texts)
      : texts_(texts),
        rows_(texts.before_end - texts.from + 1),
        columns_(texts.after_end - texts.from + 1),
        too_large_(rows_ * columns_ > most_cells),
        cells_(too_large_ ? 0 : rows_ * columns_, 0) {
    if (too_large_) return;
    for (std::size_t row = rows_ - 1; row-- > 0;)
      for (std::size_t column = columns_ - 1; column-- > 0;)
        cell(row, column) =
            same(row, column) ? cell(row + 1, column + 1) + 1 : std::max(cell(row + 1, column), cell(row, column + 1));
  }

  [[nodiscard]] bool same(std::size_t row, std::size_t column) const {
    return !too_large_ && texts_.before[texts_.from + row] == texts_.after[texts_.from + column];
  }
  /// Whether to drop the line of `before` next, rather than add the line of `after`.
  [[nodiscard]] bool drops(std::size_t row, std::size_t column) const {
    if (row + 1 == rows_) return false;
    return too_large_ || column + 1 == columns_ ||
           cells_[(row + 1) * columns_ + column] >= cells_[row * columns_ + column + 1];
  }
  [[nodiscard]] std::size_t rows() const { return rows_ - 1; }
  [[nodiscard]] std::size_t columns() const { return columns_ - 1; }

 private:
  std::uint32_t& cell(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }

  const Texts& texts_;
  std::size_t rows_, columns_;
  bool too_large_;
  std::vector<std::uint32_t> cells_;
};

}  // namespace

std::vector<std::string> line_diff(std::string_view before, std::string_view after) {
  const Texts texts = without_common_ends(before, after);
  const Common common(texts);
  Lines lines;
  bool inside = false;
  std::size_t row = 0, column = 0;
  while (row < common.rows() || column < common.columns()) {
    if (row < common.rows() && column < common.columns() && common.same(row, column)) {
      inside = false;
      ++row, ++column;
      continue;
    }
    if (!inside) lines.push_back(fmt::format("@ {}", texts.from + row + 1));
    inside = true;
    if (common.drops(row, column))
      lines.push_back("-" + texts.before[texts.from + row++]);
    else
      lines.push_back("+" + texts.after[texts.from + column++]);
  }
  return lines;
}

}  // namespace ringside::harness

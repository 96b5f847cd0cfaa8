// harness/steps/bounded_search.cpp - searches a line with a regular expression, in a limited number of steps.
#include "harness/steps/bounded_search.hpp"

#include <iterator>
#include <utility>

namespace ringside::harness {
namespace {

/// A position in a line. std::regex moves, compares or reads it in every step of a search.
class CountedPosition {
 public:
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountedPosition() = default;
  CountedPosition(const char* at, std::size_t* left) : at_(at), left_(left) {}

  reference operator*() const { return count(), *at_; }
  pointer operator->() const { return at_; }
  CountedPosition& operator++() { return count(), ++at_, *this; }
  CountedPosition& operator--() { return count(), --at_, *this; }
  CountedPosition operator++(int) { return std::exchange(*this, CountedPosition(at_ + 1, left_)); }
  CountedPosition operator--(int) { return std::exchange(*this, CountedPosition(at_ - 1, left_)); }
  friend bool operator==(const CountedPosition& a, const CountedPosition& b) { return a.count(), a.at_ == b.at_; }

 private:
  void count() const {
    if (left_ == nullptr) return;
    if (*left_ == 0) throw SearchTooLong{};
    --*left_;
  }

  const char* at_ = nullptr;
  std::size_t* left_ = nullptr;
};

}  // namespace

bool is_found_in(const std::regex& expression, std::string_view line, std::regex_constants::match_flag_type flags,
                 std::size_t& left) {
  const char* begin = line.data();
  return std::regex_search(CountedPosition(begin, &left), CountedPosition(begin + line.size(), &left), expression,
                           flags);
}

}  // namespace ringside::harness

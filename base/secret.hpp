// base/secret.hpp - a password or private key that cannot be printed by accident and is wiped when it is destroyed.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace ringside::base {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) {
    value_.swap(value);
    wipe(value);
  }
  Secret(const Secret&) = default;
  Secret(Secret&& other) noexcept {
    value_.swap(other.value_);
    wipe(other.value_);
  }
  /// Copies or moves. The old value is wiped.
  Secret& operator=(Secret other) noexcept {
    value_.swap(other.value_);
    return *this;
  }
  ~Secret() { wipe(value_); }

  /// The value itself. The name makes each use easy to find in a review.
  [[nodiscard]] const std::string& reveal() const { return value_; }
  [[nodiscard]] bool empty() const { return value_.empty(); }

 private:
  // Wipes all of the capacity: a short string that was moved from is empty but still holds its characters.
  static void wipe(std::string& text) noexcept {
    text.resize(text.capacity());
    volatile char* at = text.data();
    for (std::size_t i = 0; i < text.size(); ++i) at[i] = 0;
    text.clear();
  }

  std::string value_;
};

std::ostream& operator<<(std::ostream&, const Secret&) = delete;

}  // namespace ringside::base

// emulator/database/twin/late_content.hpp - octets of a certificate or key that may be made when they are first asked
// for.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/bytes.hpp"

namespace ringside::database {

/// Octets that are there, or that a function makes at their first use. A copy that is made before the first use makes
/// them again. Not for several threads at once.
class LateContent {
 public:
  using Maker = std::function<base::Bytes()>;

  LateContent() = default;
  LateContent(base::Bytes octets) : octets_(std::move(octets)) {}
  /// `make` gives the same octets each time. Contents with the same name are equal.
  static LateContent made_by(std::string name, Maker make);

  [[nodiscard]] const base::Bytes& get() const;
  operator const base::Bytes&() const { return get(); }
  operator base::ByteView() const { return get(); }
  /// Whether a function gives the octets, so that they need not be stored.
  [[nodiscard]] bool is_made() const { return static_cast<bool>(make_); }

  friend bool operator==(const LateContent& a, const LateContent& b) {
    return (a.is_made() && b.is_made() && a.name_ == b.name_) || a.get() == b.get();
  }
  friend bool operator==(const LateContent& a, const base::Bytes& b) { return a.get() == b; }

 private:
  mutable base::Bytes octets_;
  mutable bool is_ready_ = true;
  std::string name_{};
  Maker make_{};
};

/// A private key that is not there, is there, or is made at its first use.
class LateKey {
 public:
  LateKey() = default;
  LateKey(base::Bytes octets) : content_(LateContent(std::move(octets))) {}
  LateKey(LateContent content) : content_(std::move(content)) {}

  [[nodiscard]] bool has_value() const { return content_.has_value(); }
  explicit operator bool() const { return has_value(); }
  /// The key's octets. There must be a value.
  const base::Bytes& operator*() const { return content_->get(); }
  operator std::optional<base::Bytes>() const { return content_ ? std::optional(content_->get()) : std::nullopt; }
  void reset() { content_.reset(); }
  /// Whether a function gives the key, so that it need not be stored.
  [[nodiscard]] bool is_made() const { return content_ && content_->is_made(); }

  friend bool operator==(const LateKey& a, const LateKey& b) { return a.content_ == b.content_; }

 private:
  std::optional<LateContent> content_;
};

}  // namespace ringside::database

// harness/report/html.hpp - HTML made of escaped values only.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ringside::harness::report {

/// A piece of HTML. A text is escaped when it becomes a piece, so names and labels of certificates are never markup.
class Html {
 public:
  Html() = default;
  Html(std::string_view text);  // NOLINT(google-explicit-constructor): escaping is always right
  Html(const std::string& text) : Html(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  Html(const char* text) : Html(std::string_view(text)) {}         // NOLINT(google-explicit-constructor)

  /// Trusted markup, used unchanged: constants of the program, cleaned drawings.
  static Html trusted(std::string markup);

  [[nodiscard]] const std::string& markup() const { return markup_; }
  [[nodiscard]] bool empty() const { return markup_.empty(); }
  Html& operator+=(const Html& more);
  friend Html operator+(Html a, const Html& b) { return a += b; }

 private:
  std::string markup_;
};

/// Attributes: names are constants of the program, values are escaped.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

Html element(std::string_view name, const Attributes& attributes, const Html& content);
Html element(std::string_view name, const Html& content);
/// An element without content and end tag: br, col, meta.
Html void_element(std::string_view name, const Attributes& attributes);
/// Content for the screen only, and content for screen readers only.
Html shown_only(const Html& content);
Html read_only(const Html& content);

}  // namespace ringside::harness::report

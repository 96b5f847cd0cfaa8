// parser/scripts/template_expression.cpp - reads and evaluates expressions in one pass, by recursive descent.
#include "parser/scripts/template_expression.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "parser/scripts/template_methods.hpp"

namespace ringside::parser {
namespace {

constexpr int most_depth = 64;
constexpr std::int64_t most_elements = 10'000;  // of a range

constexpr const char* too_large = "the values of an expression are too large";

/// What is wrong with an expression; caught at the borders of this file.
struct Wrong {
  std::string sentence;
};

bool is_name_start(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}
bool is_name_character(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-';
}
bool is_decimal_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<std::int64_t> as_number(const TemplateValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value.content)) return *integer;
  const auto* text = std::get_if<std::string>(&value.content);
  if (text == nullptr || text->empty()) return std::nullopt;
  std::int64_t number = 0;
  const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
  return read.ec == std::errc() && read.ptr == text->data() + text->size() ? std::optional(number) : std::nullopt;
}

bool are_equal(const TemplateValue& a, const TemplateValue& b) {
  const bool has_integer =
      std::holds_alternative<std::int64_t>(a.content) || std::holds_alternative<std::int64_t>(b.content);
  const auto left = as_number(a), right = as_number(b);
  if (has_integer && left && right) return *left == *right;
  return a.is_defined() == b.is_defined() && a.text() == b.text();
}

template <typename Compare>
TemplateValue compared(const TemplateValue& a, const TemplateValue& b, Compare compare) {
  const auto left = as_number(a), right = as_number(b);
  if (left && right) return {compare(*left, *right)};
  if (!a.is_defined() || !b.is_defined()) return {false};
  const std::string left_text = a.text(), right_text = b.text();
  return {compare(left_text.compare(right_text), 0)};
}

class Reader {
 public:
  Reader(std::string_view text, const TemplateLookup& lookup) : text_(text), lookup_(lookup) {}

  TemplateValue whole() {
    TemplateValue value = expression();
    skip_blanks();
    if (at_ < text_.size()) throw Wrong{"the expression has " + base::printable(text_.substr(at_, 20)) + " too much"};
    return value;
  }

  /// At a dollar sign. Nullopt, and at_ unchanged, if it is literal.
  std::optional<TemplateReference> reference() {
    const std::size_t begin = at_++;
    TemplateReference found;
    found.is_quiet = take("!");
    const bool has_braces = take("{");
    if (!is_name_start(peek())) return at_ = begin, std::nullopt;
    found.name = name();
    found.value = lookup_(found.name);
    postfix(found, has_braces);
    weight_ += found.value.weight();
    if (weight_ > most_template_octets) throw Wrong{too_large};
    if (has_braces && !take("}")) return at_ = begin, std::nullopt;
    found.length = at_ - begin;
    return found;
  }

 private:
  struct Deeper {
    explicit Deeper(int& depth) : depth_(depth) {
      if (++depth_ > most_depth) throw Wrong{"the expression is nested too deep"};
    }
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    int& depth_;
  };

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool take(std::string_view symbol) {
    if (!text_.substr(at_).starts_with(symbol)) return false;
    at_ += symbol.size();
    return true;
  }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
  }
  /// An operator, by its symbol or by its word.
  bool take_operator(std::string_view symbol, std::string_view word = {}) {
    skip_blanks();
    if (!symbol.empty() && take(symbol)) return true;
    if (word.empty() || !text_.substr(at_).starts_with(word) || is_name_character(peek(word.size()))) return false;
    at_ += word.size();
    return true;
  }
  void require(std::string_view symbol) {
    skip_blanks();
    if (!take(symbol)) throw Wrong{"the expression needs " + std::string(symbol) + " at " + rest()};
  }
  [[nodiscard]] std::string rest() const {
    return at_ < text_.size() ? base::printable(text_.substr(at_, 20)) : std::string("its end");
  }
  std::string name() {
    const std::size_t begin = at_;
    while (is_name_character(peek())) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  /// Methods, properties and indexes after a name. Without braces a period may also end a sentence.
  void postfix(TemplateReference& found, bool has_braces) {
    for (;;) {
      if (peek() == '.' && is_name_start(peek(1))) {
        const std::size_t before = at_++;
        const std::string part = name();
        if (take("(")) {
          found.value = method(found.value, part);
        } else if (TemplateValue property = lookup_(found.name + "." + part); property.is_defined() || has_braces) {
          found.name += "." + part;
          found.value = std::move(property);
        } else {
          at_ = before;
          return;
        }
      } else if (peek() == '[' && found.value.is_defined()) {
        ++at_;
        const TemplateValue index = expression();
        require("]");
        found.value = checked(call_method(found.value, "get", {index}));
      } else {
        return;
      }
    }
  }

  TemplateValue method(const TemplateValue& value, const std::string& called) {
    return checked(call_method(value, called, arguments(")")));
  }
  static TemplateValue checked(tl::expected<TemplateValue, std::string> result) {
    if (!result) throw Wrong{result.error()};
    if (result->weight() > most_template_octets) throw Wrong{too_large};
    return *std::move(result);
  }
  std::vector<TemplateValue> arguments(std::string_view end) {
    std::vector<TemplateValue> values;
    skip_blanks();
    if (take(end)) return values;
    do values.push_back(expression());
    while (take_operator(","));
    require(end);
    return values;
  }

  TemplateValue expression() {
    const Deeper deeper(depth_);
    TemplateValue value = any_of();
    if (!take_operator("?")) return value;
    const TemplateValue then = expression();
    require(":");
    const TemplateValue otherwise = expression();
    return value.holds() ? then : otherwise;
  }
  TemplateValue any_of() {
    TemplateValue value = all_of();
    while (take_operator("||", "or")) {
      const bool other = all_of().holds();
      value = {value.holds() || other};
    }
    return value;
  }
  TemplateValue all_of() {
    TemplateValue value = equality();
    while (take_operator("&&", "and")) {
      const bool other = equality().holds();
      value = {value.holds() && other};
    }
    return value;
  }
  TemplateValue equality() {
    TemplateValue value = relation();
    for (;;)
      if (take_operator("==", "eq"))
        value = {are_equal(value, relation())};
      else if (take_operator("!=", "ne"))
        value = {!are_equal(value, relation())};
      else
        return value;
  }
  TemplateValue relation() {
    TemplateValue value = sum();
    for (;;)
      if (take_operator("<=", "le"))
        value = compared(value, sum(), [](auto a, auto b) { return a <= b; });
      else if (take_operator(">=", "ge"))
        value = compared(value, sum(), [](auto a, auto b) { return a >= b; });
      else if (take_operator("<", "lt"))
        value = compared(value, sum(), [](auto a, auto b) { return a < b; });
      else if (take_operator(">", "gt"))
        value = compared(value, sum(), [](auto a, auto b) { return a > b; });
      else
        return value;
  }
  TemplateValue sum() {
    TemplateValue value = product();
    for (;;)
      if (take_operator("+"))
        value = added(value, product());
      else if (take_operator("-"))
        value = calculated(value, product(), [](std::uint64_t a, std::uint64_t b) { return a - b; });
      else
        return value;
  }
  TemplateValue product() {
    TemplateValue value = unary();
    for (;;)
      if (take_operator("*"))
        value = calculated(value, unary(), [](std::uint64_t a, std::uint64_t b) { return a * b; });
      else if (take_operator("/"))
        value = divided(value, unary(), [](std::int64_t a, std::int64_t b) { return a / b; });
      else if (take_operator("%"))
        value = divided(value, unary(), [](std::int64_t a, std::int64_t b) { return a % b; });
      else
        return value;
  }
  TemplateValue unary() {
    const Deeper deeper(depth_);
    skip_blanks();
    if (peek() == '!' && peek(1) != '=' && take("!")) return {!unary().holds()};
    if (take_operator("", "not")) return {!unary().holds()};
    return primary();
  }

  static TemplateValue added(const TemplateValue& a, const TemplateValue& b) {
    const auto left = as_number(a), right = as_number(b);
    if (left && right) return calculated(a, b, [](std::uint64_t x, std::uint64_t y) { return x + y; });
    return {a.text() + b.text()};
  }
  /// Like Java, wraps around.
  template <typename Operation>
  static TemplateValue calculated(const TemplateValue& a, const TemplateValue& b, Operation operation) {
    const auto left = as_number(a), right = as_number(b);
    if (!left || !right) return {};
    return {
        static_cast<std::int64_t>(operation(static_cast<std::uint64_t>(*left), static_cast<std::uint64_t>(*right)))};
  }
  template <typename Operation>
  static TemplateValue divided(const TemplateValue& a, const TemplateValue& b, Operation operation) {
    const auto left = as_number(a), right = as_number(b);
    if (!left || !right || *right == 0 || *right == -1) return {};
    return {operation(*left, *right)};
  }

  TemplateValue primary() {
    skip_blanks();
    const char c = peek();
    if (c == '$') {
      const auto found = reference();
      if (!found) throw Wrong{"the expression has no value at " + rest()};
      return found->value;
    }
    if (c == '"' || c == '\'') return text_literal(c);
    if (is_decimal_digit(c) || (c == '-' && is_decimal_digit(peek(1)))) return integer();
    if (take("(")) {
      TemplateValue value = expression();
      require(")");
      return value;
    }
    if (take("[")) return list();
    return word();
  }
  TemplateValue text_literal(char quote) {
    const std::size_t begin = ++at_;
    const std::size_t end = text_.find(quote, begin);
    if (end == std::string_view::npos) throw Wrong{"a text has no end quote"};
    at_ = end + 1;
    const std::string_view content = text_.substr(begin, end - begin);
    if (quote == '\'') return {std::string(content)};
    auto replaced = interpolated(content, lookup_);
    if (!replaced) throw Wrong{replaced.error()};
    return {*std::move(replaced)};
  }
  TemplateValue integer() {
    const std::size_t begin = at_++;
    while (is_decimal_digit(peek())) ++at_;
    const auto value = as_number({std::string(text_.substr(begin, at_ - begin))});
    if (!value) throw Wrong{"a number is too large"};
    return {*value};
  }
  TemplateValue list() {
    skip_blanks();
    if (take("]")) return {TemplateValue::List{}};
    TemplateValue first = expression();
    if (take_operator("..")) return range(first);
    TemplateValue::List values{std::move(first)};
    while (take_operator(",")) values.push_back(expression());
    require("]");
    return {std::move(values)};
  }
  TemplateValue range(const TemplateValue& first) {
    const auto from = as_number(first), to = as_number(expression());
    require("]");
    if (!from || !to) throw Wrong{"a range is not between numbers"};
    if (*to > *from + most_elements || *from > *to + most_elements) throw Wrong{"a range is too long"};
    TemplateValue::List values;
    const std::int64_t step = *from <= *to ? 1 : -1;
    for (std::int64_t each = *from; each != *to + step; each += step) values.push_back({each});
    return {std::move(values)};
  }
  TemplateValue word() {
    const std::string found = name();
    if (found == "true" || found == "false") return {found == "true"};
    if (found == "null") return {};
    if (found == "Math" && (take(".max(") || take(".min("))) {
      const bool is_max = text_[at_ - 3] == 'a';
      const auto values = arguments(")");
      const auto a = values.size() == 2 ? as_number(values[0]) : std::nullopt;
      const auto b = values.size() == 2 ? as_number(values[1]) : std::nullopt;
      return a && b ? TemplateValue{is_max ? std::max(*a, *b) : std::min(*a, *b)} : TemplateValue{};
    }
    throw Wrong{"the expression has no value at " + base::printable(found) + rest()};
  }

  std::string_view text_;
  const TemplateLookup& lookup_;
  std::size_t at_ = 0;
  std::size_t weight_ = 0;  // of the values so far
  int depth_ = 0;
};

}  // namespace

tl::expected<std::optional<TemplateReference>, std::string> read_reference(std::string_view text,
                                                                           const TemplateLookup& lookup) {
  try {
    return Reader(text, lookup).reference();
  } catch (const Wrong& wrong) {
    return tl::unexpected(wrong.sentence);
  }
}

tl::expected<std::string, std::string> interpolated(std::string_view text, const TemplateLookup& lookup) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto reference = text[at] == '$' ? read_reference(text.substr(at), lookup)
                                           : tl::expected<std::optional<TemplateReference>, std::string>{};
    if (!reference) return tl::unexpected(reference.error());
    const std::size_t length = *reference ? (*reference)->length : 1;
    const bool is_replaced = *reference && ((*reference)->value.is_defined() || (*reference)->is_quiet);
    result += is_replaced ? (*reference)->value.text() : std::string(text.substr(at, length));
    if (result.size() > most_template_octets) return tl::unexpected(std::string(too_large));
    at += length;
  }
  return result;
}

tl::expected<TemplateValue, std::string> evaluate(std::string_view expression, const TemplateLookup& lookup) {
  try {
    return Reader(expression, lookup).whole();
  } catch (const Wrong& wrong) {
    return tl::unexpected(wrong.sentence);
  }
}

}  // namespace ringside::parser

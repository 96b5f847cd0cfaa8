// parser/jcl/expression.cpp - the relational expression of an IF statement.
//
// Priorities (JCL Reference, "Priorities of operators"): NOT, comparisons, AND, OR.
#include "parser/jcl/expression.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::parser {
namespace {

constexpr long highest_code = 4095;
constexpr std::string_view not_sign = "\u00ac";

struct ComparisonWord {
  std::string_view word;
  Comparison comparison;
};
constexpr std::array<ComparisonWord, 16> comparisons = {{
    {"GT", Comparison::gt},
    {"GE", Comparison::ge},
    {"EQ", Comparison::eq},
    {"NE", Comparison::ne},
    {"LT", Comparison::lt},
    {"LE", Comparison::le},
    {"NG", Comparison::le},
    {"NL", Comparison::ge},
    {">", Comparison::gt},
    {">=", Comparison::ge},
    {"=", Comparison::eq},
    {"\u00ac=", Comparison::ne},
    {"<", Comparison::lt},
    {"<=", Comparison::le},
    {"\u00ac>", Comparison::le},
    {"\u00ac<", Comparison::ge},
}};

struct SubjectWord {
  std::string_view word;
  IfTest::Subject subject;
};
constexpr std::array<SubjectWord, 4> subjects = {{{"RC", IfTest::Subject::return_code},
                                                  {"ABEND", IfTest::Subject::abend},
                                                  {"ABENDCC", IfTest::Subject::abend_code},
                                                  {"RUN", IfTest::Subject::run}}};

std::optional<Comparison> comparison_of(std::string_view word) {
  for (const ComparisonWord& one : comparisons)
    if (one.word == word) return one.comparison;
  return std::nullopt;
}

/// "(RC>4)" to "(", "RC", ">", "4", ")".
std::vector<std::string> tokens_of(std::string_view text) {
  constexpr std::string_view ends_word = " ()<>=&|\xc2";  // the last one begins the not sign
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    if (text[at] == '\'') {
      length = std::min(text.find('\'', at + 1), text.size() - 1) + 1 - at;
      tokens.emplace_back(text.substr(at, length));
      at += length;
      continue;
    }
    const bool negated = text.substr(at, not_sign.size()) == not_sign;
    const std::size_t sign = negated ? not_sign.size() : 0;
    const std::string_view after = text.substr(at + sign);
    if (negated || text[at] == '<' || text[at] == '>') {
      const std::size_t operator_at = negated ? 0 : 1;
      const bool longer = after.size() > operator_at &&
                          (after[operator_at] == '=' || (negated && (after[0] == '<' || after[0] == '>')));
      length = (negated ? sign : 1) + (longer ? 1 : 0);
    } else if (ends_word.find(text[at]) == std::string_view::npos) {
      length = std::min(text.find_first_of(ends_word, at), text.size()) - at;
    }
    tokens.emplace_back(text.substr(at, length));
    at += length;
  }
  return tokens;
}

class ExpressionParser {
 public:
  ExpressionParser(std::string_view text, Texts texts) : tokens_(tokens_of(text)), texts_(texts) {}

  tl::expected<IfExpression, IfExpressionError> parse() && {
    expression_.root = disjunction();
    if (!at_end()) fail("no operator joins it to what stands before it");
    if (error_) return tl::make_unexpected(std::move(*error_));
    return std::move(expression_);
  }

 private:
  using Kind = IfExpression::Node::Kind;

  [[nodiscard]] bool at_end() const { return next_ >= tokens_.size(); }
  [[nodiscard]] std::string_view token() const { return at_end() ? std::string_view{} : tokens_[next_]; }
  /// Keeps the first error only. Skips all tokens, so that parsing ends.
  void fail(std::string text) {
    if (!error_) error_ = IfExpressionError{std::string(token()), std::move(text)};
    next_ = tokens_.size();
  }

  bool accept(std::string_view one, std::string_view other) {
    if (at_end() || (token() != one && token() != other)) return false;
    ++next_;
    return true;
  }

  std::size_t add(IfExpression::Node node) {
    expression_.nodes.push_back(std::move(node));
    return expression_.nodes.size() - 1;
  }

  std::size_t disjunction() {
    std::size_t left = conjunction();
    while (accept("|", "OR")) left = add({Kind::disjunction, {}, left, conjunction()});
    return left;
  }

  std::size_t conjunction() {
    std::size_t left = negation();
    while (accept("&", "AND")) left = add({Kind::conjunction, {}, left, negation()});
    return left;
  }

  std::size_t negation() {
    bool negated = false;
    while (accept(not_sign, "NOT")) negated = !negated;
    const std::size_t inner = primary();
    return negated ? add({Kind::negation, {}, inner, 0}) : inner;
  }

  std::size_t primary() {
    if (!accept("(", "(")) return add({Kind::test, test(), 0, 0});
    if (++depth_ > base::limits::parenthesis_depth) fail("the parentheses are nested too deep");
    const std::size_t inner = disjunction();
    if (!accept(")", ")")) fail("a right parenthesis belongs here");
    --depth_;
    return inner;
  }

  /// A text between apostrophes, a word or a number; nullopt for an operator or parenthesis.
  [[nodiscard]] std::optional<std::string> text_at(std::size_t at) const {
    if (at >= tokens_.size()) return std::nullopt;
    const std::string& word = tokens_[at];
    if (word.size() > 1 && word.front() == '\'' && word.back() == '\'') return word.substr(1, word.size() - 2);
    const bool is_word = word.find_first_of("()<>=&|'\xc2") == std::string::npos;
    return is_word ? std::optional(word) : std::nullopt;
  }

  /// TEXT = TEXT, of which one is no number. Returns false, and reads nothing, if it is something else.
  bool texts(IfTest& result) {
    const auto left = text_at(next_), right = text_at(next_ + 2);
    const auto comparison = next_ + 1 < tokens_.size() ? comparison_of(tokens_[next_ + 1]) : std::nullopt;
    if (texts_ == Texts::refused || !left || !right || !comparison) return false;
    if (is_keyword(*left) || (base::number(*left, highest_code) && base::number(*right, highest_code))) return false;
    result.subject = IfTest::Subject::text;
    result.text = *left;
    result.code = *right;
    result.comparison = *comparison;
    next_ += 3;
    return true;
  }

  static bool is_keyword(const std::string& word) {
    const std::string keyword = word.substr(word.rfind('.') + 1);
    return std::any_of(subjects.begin(), subjects.end(), [&](const SubjectWord& one) { return one.word == keyword; });
  }

  IfTest test() {
    IfTest result;
    if (texts(result)) return result;
    read_subject(result);
    const bool logical = result.subject == IfTest::Subject::abend || result.subject == IfTest::Subject::run;
    const auto comparison = comparison_of(token());
    if (!comparison) {
      if (!logical) fail("a comparison such as EQ or > belongs here");
      result.value = 1;
      return result;
    }
    ++next_;
    result.comparison = *comparison;
    const bool equality = *comparison == Comparison::eq || *comparison == Comparison::ne;
    if (logical && !equality) fail("ABEND and RUN are equal to TRUE or FALSE, or not");
    read_value(result, logical);
    return result;
  }

  void read_subject(IfTest& result) {
    const std::string word(token());
    if (const auto constant = base::number(word, highest_code)) {
      result.constant = *constant;
    } else {
      const auto period = word.rfind('.');
      const std::string keyword = period == std::string::npos ? word : word.substr(period + 1);
      const auto* found =
          std::find_if(subjects.begin(), subjects.end(), [&](const SubjectWord& one) { return one.word == keyword; });
      if (found == subjects.end()) return fail(unknown_subject);
      result.subject = found->subject;
      if (period != std::string::npos) result.step = word.substr(0, period);
      if (period == 0 || std::count(result.step.begin(), result.step.end(), '.') > 1)
        fail("a step is named STEP or STEP.PROCSTEP");
    }
    ++next_;
  }

  void read_value(IfTest& result, bool logical) {
    const std::string word(token());
    if (logical) {
      if (word != "TRUE" && word != "FALSE") fail("ABEND and RUN are compared with TRUE or FALSE");
      result.value = word == "TRUE" ? 1 : 0;
    } else if (result.subject == IfTest::Subject::abend_code) {
      if (!is_abend_code(word)) fail("a completion code is Shhh with hexadecimal or Udddd with decimal digits");
      result.code = word;
    } else {
      const auto number = base::number(word, highest_code);
      if (!number) return fail(no_number);
      result.value = *number;
    }
    ++next_;
  }

  static bool is_abend_code(const std::string& word) {
    if (word.starts_with('S'))
      return word.size() == 4 && word.find_first_not_of("0123456789ABCDEF", 1) == std::string::npos;
    return word.starts_with('U') && word.size() == 5 && base::number(word.substr(1), highest_code).has_value();
  }

  static constexpr const char* unknown_subject =
      "an expression tests RC, ABEND, ABENDCC or RUN, or a number; texts cannot be compared (--lenient compares them)";
  static constexpr const char* no_number =
      "it is compared with a number from 0 to 4095; texts cannot be compared (--lenient compares them)";

  std::vector<std::string> tokens_;
  Texts texts_;
  std::size_t next_ = 0;
  std::size_t depth_ = 0;
  IfExpression expression_;
  std::optional<IfExpressionError> error_;
};

}  // namespace

bool compares(long left, Comparison comparison, long right) {
  switch (comparison) {
    case Comparison::gt:
      return left > right;
    case Comparison::ge:
      return left >= right;
    case Comparison::eq:
      return left == right;
    case Comparison::ne:
      return left != right;
    case Comparison::lt:
      return left < right;
    case Comparison::le:
      return left <= right;
  }
  return false;
}

tl::expected<IfExpression, IfExpressionError> parse_if_expression(std::string_view text, Texts texts) {
  return ExpressionParser(text, texts).parse();
}

}  // namespace ringside::parser

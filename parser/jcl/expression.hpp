// parser/jcl/expression.hpp - the relational expression of an IF statement (JCL Reference, "IF/THEN/ELSE/ENDIF
// statement").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace ringside::parser {

enum class Comparison { gt, ge, eq, ne, lt, le };

/// Returns whether `left` compares with `right` as asked.
bool compares(long left, Comparison comparison, long right);

/// One test of an expression: STEP.RC > 4, ABEND, 1 EQ 2.
struct IfTest {
  enum class Subject { constant, text, return_code, abend, abend_code, run };
  Subject subject = Subject::constant;
  std::string step;  ///< STEP or STEP.PROCSTEP; empty: any step
  Comparison comparison = Comparison::eq;
  long constant = 0;  ///< the left side, if both sides are constants
  long value = 0;     ///< 1 stands for TRUE with ABEND and RUN
  std::string code;   ///< S0C4, U0100; the right side, if both sides are texts
  std::string text;   ///< the left side, if both sides are texts
};

/// A tree in a vector. `left`, `right` and `root` are indexes.
struct IfExpression {
  struct Node {
    enum class Kind { test, negation, conjunction, disjunction };
    Kind kind = Kind::test;
    IfTest test;
    std::size_t left = 0;
    std::size_t right = 0;
  };
  std::vector<Node> nodes;
  std::size_t root = 0;
};

struct IfExpressionError {
  std::string token;  ///< the token at which the error is found; empty at the end of the expression
  std::string text;   ///< the cause, for people
};

/// Texts may be compared, or are an error as on a real system: the JCL Reference names keywords and numeric values
/// only, and of symbols says that they must become a keyword ("Considerations when using the IF/THEN/ELSE/ENDIF
/// construct").
enum class Texts { refused, compared };

tl::expected<IfExpression, IfExpressionError> parse_if_expression(std::string_view text, Texts texts = Texts::refused);

}  // namespace ringside::parser

// parser/jcl/operands.cpp - the grammar of JCL operands in Boost.Spirit X3. Limits are checked before it runs.
#include "parser/jcl/operands.hpp"

#include <optional>
#include <string>
#include <utility>

#include <boost/spirit/home/x3.hpp>

#include "base/limits.hpp"
#include "base/national.hpp"
#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"

namespace ringside::parser {
namespace {

namespace x3 = boost::spirit::x3;

/// An operand whose value is being read piece by piece. DSN=A.B(MEM) has two pieces and is not a list.
struct Draft {
  JclOperand operand;
  int pieces = 0;
};
using Drafts = std::vector<Draft>;

std::string written(const JclOperand& operand) {
  return operand.keyword.empty() ? operand.text : operand.keyword + "=" + operand.text;
}

JclOperand finished(Draft draft) {
  if (draft.pieces == 1) return std::move(draft.operand);
  draft.operand.parts.clear();
  draft.operand.quoted = false;
  return std::move(draft.operand);
}

const auto keyword_here = [](auto& context) {
  x3::_val(context).operand.keyword.assign(x3::_attr(context).begin(), x3::_attr(context).end());
};

const auto plain_here = [](auto& context) {
  Draft& draft = x3::_val(context);
  draft.operand.text.append(x3::_attr(context).begin(), x3::_attr(context).end());
  ++draft.pieces;
};

const auto quoted_here = [](auto& context) {
  Draft& draft = x3::_val(context);
  const std::string_view inside(x3::_attr(context).begin(), x3::_attr(context).end());
  draft.operand.text += base::replace_all(inside, "''", "'");
  draft.operand.quoted = true;
  ++draft.pieces;
};

const auto list_here = [](auto& context) {
  Draft& draft = x3::_val(context);
  std::vector<std::string> texts;
  for (Draft& part : x3::_attr(context)) {
    draft.operand.parts.push_back(finished(std::move(part)));
    texts.push_back(written(draft.operand.parts.back()));
  }
  draft.operand.text += "(" + base::join(texts, ",") + ")";
  ++draft.pieces;
};

/// Parses one character that `allows` returns true for.
template <bool (*allows)(char)>
struct CharacterOf : x3::char_parser<CharacterOf<allows>> {
  using char_type = char;
  using attribute_type = char;
  static constexpr bool has_attribute = true;
  template <typename Context>
  bool test(char c, const Context&) const {
    return allows(c);
  }
};

// clang-format off
const auto keyword_name = CharacterOf<base::is_name_start>{} >> *(CharacterOf<base::is_name_character>{} | '.');
const auto apostrophe   = x3::lit('\'');
const auto in_quotes    = x3::raw[*("''" | (x3::char_ - '\''))];
const auto plain        = x3::raw[+(x3::char_ - x3::char_("',()"))];
const x3::rule<struct JclOperandTag, Draft> jcl_operand{"operand"};
const auto operand_list = x3::rule<struct JclListTag, Drafts>{"operands"}
                        = jcl_operand % ',';
const auto jcl_operand_def = -(&(keyword_name >> '=') >> x3::raw[keyword_name][keyword_here] >> '=')
                          >> *(  plain[plain_here]
                               | (apostrophe >> in_quotes[quoted_here] >> apostrophe)
                               | ('(' >> operand_list[list_here] >> ')'));
// clang-format on
BOOST_SPIRIT_DEFINE(jcl_operand)

JclFieldError refused(Message message, std::string text, std::size_t offset) {
  return {std::move(message), std::move(text), offset};
}

std::optional<JclFieldError> bad_character(std::string_view field, std::size_t at) {
  const char c = field[at];
  if (const Typographic* one = typographic_at(field.substr(at)))
    return refused(own_message(OwnMessage::rsd313i),
                   std::string(one->name) + " stands where " + std::string(one->meant) + " belongs", at);
  if (c >= 'a' && c <= 'z')
    return refused(own_message(OwnMessage::rsd313i), "lower case letters are allowed in apostrophes only", at);
  if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f)
    return refused(own_message(OwnMessage::rsd313i), "the character is none that JCL knows", at);
  return std::nullopt;
}

/// Counts the parentheses of a field.
struct Balance {
  std::size_t depth = 0;
  std::size_t opened_at = 0;

  std::optional<JclFieldError> take(char c, std::size_t at) {
    using base::limits::parenthesis_depth;
    if (c == '(' && depth++ == 0) opened_at = at;
    if (depth > parenthesis_depth)
      return refused(own_message(OwnMessage::rsd314i),
                     "more than " + std::to_string(parenthesis_depth) + " levels are not read", at);
    if (c == ')' && depth == 0)
      return refused({"IEFC622I", "UNBALANCED PARENTHESIS"}, "this right parenthesis closes nothing", at);
    if (c == ')') --depth;
    return std::nullopt;
  }
};

std::optional<JclFieldError> check(std::string_view field) {
  if (field.size() > base::limits::command_bytes)
    return refused(own_message(OwnMessage::rsd315i), "the statement has more operands than is read", 0);
  Balance balance;
  std::optional<std::size_t> opened;
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (field[at] == '\'') {
      opened = opened ? std::nullopt : std::optional(at);
    } else if (!opened) {
      if (auto error = bad_character(field, at)) return error;
      if (auto error = balance.take(field[at], at)) return error;
    }
  }
  if (opened) return refused(own_message(OwnMessage::rsd316i), "this apostrophe has no other one", *opened);
  if (balance.depth > 0)
    return refused({"IEFC622I", "UNBALANCED PARENTHESIS"}, "this left parenthesis is never closed", balance.opened_at);
  return std::nullopt;
}

}  // namespace

JclFieldEnd end_of_jcl_field(std::string_view text, bool in_apostrophes) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\'') in_apostrophes = !in_apostrophes;
    if (text[at] == ' ' && !in_apostrophes) return {at, false};
  }
  return {text.size(), in_apostrophes};
}

tl::expected<std::vector<JclOperand>, JclFieldError> parse_jcl_operands(std::string_view field) {
  std::vector<JclOperand> operands;
  if (field.empty()) return operands;
  if (auto error = check(field)) return tl::unexpected(std::move(*error));
  Drafts drafts;
  auto at = field.begin();
  if (!x3::parse(at, field.end(), operand_list, drafts) || at != field.end())
    return tl::unexpected(refused(own_message(OwnMessage::rsd317i), "the operands cannot be read from here on",
                                  static_cast<std::size_t>(at - field.begin())));
  for (Draft& draft : drafts) operands.push_back(finished(std::move(draft)));
  return operands;
}

}  // namespace ringside::parser

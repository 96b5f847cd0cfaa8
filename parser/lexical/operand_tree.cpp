// parser/lexical/operand_tree.cpp - the grammar of TSO operands in Boost.Spirit X3. Limits are checked before it runs.
#include "parser/lexical/operand_tree.hpp"

#include <optional>
#include <string>
#include <utility>

#include <boost/spirit/home/x3.hpp>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"

namespace ringside::parser {
namespace {

namespace x3 = boost::spirit::x3;
using Iterator = std::string_view::const_iterator;

/// What the actions of the grammar need besides their attribute.
struct Place {
  Iterator begin;
  std::size_t separators_end = 0;  ///< an operand that begins here is not glued
  int assumed_parentheses = 0;
};
struct PlaceTag;

template <typename Context>
Operand operand_of(Context& context, Operand::Kind kind) {
  Place& place = x3::get<PlaceTag>(context).get();
  Operand operand;
  operand.kind = kind;
  operand.offset = static_cast<std::size_t>(x3::_attr(context).begin() - place.begin);
  operand.end = static_cast<std::size_t>(x3::_attr(context).end() - place.begin);
  operand.glued = operand.offset != place.separators_end;
  return operand;
}

const auto skipped_here = [](auto& context) {
  Place& place = x3::get<PlaceTag>(context).get();
  place.separators_end = static_cast<std::size_t>(x3::_attr(context).end() - place.begin);
};

const auto word_here = [](auto& context) {
  Operand operand = operand_of(context, Operand::Kind::word);
  operand.text.assign(x3::_attr(context).begin(), x3::_attr(context).end());
  x3::_val(context) = std::move(operand);
};

const auto quoted_here = [](auto& context) {
  Operand operand = operand_of(context, Operand::Kind::quoted);
  std::string_view inside(x3::_attr(context).begin(), x3::_attr(context).end());
  inside.remove_prefix(1);
  const auto undoubled = base::replace_all(inside, "''", "");
  operand.closed = undoubled.ends_with('\'');
  if (operand.closed) inside.remove_suffix(1);
  operand.text = base::replace_all(inside, "''", "'");
  x3::_val(context) = std::move(operand);
};

const auto opened_here = [](auto& context) { x3::_val(context) = operand_of(context, Operand::Kind::group); };
const auto item_here = [](auto& context) { x3::_val(context).items.push_back(std::move(x3::_attr(context))); };
const auto closed_here = [](auto& context) {
  x3::_val(context).end = static_cast<std::size_t>(x3::_attr(context).end() - x3::get<PlaceTag>(context).get().begin);
};
const auto assumed_here = [](auto& context) {
  closed_here(context);
  x3::_val(context).closed = false;
  ++x3::get<PlaceTag>(context).get().assumed_parentheses;
};

// clang-format off
const auto separator   = x3::char_(" ,\t\n\r");
const auto open_quote  = x3::lit('\'');
const auto comment     = "/*" >> *(x3::char_ - "*/") >> ("*/" | x3::eoi);
const auto skipped     = -x3::raw[+(separator | comment)][skipped_here];
const auto word_end    = x3::char_("(); ,\t\n\r") | "/*";
const auto word        = x3::rule<struct WordTag, Operand>{"word"}
                       = x3::raw[(x3::char_ - word_end - open_quote) >> *(x3::char_ - word_end)][word_here];
const auto quoted      = x3::rule<struct QuotedTag, Operand>{"quoted string"}
                       = x3::raw[open_quote >> *("''" | (x3::char_ - '\'')) >> (open_quote | x3::eoi)][quoted_here];
const x3::rule<struct GroupTag, Operand> group{"parentheses"};
const auto operand     = x3::rule<struct OperandTag, Operand>{"operand"} = word | quoted | group;
const auto group_def   = x3::raw[x3::lit('(')][opened_here]
                      >> skipped >> *(operand[item_here] >> skipped)
                      >> (x3::raw[x3::lit(')')][closed_here] | x3::raw[x3::eoi][assumed_here]);
// clang-format on
BOOST_SPIRIT_DEFINE(group)

Diagnostic bound_exceeded(std::string text) {
  return {std::move(text), {}, {}};
}

struct Bounds {
  std::size_t end = 0;  ///< offset of ';' or of the end of the text
  bool semicolon = false;
};

/// Checks the limits in one pass over the tokens, so that the recursion and memory of the grammar are limited.
tl::expected<Bounds, Diagnostic> check_bounds(std::string_view command) {
  using base::limits::command_bytes, base::limits::command_items, base::limits::parenthesis_depth;
  if (command.size() > command_bytes)
    return tl::unexpected(bound_exceeded("the command is longer than " + std::to_string(command_bytes) + " bytes"));
  std::size_t depth = 0;
  std::size_t items = 0;
  for (Lexeme at = next_token(command, 0); at.kind != Lexeme::Kind::end; at = next_token(command, at.end)) {
    if (at.kind == Lexeme::Kind::semicolon) return Bounds{at.offset, true};
    if (at.kind == Lexeme::Kind::open && ++depth > parenthesis_depth)
      return tl::unexpected(bound_exceeded("parentheses are nested deeper than " + std::to_string(parenthesis_depth)));
    if (at.kind == Lexeme::Kind::close && depth > 0) --depth;
    if (++items > command_items)
      return tl::unexpected(bound_exceeded("the command has more than " + std::to_string(command_items) + " operands"));
  }
  return Bounds{command.size(), false};
}

/// The next operand at the top level; nullopt at the end. Right parentheses that close nothing are recorded and
/// skipped.
std::optional<Operand> next_operand(Iterator& at, Iterator end, Place& place, OperandTree& tree) {
  const auto within = [&](const auto& parser) { return x3::with<PlaceTag>(std::ref(place))[parser]; };
  x3::parse(at, end, within(skipped));
  while (at != end && *at == ')') {
    tree.surplus_parentheses.push_back(static_cast<std::size_t>(at - place.begin));
    ++at;
    x3::parse(at, end, within(skipped));
  }
  Operand next;
  if (!x3::parse(at, end, within(operand), next)) return std::nullopt;
  return next;
}

}  // namespace

tl::expected<OperandTree, Diagnostic> parse_operand_tree(std::string_view command) {
  const auto bounds = check_bounds(command);
  if (!bounds) return tl::unexpected(bounds.error());
  OperandTree tree;
  tree.semicolon = bounds->semicolon;
  const Lexeme name = next_token(command, 0);
  tree.command_offset = name.offset;
  std::size_t start = name.offset;
  if (name.kind == Lexeme::Kind::word) {
    tree.command = std::string(name.in(command));
    start = name.end;
  }
  Place place{command.begin(), 0, 0};
  Iterator at = command.begin() + static_cast<std::ptrdiff_t>(start);
  const Iterator end = command.begin() + static_cast<std::ptrdiff_t>(bounds->end);
  while (auto next = next_operand(at, end, place, tree)) tree.operands.push_back(std::move(*next));
  tree.assumed_parentheses = place.assumed_parentheses;
  return tree;
}

std::optional<Operand> library_with_member(std::span<const Operand> operands) {
  if (operands.size() < 2) return std::nullopt;
  const Operand& name = operands[0];
  const Operand& list = operands[1];
  if (name.kind != Operand::Kind::word || list.kind != Operand::Kind::group || !list.glued) return std::nullopt;
  if (!list.closed || list.items.size() != 1 || list.items.front().kind != Operand::Kind::word) return std::nullopt;
  Operand joined = name;
  joined.text += "(" + list.items.front().text + ")";
  joined.end = list.end;
  return joined;
}

}  // namespace ringside::parser

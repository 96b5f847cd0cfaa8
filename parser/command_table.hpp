// parser/command_table.hpp - the keywords of a command as data: what TSO's PARSE is told by a parameter control list.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace ringside::parser {

/// How a value is written and what PARSE checks of it.
enum class ValueKind {
  none,       ///< the keyword has no subfield
  text,       ///< quoted or not; unquoted keeps its case (ASIS)
  quoted,     ///< must be quoted (labels, name parts, passwords)
  name,       ///< 1 to `most` characters A-Z 0-9 @ # $, first not a digit; folded to upper case (user, group)
  word,       ///< one unquoted or quoted word folded to upper case when unquoted (class, profile)
  asis,       ///< one unquoted word, case kept (ring names)
  number,     ///< decimal digits, `least` to `most`
  hex,        ///< hex digits
  date,       ///< yyyy-mm-dd or yyyy/mm/dd
  time,       ///< hh:mm:ss
  data_set,   ///< data set name, quoted (fully qualified) or not; upper case; syntax checked
  ip,         ///< IPv4 or IPv6 text
};

struct KeywordSpec;

/// What stands in a keyword's parentheses: values of one kind, or keywords of its own, or both (values first).
struct SubfieldSpec {
  ValueKind value = ValueKind::none;
  std::size_t fewest_values = 0;           ///< 1: an empty or missing subfield is IKJ56701I
  std::size_t most_values = 1;
  std::size_t least = 1;                   ///< length or number bound, by kind
  std::size_t most = 255;
  std::span<const KeywordSpec> keywords{};
  std::span<const std::string_view> one_of{};  ///< for words that must be one of these (prefixes allowed): USAGE, FORMAT
};

struct KeywordSpec {
  std::string_view name;
  bool subfield_required = false;          ///< the keyword without parentheses is IKJ56701I
  bool subfield_allowed = false;
  SubfieldSpec subfield{};
  std::string_view prompt{};               ///< PARSE's word for the value: "INVALID <prompt>, x"; the name if empty
  std::string_view missing{};              ///< long text of IKJ56701I; "MISSING <prompt>" twice if empty
  std::string_view alias_of{};             ///< another spelling: means this keyword instead
  bool secret = false;                     ///< value never echoed: IKJ56717I, and redacted in reports
};

struct CommandSpec {
  std::string_view name;
  std::span<const std::string_view> aliases{};    ///< fixed ones: SETR, PE, AU ...
  std::span<const KeywordSpec> positionals{};     ///< in order; each named so that handlers find it as a keyword
  std::span<const KeywordSpec> keywords{};
};

/// Every command with a table, and the one that a name or alias means; nullptr if none. `name` in any case.
std::span<const CommandSpec> command_specs();
const CommandSpec* find_command(std::string_view name);

}  // namespace ringside::parser

// parser/tso/command_table.hpp - the keywords of a command as data: what TSO's PARSE is told by a parameter control
// list.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace ringside::parser {

/// How a value is written and what PARSE checks of it.
enum class ValueKind {
  none,        ///< the keyword has no subfield
  text,        ///< quoted or not; unquoted keeps its case (ASIS)
  quoted,      ///< quoted keeps its case, one unquoted word is folded to upper case (labels, name parts, passwords)
  name,        ///< 1 to `most` characters A-Z 0-9 @ # $, first not a digit; folded to upper case (group)
  user_id,     ///< as a name, but a digit may come first
  word,        ///< one unquoted or quoted word folded to upper case when unquoted (class, profile)
  asis,        ///< one unquoted word, case kept (ring names)
  number,      ///< decimal digits, `least` to `most`
  hex,         ///< hex digits
  date,        ///< yyyy-mm-dd or yyyy/mm/dd
  time,        ///< hh:mm:ss
  data_set,    ///< data set name, quoted (fully qualified) or not; upper case; syntax checked
  ip,          ///< IPv4 or IPv6 text
  class_name,  ///< a class of the class descriptor table (or of the site); folded to upper case
  entity,      ///< profile name; folded to upper case unless the command's class keeps case (EJBROLE)
  member,      ///< as written, quotes and all: 'SYS1.*'/READ in ADDMEM of class GLOBAL is one value
  custom,      ///< keywords that the site defines, each with an optional subfield of any text
  data_set_profile,  ///< as a data set name, and generic characters are allowed
};

struct KeywordSpec;

/// What stands in a keyword's parentheses: values of one kind, or keywords of its own, or both (values first).
struct SubfieldSpec {
  ValueKind value = ValueKind::none;
  std::size_t fewest_values = 0;  ///< 1: an empty or missing subfield is IKJ56701I
  std::size_t most_values = 1;
  std::size_t least = 1;  ///< length or number bound, by kind
  std::size_t most = 255;
  std::span<const KeywordSpec> keywords{};
  std::span<const std::string_view>
      one_of{};                              ///< for words that must be one of these (prefixes allowed): USAGE, FORMAT
  std::span<const std::string_view> also{};  ///< words accepted beside values of the kind: * in ID(*), =MEMBER
};

/// A message that follows another one word for word.
struct FixedMessage {
  std::string_view id;
  std::string_view text;
};

struct KeywordSpec {
  std::string_view name;
  bool subfield_required = false;  ///< the keyword without parentheses is IKJ56701I
  bool subfield_allowed = false;
  SubfieldSpec subfield{};
  std::string_view prompt{};                ///< PARSE's word for the value: "INVALID <prompt>, x"; the name if empty
  std::string_view missing{};               ///< long text of IKJ56701I; "MISSING <prompt>" twice if empty
  std::string_view alias_of{};              ///< another spelling: means this keyword instead
  bool secret = false;                      ///< value never echoed: IKJ56717I, and redacted in reports
  std::string_view missing_item{};          ///< short text of IKJ56701I, printed before `missing`; the prompt if empty
  std::span<const FixedMessage> refusal{};  ///< printed after IKJ56702I in the place of the IKJ56701I lines
};

struct CommandSpec {
  std::string_view name;
  std::span<const std::string_view> aliases{};  ///< fixed ones: SETR, PE, AU ...
  std::span<const KeywordSpec> positionals{};   ///< in order; each named so that handlers find it as a keyword;
                                                ///< required when the subfield has fewest_values > 0
  std::span<const KeywordSpec> keywords{};
};

/// Every command with a table, and the one that a name or alias means; nullptr if none. `name` in any case.
std::span<const CommandSpec> command_specs();
const CommandSpec* find_command(std::string_view name);

}  // namespace ringside::parser

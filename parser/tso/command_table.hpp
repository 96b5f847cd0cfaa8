// parser/tso/command_table.hpp - the tables of commands and their keywords. They have the role of the parameter
// control list of TSO's PARSE.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace ringside::parser {

/// The form of a value, which PARSE checks.
enum class ValueKind {
  none,        ///< the keyword has no subfield
  string,      ///< quoted, case kept; in a positional, an operand without quotes is the next one
  text,        ///< quoted or not; unquoted keeps its case (ASIS)
  quoted,      ///< quoted keeps its case, one unquoted word is folded to upper case (labels, name parts, passwords)
  name,        ///< 1 to `most` characters A-Z 0-9 @ # $, first not a digit; folded to upper case (group)
  user_id,     ///< as a name, but may begin with a digit
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
  member,      ///< as written, with quotes: 'SYS1.*'/READ in ADDMEM of class GLOBAL is one value
  custom,      ///< keywords that the site defines, each with an optional subfield of any text
  data_set_profile,  ///< as a data set name, but generic characters are allowed
};

struct KeywordSpec;

/// The content of the parentheses of a keyword: values of one kind, keywords, or both (values first).
struct SubfieldSpec {
  ValueKind value = ValueKind::none;
  std::size_t fewest_values = 0;  ///< 1: an empty or missing subfield is IKJ56701I
  std::size_t most_values = 1;
  std::size_t least = 1;  ///< smallest length or number, by kind
  std::size_t most = 255;
  std::span<const KeywordSpec> keywords{};
  std::span<const std::string_view> one_of{};  ///< the words allowed, which may be abbreviated: USAGE, FORMAT
  std::span<const std::string_view> also{};    ///< words accepted besides values of the kind: * in ID(*), =MEMBER
};

/// A message with a fixed text.
struct FixedMessage {
  std::string_view id;
  std::string_view text;
};

struct KeywordSpec {
  std::string_view name;
  bool subfield_required = false;  ///< the keyword without parentheses is IKJ56701I
  bool subfield_allowed = false;
  SubfieldSpec subfield{};
  std::string_view prompt{};        ///< the value in messages of PARSE: "INVALID <prompt>, x"; the name if empty
  std::string_view missing{};       ///< long text of IKJ56701I; "MISSING <prompt>" twice if empty
  std::string_view alias_of{};      ///< the keyword that this one is another name of
  bool secret = false;              ///< the value is never shown: IKJ56717I, and masked in reports
  std::string_view missing_item{};  ///< short text of IKJ56701I, printed before `missing`; the prompt if empty
  std::span<const FixedMessage> refusal{};  ///< printed after IKJ56702I instead of the IKJ56701I lines
  std::string_view one_of{};  ///< the set of alternatives that the keyword belongs to: PARSE keeps the last of the set
};

struct CommandSpec {
  std::string_view name;
  std::span<const std::string_view> aliases{};  ///< SETR, PE, AU and so on
  std::span<const KeywordSpec> positionals{};   ///< in order; each named so that handlers find it as a keyword;
                                                ///< required when the subfield has fewest_values > 0
  std::span<const KeywordSpec> keywords{};
};

/// All commands that have a table.
std::span<const CommandSpec> command_specs();

/// The command with this name or alias, in upper or lower case; nullptr if there is none.
const CommandSpec* find_command(std::string_view name);

}  // namespace ringside::parser

// parser/tso/value_check.cpp - checks a value by the table row of its keyword.
#include "parser/tso/value_check.hpp"

#include <algorithm>
#include <array>

#include "base/data_set_name.hpp"
#include "base/national.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "base/utf8.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tables/classes.hpp"

namespace ringside::parser {
namespace {

using Checked = tl::expected<std::string, std::string>;
using Words = std::span<const std::string_view>;

constexpr std::size_t ipv6_groups = 8;

bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}
bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

template <typename Test>
bool all(std::string_view text, Test test) {
  return std::all_of(text.begin(), text.end(), test);
}

tl::unexpected<std::string> wrong(std::string cause) {
  return tl::unexpected(std::move(cause));
}

Checked within_length(const SubfieldSpec& subfield, std::string text) {
  const std::size_t length = base::count_characters(text);
  if (length < subfield.least) return wrong("it is empty");
  if (length > subfield.most) return wrong("it is longer than " + std::to_string(subfield.most) + " characters");
  return text;
}

/// Quoted text keeps its case. A quote inside unquoted text is an error: it belongs to a string without its other
/// quote.
Checked text_value(const SubfieldSpec& subfield, const Operand& operand, bool fold) {
  const bool quoted = operand.kind == Operand::Kind::quoted;
  if (!quoted && operand.text.find('\'') != std::string::npos) return wrong("a quote stands inside an unquoted value");
  return within_length(subfield, quoted || !fold ? operand.text : base::upper(operand.text));
}

Checked unquoted_value(const SubfieldSpec& subfield, const Operand& operand) {
  if (operand.kind == Operand::Kind::quoted) return wrong("it must stand without quotes");
  return text_value(subfield, operand, false);
}

Checked name_value(const SubfieldSpec& subfield, const Operand& operand) {
  const auto text = unquoted_value(subfield, operand);
  if (!text) return text;
  std::string folded = base::upper(*text);
  if (!all(folded, base::is_name_character)) return wrong("only A-Z, 0-9, @, # and $ are allowed");
  if (subfield.value == ValueKind::name && is_digit(folded.front())) return wrong("it begins with a digit");
  return folded;
}

Checked number_value(const SubfieldSpec& subfield, const Operand& operand) {
  const auto value =
      all(operand.text, is_digit) ? base::number(operand.text, static_cast<long>(subfield.most)) : std::nullopt;
  const bool quoted = operand.kind == Operand::Kind::quoted;
  if (quoted || !value || *value < static_cast<long>(subfield.least))
    return wrong("it must be a number from " + std::to_string(subfield.least) + " to " + std::to_string(subfield.most));
  return operand.text;
}

Checked hex_value(const SubfieldSpec& subfield, const Operand& operand) {
  const auto text = unquoted_value(subfield, operand);
  if (!text) return text;
  if (!all(*text, is_hex_digit)) return wrong("it must be hexadecimal digits");
  return base::upper(*text);
}

Checked date_value(const SubfieldSpec& subfield, const Operand& operand) {
  const auto text = unquoted_value(subfield, operand);
  if (text && !base::parse_date(*text)) return wrong("it must be a day, written yyyy-mm-dd or yyyy/mm/dd");
  return text;
}

Checked time_value(const SubfieldSpec& subfield, const Operand& operand) {
  const auto text = unquoted_value(subfield, operand);
  base::CivilTime ignored;
  if (text && !base::parse_time_of_day(*text, ignored)) return wrong("it must be a time of day, written hh:mm:ss");
  return text;
}

/// The name without a member in parentheses. Outside quotes the resolver has joined the two.
std::string_view without_member(std::string_view name) {
  const auto open = name.find('(');
  if (open == std::string_view::npos || !name.ends_with(')')) return name;
  const std::string_view member = name.substr(open + 1, name.size() - open - 2);
  return base::is_member_name(member) ? name.substr(0, open) : name;
}

Checked data_set_value(const Operand& operand, base::Generic generic) {
  std::string folded = base::upper(operand.text);
  const std::string_view name = without_member(folded);
  if (name.size() > base::data_set_name_characters) return wrong("a data set name has at most 44 characters");
  if (!base::is_data_set_name(name, generic))
    return wrong("a data set name is qualifiers of 1 to 8 characters with periods between them");
  return folded;
}

bool is_ipv4(std::string_view text) {
  const auto parts = base::split(text, '.');
  const auto octet = [](const std::string& part) {
    return part.size() <= 3 && all(part, is_digit) && base::number(part, 255).has_value();
  };
  return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), octet);
}

bool is_ipv6(std::string_view text) {
  const auto gap = text.find("::");
  if (gap != std::string_view::npos && text.find("::", gap + 1) != std::string_view::npos) return false;
  auto groups = base::split(text, ':');
  std::size_t count = groups.size();
  if (!groups.empty() && is_ipv4(groups.back())) {
    groups.pop_back();
    ++count;
  }
  const bool edges = gap == 0 || gap + 2 == text.size();
  if (text == "::") return true;
  if (edges) --count;  // "::1" splits into one empty part more than "a::1"
  const auto empties = static_cast<std::size_t>(std::count(groups.begin(), groups.end(), std::string{}));
  const std::size_t allowed_empties = gap == std::string_view::npos ? 0u : edges ? 2u : 1u;
  const auto group = [](const std::string& part) { return part.size() <= 4 && all(part, is_hex_digit); };
  const bool full = gap == std::string_view::npos ? count == ipv6_groups : count <= ipv6_groups;
  return full && empties == allowed_empties && std::all_of(groups.begin(), groups.end(), group);
}

Checked ip_value(const SubfieldSpec& subfield, const Operand& operand) {
  const auto text = unquoted_value(subfield, operand);
  if (text && !is_ipv4(*text) && !is_ipv6(*text)) return wrong("it must be an IPv4 or IPv6 address");
  return text;
}

Checked class_value(const SubfieldSpec& subfield, const Operand& operand, std::span<const std::string> site_classes) {
  const auto text = unquoted_value(subfield, operand);
  if (!text) return text;
  std::string folded = base::upper(*text);
  const bool of_site = is_among(site_classes, folded);
  if (!of_site && !is_supplied_class(folded)) return wrong("there is no such class");
  return folded;
}

Checked listed_word(const SubfieldSpec& subfield, const Operand& operand) {
  const auto found =
      operand.kind == Operand::Kind::word ? meanings(subfield.one_of, operand.text) : std::vector<std::string_view>{};
  if (found.size() == 1) return std::string(found.front());
  const Words choice = found.empty() ? subfield.one_of : Words(found);
  const std::vector<std::string> names(choice.begin(), choice.end());
  return wrong((found.empty() ? "it must be one of " : "the abbreviation may mean ") + base::join(names, ", "));
}

Checked by_kind(const SubfieldSpec& subfield, const Operand& operand, std::span<const std::string> site_classes) {
  switch (subfield.value) {
    case ValueKind::none:
    case ValueKind::custom:
    case ValueKind::member:
    case ValueKind::string:
    case ValueKind::text:
    case ValueKind::entity:
      return text_value(subfield, operand, false);
    case ValueKind::quoted:
    case ValueKind::word:
      return text_value(subfield, operand, true);
    case ValueKind::asis:
      return unquoted_value(subfield, operand);
    case ValueKind::name:
    case ValueKind::user_id:
      return name_value(subfield, operand);
    case ValueKind::number:
      return number_value(subfield, operand);
    case ValueKind::hex:
      return hex_value(subfield, operand);
    case ValueKind::date:
      return date_value(subfield, operand);
    case ValueKind::time:
      return time_value(subfield, operand);
    case ValueKind::data_set:
      return data_set_value(operand, base::Generic::no);
    case ValueKind::data_set_profile:
      return data_set_value(operand, base::Generic::yes);
    case ValueKind::ip:
      return ip_value(subfield, operand);
    case ValueKind::class_name:
      return class_value(subfield, operand, site_classes);
  }
  return wrong("its kind is unknown");
}

}  // namespace

std::vector<std::string_view> meanings(std::span<const std::string_view> words, std::string_view word) {
  const std::string folded = base::upper(word);
  std::vector<std::string_view> found;
  for (const std::string_view candidate : words) {
    if (candidate == folded) return {candidate};
    if (candidate.starts_with(folded)) found.push_back(candidate);
  }
  return found;
}

Checked check_value(const SubfieldSpec& subfield, const Operand& operand, std::span<const std::string> site_classes) {
  if (operand.kind == Operand::Kind::group) return wrong("a parenthesis stands where a value belongs");
  if (!operand.closed) return wrong("its closing quote is missing");
  if (operand.kind == Operand::Kind::word && find_typographic(operand.text) != nullptr)
    return wrong("it holds a typographic character");
  if (std::any_of(operand.text.begin(), operand.text.end(), is_control)) return wrong("it holds control characters");
  if (!subfield.one_of.empty()) return listed_word(subfield, operand);
  const std::string folded = base::upper(operand.text);
  const bool literal = operand.kind == Operand::Kind::word && is_among(subfield.also, folded);
  if (literal) return folded;
  return by_kind(subfield, operand, site_classes);
}

}  // namespace ringside::parser

// twin/compare/record_key.cpp - what a record of an unload is about, and which of its fields are compared.
#include "twin/compare/record_key.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.hpp"

namespace ringside::twin {
namespace {

/// How many fields behind the type make the key. Types that are not here are named by their profile alone.
struct KeyFields {
  std::string_view type;
  std::size_t count;
};

constexpr std::array key_fields = {
    KeyFields{"0101", 2}, KeyFields{"0102", 2}, KeyFields{"0103", 2}, KeyFields{"0141", 2}, KeyFields{"0151", 3},
    KeyFields{"0202", 2}, KeyFields{"0203", 2}, KeyFields{"0204", 2}, KeyFields{"0205", 2}, KeyFields{"0207", 2},
    KeyFields{"0208", 2}, KeyFields{"0209", 2}, KeyFields{"0231", 2}, KeyFields{"0232", 2}, KeyFields{"0233", 2},
    KeyFields{"0251", 2}, KeyFields{"0281", 2}, KeyFields{"0282", 2}, KeyFields{"02G1", 3}, KeyFields{"0402", 5},
    KeyFields{"0403", 3}, KeyFields{"0404", 3}, KeyFields{"0405", 3}, KeyFields{"0431", 4}, KeyFields{"0503", 3},
    KeyFields{"0505", 3}, KeyFields{"0506", 3}, KeyFields{"0507", 5}, KeyFields{"0521", 3}, KeyFields{"0561", 3},
    KeyFields{"0562", 3}, KeyFields{"05G1", 3}, KeyFields{"05G2", 3}, KeyFields{"05I1", 3}, KeyFields{"05J1", 4},
};

/// A group or user has a name; a data set profile also a volume, a general resource also a class.
std::size_t profile_fields(std::string_view type) {
  return type.starts_with("01") || type.starts_with("02") ? 1 : 2;
}

std::size_t key_size(const Layout& layout) {
  const auto* row = std::find_if(key_fields.begin(), key_fields.end(),
                                 [&](const KeyFields& each) { return each.type == layout.type; });
  return std::min(row == key_fields.end() ? profile_fields(layout.type) : row->count, layout.fields.size() - 1);
}

constexpr std::array<std::string_view, 5> ends_of_statistics{"_CNT", "_CREATE_DATE", "_CONNECT_DATE", "_PWD_DATE",
                                                             "_PHR_DATE"};
constexpr std::array<std::string_view, 4> last_uses{"_LASTREF_", "_LASTCHG_", "_LASTJOB_", "_LASTCON_"};

bool is_statistic(std::string_view name) {
  return std::any_of(ends_of_statistics.begin(), ends_of_statistics.end(),
                     [&](std::string_view end) { return name.ends_with(end); }) ||
         std::any_of(last_uses.begin(), last_uses.end(),
                     [&](std::string_view part) { return name.find(part) != std::string_view::npos; });
}

}  // namespace

std::string record_key(const Record& record) {
  const Layout* layout = find_layout(record.type());
  if (layout == nullptr) return record.line();
  std::string key(layout->type);
  for (std::size_t at = 1; at <= key_size(*layout); ++at) key += '\0' + record.text(layout->fields[at]);
  return key;
}

std::string record_name(const Record& record) {
  const Layout* layout = find_layout(record.type());
  if (layout == nullptr) return std::string(base::first_characters(record.line(), 60));
  std::string name;
  for (std::size_t at = 1; at <= key_size(*layout); ++at) {
    const std::string text = record.text(layout->fields[at]);
    if (!text.empty()) name += (name.empty() ? "" : " ") + text;
  }
  return name;
}

bool is_compared(const Layout& layout, const Field& field) {
  const auto at = static_cast<std::size_t>(&field - layout.fields.data());
  return at > key_size(layout) && !is_statistic(field.name);
}

}  // namespace ringside::twin

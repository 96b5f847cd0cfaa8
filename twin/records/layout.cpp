// twin/records/layout.cpp - which columns the fields of an unload's records have.
#include "twin/records/layout.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/fault.hpp"

namespace ringside::twin {
namespace {

using enum FieldKind;

std::vector<Layout> read_table() {
  std::vector<Layout> table;
#define RINGSIDE_RECORD(type, name) table.push_back({type, name, {}});
#define RINGSIDE_FIELD(name, first, last, kind) table.back().fields.push_back({name, first, last, kind});
#include "twin/records/layouts/data_sets.inc"
#include "twin/records/layouts/groups.inc"
#include "twin/records/layouts/resource_segments.inc"
#include "twin/records/layouts/resources.inc"
#include "twin/records/layouts/user_segments.inc"
#include "twin/records/layouts/users.inc"
#undef RINGSIDE_FIELD
#undef RINGSIDE_RECORD
  std::sort(table.begin(), table.end(), [](const Layout& left, const Layout& right) { return left.type < right.type; });
  return table;
}

std::unordered_map<std::string_view, Field> fields_by_name() {
  std::unordered_map<std::string_view, Field> found;
  for (const Layout& layout : layouts())
    for (const Field& one : layout.fields) found.emplace(one.name, one);
  return found;
}

}  // namespace

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> table = read_table();
  return table;
}

const Layout* find_layout(std::string_view type) {
  static const auto by_type = [] {
    std::unordered_map<std::string_view, const Layout*> found;
    for (const Layout& layout : layouts()) found.emplace(layout.type, &layout);
    return found;
  }();
  const auto found = by_type.find(type);
  return found == by_type.end() ? nullptr : found->second;
}

const Field& field(std::string_view name) {
  static const auto fields = fields_by_name();
  const auto found = fields.find(name);
  if (found == fields.end()) throw base::Fault("no record of an unload has the field " + std::string(name));
  return found->second;
}

}  // namespace ringside::twin

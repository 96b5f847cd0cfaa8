// app/output/lab_diff.cpp - compares two labs: reads two sorted inventories side by side.
#include "app/output/lab_diff.hpp"

#include <algorithm>
#include <tuple>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "emulator/crypto/digest.hpp"

namespace ringside::app {
namespace {

using Change = Difference::Change;

constexpr std::size_t longest_value = 64;  // octets; longer or binary values are shown as a digest
constexpr std::size_t digest_digits = 16;

std::string shown(const std::string& value) {
  const bool text = std::none_of(value.begin(), value.end(), [](unsigned char c) { return c < 0x20u || c == 0x7fu; });
  if (text && value.size() <= longest_value) return base::printable(value);
  return "SHA-256 " + base::hex(crypto::sha256(base::to_bytes(value))).substr(0, digest_digits);
}

Difference one_sided(Change change, const database::ItemKind& kind, const database::Item& item) {
  Difference difference{change, kind.name, item.place, item.name, {}};
  for (std::size_t n = 0; n < kind.fields.size(); ++n) {
    if (item.fields[n].empty()) continue;
    FieldChange field{kind.fields[n], "", ""};
    (change == Change::added ? field.after : field.before) = shown(item.fields[n]);
    difference.changes.push_back(std::move(field));
  }
  return difference;
}

Difference two_sided(const database::ItemKind& kind, const database::Item& before, const database::Item& after) {
  Difference difference{Change::changed, kind.name, before.place, before.name, {}};
  for (std::size_t n = 0; n < kind.fields.size(); ++n)
    if (before.fields[n] != after.fields[n])
      difference.changes.push_back({kind.fields[n], shown(before.fields[n]), shown(after.fields[n])});
  return difference;
}

std::size_t compare_kind(lab::Lab& before, lab::Lab& after, const database::ItemKind& kind,
                         const std::function<void(const Difference&)>& tell) {
  const auto key = [](const database::Item& item) { return std::tie(item.place, item.name); };
  auto old_items = before.inventory(kind), new_items = after.inventory(kind);
  auto was = old_items.next(), is = new_items.next();
  std::size_t differences = 0;
  const auto told = [&](const Difference& difference) {
    ++differences;
    tell(difference);
  };
  while (was || is) {
    if (was && (!is || key(*was) < key(*is))) {
      told(one_sided(Change::removed, kind, *was));
      was = old_items.next();
    } else if (is && (!was || key(*is) < key(*was))) {
      told(one_sided(Change::added, kind, *is));
      is = new_items.next();
    } else {
      if (was->fields != is->fields) told(two_sided(kind, *was, *is));
      was = old_items.next();
      is = new_items.next();
    }
  }
  return differences;
}

}  // namespace

std::size_t compare_labs(lab::Lab& before, lab::Lab& after, const std::function<void(const Difference&)>& tell) {
  std::size_t differences = 0;
  for (const database::ItemKind& kind : database::item_kinds()) differences += compare_kind(before, after, kind, tell);
  return differences;
}

}  // namespace ringside::app

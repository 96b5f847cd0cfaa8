// app/output/lab_diff.cpp - compares two labs: reads two sorted inventories side by side.
#include "app/output/lab_diff.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "emulator/crypto/digest.hpp"
#include "twin/commands/stored_items.hpp"

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

/// The items of one kind, of the whole lab or of one database.
class Items {
 public:
  Items(lab::Lab& lab, const database::ItemKind& kind, const database::SystemRecord* of, std::string shown_place)
      : inventory_(lab.inventory(kind)), of_(of), shown_place_(std::move(shown_place)) {}

  std::optional<database::Item> next() {
    auto item = inventory_.next();
    while (item && of_ != nullptr && item->place != of_->database) item = inventory_.next();
    if (item && of_ != nullptr) item->place = shown_place_;
    return item;
  }

 private:
  database::Inventory inventory_;
  const database::SystemRecord* of_;
  std::string shown_place_;
};

void compare_items(Items old_items, Items new_items, const database::ItemKind& kind,
                   const std::function<void(const Difference&)>& tell) {
  const auto key = [](const database::Item& item) { return std::tie(item.place, item.name); };
  auto was = old_items.next(), is = new_items.next();
  while (was || is) {
    if (was && (!is || key(*was) < key(*is))) {
      tell(one_sided(Change::removed, kind, *was));
      was = old_items.next();
    } else if (is && (!was || key(*is) < key(*was))) {
      tell(one_sided(Change::added, kind, *is));
      is = new_items.next();
    } else {
      if (was->fields != is->fields) tell(two_sided(kind, *was, *is));
      was = old_items.next();
      is = new_items.next();
    }
  }
}

/// Counts differences on their way.
class Counter {
 public:
  explicit Counter(const std::function<void(const Difference&)>& tell) : tell_(tell) {}
  void operator()(const Difference& difference) {
    ++(difference.change == Change::added     ? counts_.added
       : difference.change == Change::removed ? counts_.removed
                                              : counts_.changed);
    tell_(difference);
  }
  [[nodiscard]] const DifferenceCounts& counts() const { return counts_; }

 private:
  const std::function<void(const Difference&)>& tell_;
  DifferenceCounts counts_;
};

struct ChangeWord {
  char sign;
  std::string_view word;
};

ChangeWord word_of(Change change) {
  static constexpr std::array words = {ChangeWord{'+', "added"}, ChangeWord{'-', "removed"},
                                       ChangeWord{'~', "changed"}};
  return words.at(static_cast<std::size_t>(change));
}

std::string field_text(Change change, const FieldChange& field) {
  if (change == Change::changed) return fmt::format("{} '{}' -> '{}'", field.field, field.before, field.after);
  return fmt::format("{} '{}'", field.field, field.before + field.after);
}

}  // namespace

DifferenceCounts compare_labs(lab::Lab& before, lab::Lab& after, const std::function<void(const Difference&)>& tell) {
  Counter counter(tell);
  for (const database::ItemKind& kind : database::item_kinds())
    compare_items({before, kind, nullptr, ""}, {after, kind, nullptr, ""}, kind, std::ref(counter));
  return counter.counts();
}

DifferenceCounts compare_databases(lab::Lab& before, const database::SystemRecord& before_system, lab::Lab& after,
                                   const database::SystemRecord& after_system,
                                   const std::function<void(const Difference&)>& tell) {
  Counter counter(tell);
  const std::string& place = before_system.database;
  for (const database::ItemKind& kind : database::item_kinds())
    if (twin::is_of_database(kind))
      compare_items({before, kind, &before_system, place}, {after, kind, &after_system, place}, kind,
                    std::ref(counter));
  return counter.counts();
}

std::string difference_text(const Difference& difference) {
  std::vector<std::string> fields;
  for (const FieldChange& field : difference.changes) fields.push_back(field_text(difference.change, field));
  return fmt::format("{} {} {}{}{}{}", word_of(difference.change).sign, difference.kind,
                     base::printable(difference.name), difference.place.empty() ? "" : " in " + difference.place,
                     fields.empty() ? "" : ": ", base::join(fields, ", "));
}

base::Json difference_json(const Difference& difference) {
  base::Json fields = base::Json::object();
  for (const FieldChange& field : difference.changes) {
    base::Json& one = fields[field.field];
    if (difference.change != Change::added) one["before"] = field.before;
    if (difference.change != Change::removed) one["after"] = field.after;
  }
  return {{"change", word_of(difference.change).word},
          {"kind", difference.kind},
          {"place", difference.place},
          {"name", difference.name},
          {"fields", std::move(fields)}};
}

std::string counts_text(const DifferenceCounts& counts) {
  return fmt::format("{} added, {} removed, {} changed", counts.added, counts.removed, counts.changed);
}

base::Json counts_json(const DifferenceCounts& counts) {
  return {{"added", counts.added}, {"removed", counts.removed}, {"changed", counts.changed}};
}

}  // namespace ringside::app

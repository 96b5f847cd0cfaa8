// emulator/database/counters/operation_numbers.cpp - counts operations in memory and in the table of systems.
#include "emulator/database/counters/operation_numbers.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/fault.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {
namespace {

/// Sets a flag; the destructor clears it.
class SetWhile {
 public:
  explicit SetWhile(bool& flag) : flag_(flag) { flag_ = true; }
  ~SetWhile() { flag_ = false; }
  SetWhile(const SetWhile&) = delete;
  SetWhile& operator=(const SetWhile&) = delete;

 private:
  bool& flag_;
};

}  // namespace

std::int64_t OperationNumbers::stored(const std::string& system) {
  Query query = store_.query("SELECT operations FROM system WHERE name=?");
  if (!query.bind(system).next()) throw base::Fault("the lab has no system of this name");
  return query.number(0);
}

void OperationNumbers::add(const std::string& system, std::int64_t count) {
  store_.query("UPDATE system SET operations=operations+? WHERE name=?").bind(count, system).run();
}

std::int64_t OperationNumbers::last(const std::string& system) {
  const Count& count = counts_[system];
  if (count.held_used < count.held.size()) return count.held[count.held_used] - 1;
  return stored(system) + count.unstored;
}

std::int64_t OperationNumbers::next(const std::string& system) {
  if (!store_.is_shared()) return reserve(system, 1);
  Count& count = counts_[system];
  if (count.held_used < count.held.size()) return count.held[count.held_used++];
  const std::int64_t number = stored(system) + count.unstored + 1;
  ++count.unstored;
  return number;
}

std::int64_t OperationNumbers::reserve(const std::string& system, std::int64_t count) {
  if (store_.is_shared() && store_.in_transaction() && count == 1) return next(system);
  const Bookkeeping allowed(store_);
  std::optional<Savepoint> both;
  if (!store_.in_transaction()) both.emplace(store_);
  Count& counted = counts_[system];
  const std::int64_t unstored = std::exchange(counted.unstored, 0);
  add(system, unstored + count);
  const std::int64_t last = stored(system);  // no other process writes in between; RETURNING would take twice as long
  if (both) both->keep();
  return last - count + 1;
}

void OperationNumbers::begin_transaction() {
  for (auto& [system, count] : counts_) count.unstored_at_start = count.unstored;
}

void OperationNumbers::rolled_back() {
  for (auto& [system, count] : counts_) {
    count.undone = count.held_used + static_cast<std::size_t>(count.unstored - count.unstored_at_start);
    count.unstored = count.unstored_at_start;
    count.held_used = 0;
  }
}

void OperationNumbers::begin_unit() {
  for (auto& [system, count] : counts_) count = {count.unstored, count.unstored};
}

void OperationNumbers::hold(const std::string& system, Count& count, std::size_t wanted) {
  if (wanted <= count.held.size()) return;
  const auto more = static_cast<std::int64_t>(wanted - count.held.size());
  const SetWhile holding(is_holding_);
  std::int64_t number = reserve(system, more);
  for (std::int64_t n = 0; n < more; ++n) count.held.push_back(number++);
}

std::int64_t OperationNumbers::hold(const std::string& system, std::int64_t number, std::int64_t at_least) {
  Count& count = counts_[system];
  const auto at = std::find(count.held.begin(), count.held.end(), number);
  // A number that was not held is the last one that was taken.
  const std::size_t place = at != count.held.end() ? static_cast<std::size_t>(at - count.held.begin())
                                                   : std::max<std::size_t>(count.undone, 1) - 1;
  hold(system, count, std::max(count.undone, static_cast<std::size_t>(std::max<std::int64_t>(at_least, 0))));
  return place < count.held.size() ? count.held[place] : number;
}

void OperationNumbers::give_back(const std::string& system, Count& count) {
  std::int64_t last = stored(system);
  const std::int64_t before = last;
  while (count.held.size() > count.held_used && count.held.back() == last) {
    count.held.pop_back();
    --last;
  }
  if (last != before) add(system, last - before);
}

void OperationNumbers::end_unit() {
  const bool is_open = std::any_of(counts_.begin(), counts_.end(),
                                   [](const auto& each) { return each.second.held_used < each.second.held.size(); });
  if (is_open) {
    std::optional<Savepoint> all;
    if (!store_.in_transaction()) all.emplace(store_);
    for (auto& [system, count] : counts_)
      if (count.held_used < count.held.size()) give_back(system, count);
    if (all) all->keep();
  }
  begin_unit();
}

void OperationNumbers::store() {
  for (auto& [system, count] : counts_) {
    if (count.held_used < count.held.size() && !is_holding_) give_back(system, count);
    if (count.unstored != 0) add(system, count.unstored);
  }
}

void OperationNumbers::committed() {
  for (auto& [system, count] : counts_) count.unstored = count.unstored_at_start = 0;
}

void OperationNumbers::add_unstored_of(const OperationNumbers& original) {
  for (const auto& [system, count] : original.counts_)
    if (count.unstored != 0) add(system, count.unstored);
}

bool OperationNumbers::has_unstored() const {
  return std::any_of(counts_.begin(), counts_.end(), [](const auto& each) { return each.second.unstored != 0; });
}

}  // namespace ringside::database

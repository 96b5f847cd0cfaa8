// emulator/database/remembered.hpp - rows that every command of a step reads, cached within a transaction.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// Cached values by key. Inside a transaction no other process writes, so a value stays valid until this process writes
/// rows of the kind or rolls back. Outside a transaction nothing is cached.
template <typename Value>
class Remembered {
 public:
  explicit Remembered(Remember kind) : kind_(kind) {}

  /// The value for this key, from the cache or from `read`. The reference is valid until the next call.
  template <typename Read>
  const Value& get(const Store& store, const std::string& key, Read read) {
    constexpr std::size_t most = 64;
    if (!store.in_transaction() || version_ != store.version(kind_) || values_.size() >= most) values_.clear();
    version_ = store.version(kind_);
    const auto found = values_.find(key);
    return found != values_.end() ? found->second : values_.emplace(key, read()).first->second;
  }

 private:
  Remember kind_;
  std::uint64_t version_ = 0;
  std::map<std::string, Value> values_;
};

}  // namespace ringside::database

// emulator/database/remembered.hpp - rows that every command of a step asks for, read once.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// Values by their key. Inside a transaction nobody else writes, so they hold until this program writes rows of the
/// kind or undoes something; outside one every question is asked anew.
template <typename Value>
class Remembered {
 public:
  explicit Remembered(Remember kind) : kind_(kind) {}

  /// What `read` gave for this key. The reference holds until the next question.
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

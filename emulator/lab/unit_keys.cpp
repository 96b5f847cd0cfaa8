// emulator/lab/unit_keys.cpp - the keys of a unit of work that may run again.
#include "emulator/lab/unit_keys.hpp"

namespace ringside::lab {

void UnitKeys::begin() {
  active_ = true;
  turns_.clear();
  keys_.clear();
}

void UnitKeys::end() {
  begin();
  active_ = false;
}

int UnitKeys::next_turn(const std::string& operation, crypto::KeySpec spec) {
  return turns_[kind_of(operation, spec)]++;
}

std::optional<crypto::PrivateKey> UnitKeys::find(const std::string& operation, crypto::KeySpec spec, int turn) const {
  const auto found = keys_.find({kind_of(operation, spec), turn});
  return found == keys_.end() ? std::nullopt : std::optional(found->second);
}

void UnitKeys::add(const std::string& operation, crypto::PrivateKey key, int turn) {
  const crypto::KeySpec spec = key.spec();
  keys_.insert_or_assign({kind_of(operation, spec), turn}, std::move(key));
}

}  // namespace ringside::lab

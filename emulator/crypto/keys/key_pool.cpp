// emulator/crypto/keys/key_pool.cpp - gives planned keys to the worker threads.
#include "emulator/crypto/keys/key_pool.hpp"

namespace ringside::crypto {

void KeyPool::plan(const std::string& name, KeySpec spec, std::unique_ptr<base::Randomness> randomness) {
  if (planned_.contains(name)) return;
  auto job = [this, spec, source = std::shared_ptr<base::Randomness>(std::move(randomness))] {
    return make_(spec, *source);
  };
  planned_.emplace(name, Planned{spec, pool_.submit(std::move(job))});
}

std::optional<PrivateKey> KeyPool::take(const std::string& name, KeySpec spec) {
  const auto found = planned_.find(name);
  if (found == planned_.end()) return std::nullopt;
  Planned planned = std::move(found->second);
  planned_.erase(found);
  if (planned.spec != spec) return std::nullopt;
  return planned.key.get();
}

}  // namespace ringside::crypto

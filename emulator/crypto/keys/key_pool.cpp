// emulator/crypto/keys/key_pool.cpp - gives planned keys to the worker threads.
#include "emulator/crypto/keys/key_pool.hpp"

#include <chrono>

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

bool KeyPool::is_ready(const std::string& name, KeySpec spec) const {
  const auto found = planned_.find(name);
  return found != planned_.end() && found->second.spec == spec &&
         found->second.key.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

std::vector<std::pair<std::string, PrivateKey>> KeyPool::take_all() {
  std::vector<std::pair<std::string, PrivateKey>> keys;
  for (auto& [name, planned] : planned_) keys.emplace_back(name, planned.key.get());
  planned_.clear();
  return keys;
}

}  // namespace ringside::crypto

// emulator/crypto/keys/key_pool.hpp - keys that are made on threads before they are needed.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/worker_pool.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// plan() and take() must be called from one thread.
class KeyPool {
 public:
  /// Called on several threads at once.
  using Make = std::function<PrivateKey(KeySpec, const base::Randomness&)>;

  KeyPool(unsigned threads, Make make) : make_(std::move(make)), pool_(threads) {}

  /// Starts to make a key. take() finds it by `name`. A second plan of the same name is ignored.
  void plan(const std::string& name, KeySpec spec, std::unique_ptr<base::Randomness> randomness);
  /// Waits for the key of this name and returns it, once. Returns nullopt if none was planned, or one of another spec.
  std::optional<PrivateKey> take(const std::string& name, KeySpec spec);
  /// Whether take() would return a key, and not wait for it.
  [[nodiscard]] bool is_ready(const std::string& name, KeySpec spec) const;
  /// Waits for all planned keys and returns them with their names.
  std::vector<std::pair<std::string, PrivateKey>> take_all();
  /// The number of planned keys that were not taken.
  [[nodiscard]] std::size_t waiting() const { return planned_.size(); }

 private:
  struct Planned {
    KeySpec spec;
    std::future<PrivateKey> key;
  };
  Make make_;
  std::map<std::string, Planned> planned_;
  base::WorkerPool pool_;
};

}  // namespace ringside::crypto

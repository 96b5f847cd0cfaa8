// emulator/crypto/keys/key_pool.hpp - keys that are made on threads before they are needed.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/worker_pool.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Plans come from one thread, and so do the questions for keys.
class KeyPool {
 public:
  /// Called on several threads at once.
  using Make = std::function<PrivateKey(KeySpec, const base::Randomness&)>;

  KeyPool(unsigned threads, Make make) : make_(std::move(make)), pool_(threads) {}

  /// Begins to make a key. `name` is what take() asks for; a second plan of one name is left aside.
  void plan(const std::string& name, KeySpec spec, std::unique_ptr<base::Randomness> randomness);
  /// The key of this name and kind, waited for; nothing if none was planned. A key is given once.
  std::optional<PrivateKey> take(const std::string& name, KeySpec spec);
  /// Keys that were planned and not taken.
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

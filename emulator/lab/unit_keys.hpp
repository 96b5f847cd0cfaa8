// emulator/lab/unit_keys.hpp - the keys of a unit of work that may run again: made once, given in each attempt.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "emulator/crypto/keys/key.hpp"

namespace ringside::lab {

/// Thrown where a unit of work needs a key that takes long to make (see Lab::in_one_piece).
struct KeyNotReady {
  std::string system;
  std::int64_t operation;
  crypto::KeySpec spec;
  int turn;  ///< counts the keys of this kind that the operation has asked for, from 0
};

class UnitKeys {
 public:
  [[nodiscard]] bool is_active() const { return active_; }
  /// Whether a key was made between two attempts.
  [[nodiscard]] bool is_prepared() const { return active_ && !keys_.empty(); }
  void begin();
  void end();
  void begin_attempt() { turns_.clear(); }

  /// The turn of the next key of this kind for the operation.
  int next_turn(const std::string& operation, crypto::KeySpec spec);
  [[nodiscard]] std::optional<crypto::PrivateKey> find(const std::string& operation, crypto::KeySpec spec,
                                                       int turn) const;
  void add(const std::string& operation, crypto::PrivateKey key, int turn);

 private:
  using Kind = std::tuple<std::string, crypto::KeyType, int>;  // operation, type, bits
  static Kind kind_of(const std::string& operation, crypto::KeySpec spec) { return {operation, spec.type, spec.bits}; }

  bool active_ = false;
  std::map<Kind, int> turns_;
  std::map<std::pair<Kind, int>, crypto::PrivateKey> keys_;
};

}  // namespace ringside::lab

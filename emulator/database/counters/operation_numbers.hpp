// emulator/database/counters/operation_numbers.hpp - the numbers of operations (commands), for each system.
//
// A key is derived from its command's number (key-derivation.md). So two commands that store something never have
// the same number, and commands that run one after another have consecutive ones. A command that only reads also has a
// number, but must not wait for the write lock. So its number is counted in memory first, and stored by the next commit
// or when the lab is closed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ringside::database {

class Store;

class OperationNumbers {
 public:
  explicit OperationNumbers(Store& store) : store_(store) {}

  /// The last number that was given on this system; 0 if there was none. Throws base::Fault for an unknown system.
  [[nodiscard]] std::int64_t last(const std::string& system);
  /// The next number. Another process may get the same one, unless this transaction writes.
  std::int64_t next(const std::string& system);
  /// Gives `count` consecutive numbers that no other process gets, and returns the first. Not inside a transaction
  /// that can begin again.
  std::int64_t reserve(const std::string& system, std::int64_t count);

  /// A transaction begins; what it has taken is given again if it is rolled back.
  void begin_transaction();
  void rolled_back();
  /// A unit of work begins, which may need several transactions until one is committed.
  void begin_unit();
  /// Stores the numbers that the last transaction had taken when it was rolled back, or `at_least` so many, so that no
  /// other process gets them. Returns the number that the next transaction of the unit gets for `number` of the last
  /// one. Not inside a transaction.
  std::int64_t hold(const std::string& system, std::int64_t number, std::int64_t at_least);
  /// Gives back the held numbers that the unit did not use, unless another process has taken some since.
  void end_unit();

  /// Stores what is counted in memory. Called in a transaction that writes, before its commit; then committed().
  void store();
  void committed();
  /// Stores, in a copy of a lab, what the original has only counted in memory.
  void add_unstored_of(const OperationNumbers& original);
  [[nodiscard]] bool has_unstored() const;

 private:
  struct Count {
    std::int64_t unstored = 0;           // given, but only counted here
    std::int64_t unstored_at_start = 0;  // of the transaction
    std::vector<std::int64_t> held{};    // stored, for the unit
    std::size_t held_used = 0;
    std::size_t undone = 0;  // taken by the transaction that was rolled back last
  };
  std::int64_t stored(const std::string& system);
  void add(const std::string& system, std::int64_t count);
  void hold(const std::string& system, Count& count, std::size_t wanted);
  void give_back(const std::string& system, Count& count);

  Store& store_;
  std::map<std::string, Count> counts_;
  bool is_holding_ = false;
};

}  // namespace ringside::database

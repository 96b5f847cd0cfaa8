// emulator/lab/lab.hpp - a lab: emulated systems, their security databases, one clock, one source of keys, in one file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/time.hpp"
#include "emulator/crypto/keys/key_cache.hpp"
#include "emulator/crypto/keys/key_pool.hpp"
#include "emulator/database/data_sets.hpp"
#include "emulator/database/host_files.hpp"
#include "emulator/database/inventory.hpp"
#include "emulator/database/listeners.hpp"
#include "emulator/database/security_database.hpp"
#include "emulator/database/store.hpp"
#include "emulator/database/systems.hpp"
#include "emulator/lab/kept_keys.hpp"

namespace ringside::lab {

/// Release of RACF that is played: the one switch for release differences (rulings).
enum class RacfLevel { v2r5 = 25, v3r1 = 31, v3r2 = 32 };

/// What a run may choose; not kept in the lab's file.
struct Rules {
  RacfLevel level = RacfLevel::v3r1;
  bool strict = false;  ///< what a real system refuses and we only warn about becomes a refusal
  crypto::KeyMaker keys = crypto::KeyMaker::search;
  std::string key_folder{};  ///< where seeded keys are kept for the next run; empty: nowhere
};

class Lab {
 public:
  /// Opens or makes the lab at `path`; an empty path is a lab in memory. `wall_clock` is asked while the lab's clock is
  /// real, and must outlive the lab. Throws base::Fault if the file is not a lab.
  Lab(const std::string& path, const base::Clock& wall_clock, Rules rules = {});

  [[nodiscard]] database::Systems& systems() { return systems_; }
  /// Data sets of z/OS systems, files of the others, and ports with a server, each by system.
  [[nodiscard]] database::DataSets data_sets() { return database::DataSets(store_); }
  [[nodiscard]] database::HostFiles host_files() { return database::HostFiles(store_); }
  [[nodiscard]] database::Listeners listeners() { return database::Listeners(store_); }

  /// Undoes all changes to the lab made after this call when the savepoint is destroyed, unless keep() was called.
  [[nodiscard]] database::Savepoint savepoint() { return database::Savepoint(store_); }
  /// All items of one kind, for comparing labs.
  [[nodiscard]] database::Inventory inventory(const database::ItemKind& kind) {
    return database::Inventory(store_, kind);
  }
  /// Checks every page and every reference of the lab's file. Returns a sentence for each damage.
  [[nodiscard]] std::vector<std::string> damages() { return store_.damages(); }
  /// A digest of all that the lab holds: equal if nothing changed.
  [[nodiscard]] std::string fingerprint() { return store_.fingerprint(); }
  /// The same without the counters of operations and jobs, which refused commands advance as well.
  [[nodiscard]] std::string fingerprint_of_data() { return store_.fingerprint_of_data(); }

  [[nodiscard]] const Rules& rules() const { return rules_; }
  /// The stored private keys that were used last.
  [[nodiscard]] crypto::KeyCache& keys() { return keys_; }

  /// Adds a system; a security database that is new gets group SYS1 and users IBMUSER (SPECIAL), irrcerta, irrsitec and
  /// irrmulti (rulings, "a fresh lab"). `record` is completed. Throws base::Fault if the name is taken.
  void add_system(database::SystemRecord& record);
  [[nodiscard]] database::SecurityDatabase database_of(const database::SystemRecord& system);

  /// The lab's moment: fixed, or the wall clock's.
  [[nodiscard]] base::Instant now() const;
  /// Stops the clock at `instant`; without one it runs with the wall clock again.
  void set_clock(std::optional<base::Instant> instant);
  [[nodiscard]] base::Zone zone() const;
  void set_zone(base::Zone zone);

  /// A seed makes keys, salts and nonces derived and so repeatable: test keys. An empty seed means the operating
  /// system's.
  void set_seed(const std::string& seed);
  [[nodiscard]] bool seeded() const { return !seed_.empty(); }
  /// The randomness of one operation on one system: derived from seed, system and operation number, or fresh.
  [[nodiscard]] std::unique_ptr<base::Randomness> randomness(const std::string& system, std::int64_t operation) const;

  /// A new key of this lab's maker. One that a seed gives comes from the folder of kept keys if it is there, and is
  /// kept there if not. For any thread.
  [[nodiscard]] crypto::PrivateKey generate_key(crypto::KeySpec spec, const base::Randomness& randomness,
                                                crypto::Threads threads = crypto::Threads::two) const;
  /// Begins to make the key of an operation that is still to come, on a thread.
  void plan_key(const std::string& system, std::int64_t operation, crypto::KeySpec spec);
  /// The new key of an operation: the planned one, else made now from its randomness.
  [[nodiscard]] crypto::PrivateKey make_key(const std::string& system, std::int64_t operation, crypto::KeySpec spec,
                                            const base::Randomness& randomness);

 private:
  const base::Clock& wall_clock_;
  Rules rules_;
  database::Store store_;
  database::Systems systems_;
  std::string seed_;
  crypto::KeyCache keys_;
  KeptKeys kept_keys_;
  std::unique_ptr<crypto::KeyPool> planned_;  // with its threads only where something was planned
};

}  // namespace ringside::lab

// emulator/lab/lab.hpp - a lab: emulated systems, their security databases, one clock and one source of keys, in one
// file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/time.hpp"
#include "emulator/crypto/keys/key_cache.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/keys/key_pool.hpp"
#include "emulator/database/contents.hpp"
#include "emulator/database/data_sets.hpp"
#include "emulator/database/host_files.hpp"
#include "emulator/database/inventory.hpp"
#include "emulator/database/listeners.hpp"
#include "emulator/database/security_database.hpp"
#include "emulator/database/spool/jobs.hpp"
#include "emulator/database/spool/spool_files.hpp"
#include "emulator/database/store.hpp"
#include "emulator/database/systems.hpp"
#include "emulator/database/twin/staging.hpp"
#include "emulator/database/workflows.hpp"
#include "emulator/lab/kept_keys.hpp"
#include "emulator/lab/stand_ins.hpp"
#include "emulator/lab/unit_keys.hpp"

namespace ringside::lab {

/// The emulated release of RACF; all differences between releases depend on it (rulings.md).
enum class RacfLevel { v2r5 = 25, v3r1 = 31, v3r2 = 32 };

/// Options of one run; not kept in the lab's file.
struct Rules {
  RacfLevel level = RacfLevel::v3r1;
  bool lenient = false;            ///< accept with a remark what RACF refuses, and need no SETROPTS REFRESH
  bool refuse_aes_pkcs12 = false;  ///< RSD214I for a PKCS#12 encrypted with AES below 3.2; otherwise a remark
  bool ring_blank_lines = false;   ///< LISTRING prints a blank line between rows, from 3.1 on
  crypto::KeyMaker keys = crypto::KeyMaker::search;
  std::string key_folder{};   ///< where keys made from a seed are kept for the next run; empty: nowhere
  database::LockWait wait{};  ///< for other processes that write to the same lab
};

class Lab {
 public:
  /// Opens the lab at `path`, or makes it; an empty path is a lab in memory. `wall_clock` is read unless the lab's
  /// clock is stopped; it must outlive the lab. Throws base::Fault if the file is not a lab.
  Lab(const std::string& path, const base::Clock& wall_clock, Rules rules = {});

  [[nodiscard]] database::Systems& systems() { return systems_; }
  /// Data sets of z/OS systems, files of the others, and ports with a server, each by system.
  [[nodiscard]] database::DataSets data_sets() { return database::DataSets(store_); }
  [[nodiscard]] database::HostFiles host_files() { return database::HostFiles(store_); }
  [[nodiscard]] database::Listeners listeners() { return database::Listeners(store_); }
  /// Jobs that have run or wait, and their spool, each by system.
  [[nodiscard]] database::Jobs jobs() { return database::Jobs(store_); }
  [[nodiscard]] database::SpoolFiles spool_files() { return database::SpoolFiles(store_); }
  /// A table for records of an unload that wait for others. Needs an open savepoint.
  [[nodiscard]] database::Staging staging() { return database::Staging(store_); }
  /// The workflows of z/OSMF, by system.
  [[nodiscard]] database::Workflows workflows() { return database::Workflows(store_); }

  /// Undoes all changes to the lab made after this call when the savepoint is destroyed, unless keep() was called.
  [[nodiscard]] database::Savepoint savepoint() { return database::Savepoint(store_); }
  /// The same, if no savepoint is open; else null.
  [[nodiscard]] std::unique_ptr<database::Savepoint> outermost_savepoint() {
    return store_.in_transaction() ? nullptr : std::make_unique<database::Savepoint>(store_);
  }
  /// Runs `attempt`, which opens a savepoint, so that it stores everything or nothing, and returns its result. It takes
  /// the write lock at its first write only, and no key is made meanwhile: where another process was faster, or where a
  /// key is not made yet, all is undone, and `attempt` runs again from its start. So it must change nothing outside of
  /// the lab that it cannot change again. In a lab in memory, and inside of another savepoint, it runs once.
  template <typename Attempt>
  auto in_one_piece(Attempt attempt) {
    if (!store_.is_shared() || store_.in_transaction()) return attempt();
    const Unit unit(*this);
    for (;;) {
      try {
        return attempt();
      } catch (const KeyNotReady& key) {
        prepare_key(key);
      } catch (const database::WriteConflict&) {
        store_.begin_without_lock(false);
      }
      unit_keys_.begin_attempt();
    }
  }
  /// Says how many operations the present unit probably has, so that their numbers and keys stay together.
  void expect_operations(std::int64_t count) { expected_operations_ = count; }
  /// Whether the present unit runs again, since a key was not ready: then as many keys as possible are planned.
  [[nodiscard]] bool plans_far_ahead() const { return unit_keys_.is_prepared(); }
  /// A lab in memory with what this one holds, for trials. It does not lock this lab.
  [[nodiscard]] std::unique_ptr<Lab> copy_in_memory() { return std::unique_ptr<Lab>(new Lab(*this, Copy{})); }
  /// While the object exists, a read-only lab takes notes that end with the process.
  [[nodiscard]] database::Bookkeeping bookkeeping() { return database::Bookkeeping(store_); }
  [[nodiscard]] bool is_read_only() const { return store_.is_read_only(); }

  /// A number that is another one after each change of the lab, by this process or another; nullopt inside of a
  /// savepoint, where changes may be undone.
  [[nodiscard]] std::optional<std::uint64_t> data_version() {
    return store_.in_transaction() ? std::nullopt : std::optional(store_.data_version());
  }

  /// All items of one kind, for comparing labs.
  [[nodiscard]] database::Inventory inventory(const database::ItemKind& kind) {
    return database::Inventory(store_, kind);
  }
  /// All certificates and keys as they are stored, for checks.
  [[nodiscard]] database::Contents contents() { return database::Contents(store_); }
  /// Checks every page and every reference of the lab's file. Returns a sentence for each damage.
  [[nodiscard]] std::vector<std::string> damages() { return store_.damages(); }
  /// A digest of all that the lab holds: equal if nothing changed.
  [[nodiscard]] std::string fingerprint() { return store_.fingerprint(); }
  /// The same without the counters of operations and jobs, which refused commands advance as well, and without the jobs
  /// that have run.
  [[nodiscard]] std::string fingerprint_of_data() { return store_.fingerprint_of_data(); }

  [[nodiscard]] const Rules& rules() const { return rules_; }
  /// A cache of the stored private keys used most recently.
  [[nodiscard]] crypto::KeyCache& keys() { return keys_; }

  /// Adds a system and fills the empty fields of `record`. A new security database gets group SYS1 and users IBMUSER
  /// (SPECIAL), irrcerta, irrsitec and irrmulti (rulings.md, "a bare lab"). Returns whether the database is new.
  /// Throws base::Fault if the lab has a system of that name.
  bool add_system(database::SystemRecord& record);
  [[nodiscard]] database::SecurityDatabase database_of(const database::SystemRecord& system);

  /// The time of the lab: the fixed time of a stopped clock, else that of the wall clock.
  [[nodiscard]] base::Instant now() const;
  /// Stops the clock at `instant`; nullopt lets it follow the wall clock again.
  void set_clock(std::optional<base::Instant> instant);
  [[nodiscard]] base::Zone zone() const;
  void set_zone(base::Zone zone);

  /// With a seed, keys, salts and nonces are derived from it and the same in each run: test keys only. With an empty
  /// seed they come from the operating system's random numbers.
  void set_seed(const std::string& seed);
  [[nodiscard]] bool seeded() const { return !seed_.empty(); }
  /// The random numbers of one operation on one system: derived from seed, system and operation number, or those of the
  /// operating system without a seed.
  [[nodiscard]] std::unique_ptr<base::Randomness> randomness(const std::string& system, std::int64_t operation) const;

  /// Makes a key with the key maker of Rules. A key that depends on the seed is read from the folder of kept keys, or
  /// written there once made. May be called from any thread.
  [[nodiscard]] crypto::PrivateKey generate_key(crypto::KeySpec spec, const base::Randomness& randomness,
                                                crypto::Threads threads = crypto::Threads::two) const;
  /// Makes the keys and certificates that an unload of a site's database does not hold.
  [[nodiscard]] const StandIns& stand_ins() const { return *stand_ins_; }
  /// Starts to make the key of a later operation, on another thread.
  void plan_key(const std::string& system, std::int64_t operation, crypto::KeySpec spec);
  /// The number of keys that plan_key() started and make_key() has not returned.
  [[nodiscard]] std::size_t planned_keys() const { return planned_ ? planned_->waiting() : 0; }
  /// Returns the key of an operation: the one that plan_key() started, else one made now. Inside of in_one_piece() the
  /// key is made between two attempts, while no lock is held.
  [[nodiscard]] crypto::PrivateKey make_key(const std::string& system, std::int64_t operation, crypto::KeySpec spec,
                                            const base::Randomness& randomness);

 private:
  struct Copy {};
  Lab(Lab& original, Copy);

  /// The time in which in_one_piece() runs.
  class Unit {
   public:
    explicit Unit(Lab& lab);
    ~Unit();
    Unit(const Unit&) = delete;
    Unit& operator=(const Unit&) = delete;

   private:
    Lab& lab_;
  };
  void prepare_key(const KeyNotReady& key);
  /// The key, if the unit has it or can have it at once. Throws KeyNotReady if it must be made without the lock.
  std::optional<crypto::PrivateKey> key_of_unit(const std::string& system, std::int64_t operation, crypto::KeySpec spec,
                                                const base::Randomness& randomness);

  const base::Clock& wall_clock_;
  Rules rules_;
  database::Store store_;
  database::Systems systems_;
  std::string seed_;
  crypto::KeyCache keys_;
  KeptKeys kept_keys_;
  std::shared_ptr<const StandIns> stand_ins_;
  UnitKeys unit_keys_;
  std::int64_t expected_operations_ = 0;
  std::unique_ptr<crypto::KeyPool> planned_;  // null until the first plan_key(), so that no threads start before
};

}  // namespace ringside::lab

// emulator/database/store.hpp - the SQLite file of a lab: opening, schema, prepared statements, savepoints.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "emulator/database/lock_wait.hpp"
#include "emulator/database/query.hpp"

namespace SQLite {
class Database;
class Exception;
class Statement;
}  // namespace SQLite

namespace ringside::database {

class OperationNumbers;
struct SiteFacts;

/// Makes the certificates of which a site's unload has only the names.
class StandInMaker {
 public:
  virtual ~StandInMaker() = default;
  /// The DER of the stand-in and its key as PKCS#8, the same each time. They throw base::Fault if the facts allow none.
  [[nodiscard]] virtual base::Bytes certificate(const SiteFacts& facts) const = 0;
  [[nodiscard]] virtual base::Bytes private_key(const SiteFacts& facts) const = 0;
  /// Whose key (SiteFacts::identity()) has this fingerprint; nullopt if none of those made so far has it.
  [[nodiscard]] virtual std::optional<std::string> identity_of(const std::string& key_fingerprint) const = 0;
};

/// Thrown where a transaction that began without the write lock cannot get it. What it has read is out of date, so it
/// begins again, with the write lock. Only transactions that can do so throw it (see Store::begin_without_lock).
struct WriteConflict {};

/// Kinds of rows that are cached between commands (see remembered.hpp).
enum class Remember : std::size_t { users, classes, resources };
inline constexpr std::size_t remembered_kinds = 3;

class Store {
 public:
  /// Opens the file, or makes it with mode 0600; an empty path is a database in memory. Upgrades a lab of an older
  /// version. A lab that cannot be written is read into memory. Throws base::Fault with a sentence for the user if the
  /// file is not a lab, is damaged, or is of a newer version.
  explicit Store(const std::string& path, LockWait wait = {});
  /// A copy in memory, also of what is not committed. No lock is held after it.
  explicit Store(Store& original);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Returns the statement `sql`, ready to bind. A statement is prepared once and found again by the address of its
  /// text. If it is still running, a second one is prepared.
  Query query(const char* sql);
  [[nodiscard]] std::int64_t last_row() const;
  /// Whether a savepoint is open. While it is, this process sees no changes by others.
  [[nodiscard]] bool in_transaction() const { return depth_ > 0; }
  /// Whether other processes can write to the lab.
  [[nodiscard]] bool is_shared() const { return is_shared_; }
  [[nodiscard]] bool is_read_only() const { return is_read_only_; }
  /// Whether the next outermost savepoint takes the write lock at its first write only. It may then throw
  /// WriteConflict.
  void begin_without_lock(bool without) { begins_without_lock_ = without; }
  [[nodiscard]] OperationNumbers& numbers() { return *numbers_; }
  /// Who makes stand-ins; null until a lab sets it.
  [[nodiscard]] const std::shared_ptr<const StandInMaker>& stand_ins() const { return stand_ins_; }
  void set_stand_ins(std::shared_ptr<const StandInMaker> maker) { stand_ins_ = std::move(maker); }
  /// Throws what an error of SQLite means here: base::Fault with a sentence for the user, or WriteConflict.
  [[noreturn]] void fail(const SQLite::Exception& error) const;
  /// Bounds the length of every text, blob and row from now on, so that a longer one in a damaged or hostile file costs
  /// no memory: most_row_bytes, or most_file_bytes where a row holds a file or data set.
  void bound_lengths(bool for_files) const;
  /// A number that changes when cached rows of this kind may be out of date; meaningful inside a transaction.
  [[nodiscard]] std::uint64_t version(Remember kind) const { return versions_[static_cast<std::size_t>(kind)]; }
  /// A number that is another one after each change of the lab, by this process or another. Changes of an open
  /// transaction count as well, also if they are undone later.
  [[nodiscard]] std::uint64_t data_version();
  /// Must be called after rows of this kind were written.
  void forget(Remember kind) { ++versions_[static_cast<std::size_t>(kind)]; }
  /// The query plan of every statement prepared so far, a line for each step: "SEARCH certificate USING INDEX ...", or
  /// "SCAN ..." if SQLite reads every row. For tests.
  [[nodiscard]] std::vector<std::string> plans();
  /// Checks every page and every reference between tables, also of a large lab. Returns a sentence for each damage.
  [[nodiscard]] std::vector<std::string> damages();
  /// A digest of every value of every table: equal if nothing changed.
  [[nodiscard]] std::string fingerprint();
  /// The same without the counters of operations and jobs, which refused commands advance as well, and without the jobs
  /// that have run.
  [[nodiscard]] std::string fingerprint_of_data();

 private:
  friend class Bookkeeping;
  friend class Savepoint;
  void open_tables();
  void store_last_numbers();
  [[nodiscard]] bool is_writing() const;
  void configure();
  [[nodiscard]] bool is_blank();
  void create_schema();
  void check_schema();
  void check_pages();
  [[nodiscard]] int version();
  /// Upgrades a lab of an older version, unless another process has done so meanwhile.
  void upgrade_schema();
  void execute(const std::string& sql);
  void forget_all() {
    for (std::uint64_t& version : versions_) ++version;
  }
  /// `tables` is the SQL that selects the names of the tables.
  std::string digest_of(const char* tables);

  std::string path_;
  bool is_read_only_;
  bool is_shared_;
  int depth_ = 0;
  bool begins_without_lock_ = false;
  bool holds_lock_ = true;  // for sure, in the present transaction
  int bookkeepings_ = 0;
  LockWaiter waiter_;
  std::unique_ptr<SQLite::Database> database_;
  std::unique_ptr<OperationNumbers> numbers_;
  std::shared_ptr<const StandInMaker> stand_ins_;
  struct Prepared {
    std::shared_ptr<SQLite::Statement> statement{};
    bool has_files = false;
  };
  std::unordered_map<const char*, Prepared> statements_;
  std::array<std::uint64_t, remembered_kinds> versions_{};
};

/// While it exists, notes that end with this process can be written, such as numbers of operations, although the lab is
/// read-only.
class Bookkeeping {
 public:
  explicit Bookkeeping(Store& store);
  ~Bookkeeping();
  Bookkeeping(const Bookkeeping&) = delete;
  Bookkeeping& operator=(const Bookkeeping&) = delete;

 private:
  Store& store_;
};

/// The destructor undoes what was written since the constructor, unless keep() was called. Savepoints nest; the
/// outermost one is the transaction, and its keep() commits. It holds the write lock from its constructor on, unless
/// Store::begin_without_lock() says otherwise.
class Savepoint {
 public:
  explicit Savepoint(Store& store);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void keep();

 private:
  void commit();

  Store& store_;
  bool open_ = true;
};

}  // namespace ringside::database

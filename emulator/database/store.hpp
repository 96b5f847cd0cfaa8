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

#include "base/bytes.hpp"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace ringside::database {

/// A running prepared statement; the destructor resets it. Columns are numbered from 0. Each bind() binds the next
/// parameters, from the first.
class Query {
 public:
  explicit Query(std::shared_ptr<SQLite::Statement> statement) : statement_(std::move(statement)) {}
  Query(Query&&) = default;
  Query& operator=(Query&&) = delete;
  ~Query();

  template <typename... Values>
  Query& bind(const Values&... values) {
    (bind_next(values), ...);
    return *this;
  }
  /// Goes to the next row. Returns false if there is none.
  bool next();
  /// Runs a statement that returns no rows. Returns the number of changed rows.
  int run();

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
  [[nodiscard]] base::Bytes blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  void bind_next(const std::string& value);
  void bind_next(const char* value) { bind_next(std::string(value)); }
  void bind_next(std::int64_t value);
  void bind_next(int value) { bind_next(static_cast<std::int64_t>(value)); }
  void bind_next(bool value) { bind_next(static_cast<std::int64_t>(value)); }
  void bind_next(const base::Bytes& value);
  void bind_next(const std::optional<base::Bytes>& value);

  std::shared_ptr<SQLite::Statement> statement_;  // null after a move
  int bound_ = 0;
};

/// Kinds of rows that are cached between commands (see remembered.hpp).
enum class Remember : std::size_t { users, classes, resources };
inline constexpr std::size_t remembered_kinds = 3;

class Store {
 public:
  /// Opens the file, or makes it with mode 0600; an empty path is a database in memory. Upgrades a lab of an older
  /// version. Throws base::Fault with a sentence for the user if the file is not a lab, is damaged, or is of a newer
  /// version.
  explicit Store(const std::string& path);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Returns the statement `sql`, ready to bind. A statement is prepared once and found again by the address of its
  /// text. If it is still running, a second one is prepared.
  Query query(const char* sql);
  [[nodiscard]] std::int64_t last_row() const;
  /// Whether a savepoint is open. While it is, no other process writes to the lab.
  [[nodiscard]] bool in_transaction() const { return depth_ > 0; }
  /// A number that changes when cached rows of this kind may be out of date; meaningful inside a transaction.
  [[nodiscard]] std::uint64_t version(Remember kind) const { return versions_[static_cast<std::size_t>(kind)]; }
  /// Must be called after rows of this kind were written.
  void forget(Remember kind) { ++versions_[static_cast<std::size_t>(kind)]; }
  /// The query plan of every statement prepared so far, a line for each step: "SEARCH certificate USING INDEX ...", or
  /// "SCAN ..." if SQLite reads every row. For tests.
  [[nodiscard]] std::vector<std::string> plans();
  /// Checks every page and every reference between tables, also of a large lab. Returns a sentence for each damage.
  [[nodiscard]] std::vector<std::string> damages();
  /// A digest of every value of every table: equal if nothing changed.
  [[nodiscard]] std::string fingerprint();
  /// The same without the counters of operations and jobs, which refused commands advance as well.
  [[nodiscard]] std::string fingerprint_of_data();

 private:
  friend class Savepoint;
  void configure();
  [[nodiscard]] bool is_blank();
  void create_schema();
  void check_schema();
  [[nodiscard]] int version();
  /// Upgrades a lab of an older version, unless another process has done so meanwhile.
  void upgrade_schema();
  void execute(const std::string& sql);
  void forget_all() {
    for (std::uint64_t& version : versions_) ++version;
  }
  /// `tables` is the SQL that selects the names of the tables.
  std::string digest_of(const char* tables);

  std::unique_ptr<SQLite::Database> database_;
  std::unordered_map<const char*, std::shared_ptr<SQLite::Statement>> statements_;
  std::array<std::uint64_t, remembered_kinds> versions_{};
  int depth_ = 0;
};

/// The destructor undoes what was written since the constructor, unless keep() was called. Savepoints nest; the
/// outermost one is the transaction, and its keep() commits.
class Savepoint {
 public:
  explicit Savepoint(Store& store);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void keep();

 private:
  Store& store_;
  bool open_ = true;
};

}  // namespace ringside::database

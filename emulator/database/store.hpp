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

/// A prepared statement that is running; reset when it goes. Columns are numbered from 0, parameters in order from 1.
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
  /// Goes to the next row; false when there is none.
  bool next();
  /// Runs a statement that returns no rows; the number of rows changed.
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

  std::shared_ptr<SQLite::Statement> statement_;  // empty when moved from
  int bound_ = 0;
};

/// Rows that are remembered between commands (see remembered.hpp).
enum class Remember : std::size_t { users, classes, resources };
inline constexpr std::size_t remembered_kinds = 3;

class Store {
 public:
  /// Opens or makes the file, which only its owner may read; an empty path is a database in memory. Throws base::Fault
  /// with a sentence for the user when the file is not a Ringside lab, is damaged, or is of a newer version; an older
  /// one is upgraded.
  explicit Store(const std::string& path);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// The statement of this text, ready to bind; it is prepared once for each place of the program that asks, which is
  /// told by the text's address. A second one while the first is still running is its own.
  Query query(const char* sql);
  [[nodiscard]] std::int64_t last_row() const;
  /// Whether a savepoint is open: until it ends nobody else writes to the lab.
  [[nodiscard]] bool in_transaction() const { return depth_ > 0; }
  /// Stays the same as long as rows of this kind that were read are what a new read would give, inside a transaction.
  [[nodiscard]] std::uint64_t version(Remember kind) const { return versions_[static_cast<std::size_t>(kind)]; }
  /// To be called by whoever writes such rows.
  void forget(Remember kind) { ++versions_[static_cast<std::size_t>(kind)]; }
  /// How SQLite finds the rows of every statement that was asked so far, a line for each step: "SEARCH certificate
  /// USING INDEX ...", or "SCAN ..." where it looks at every row. For tests.
  [[nodiscard]] std::vector<std::string> plans();
  /// Looks at every page and every reference between tables, however large the lab is; what is wrong, or nothing.
  [[nodiscard]] std::vector<std::string> damages();
  /// A digest of every value of every table: equal when nothing changed. For tests and for "what changed".
  [[nodiscard]] std::string fingerprint();
  /// The same without the systems' counters of operations and jobs, which a refused command moves as well.
  [[nodiscard]] std::string fingerprint_of_data();

 private:
  friend class Savepoint;
  void configure();
  [[nodiscard]] bool is_blank();
  void create_schema();
  void check_schema();
  [[nodiscard]] int version();
  /// Brings a lab of an older version to this one; one that another process brought there meanwhile is left alone.
  void upgrade_schema();
  void execute(const std::string& sql);
  void forget_all() {
    for (std::uint64_t& version : versions_) ++version;
  }
  /// `tables` selects the names of the tables.
  std::string digest_of(const char* tables);

  std::unique_ptr<SQLite::Database> database_;
  std::unordered_map<const char*, std::shared_ptr<SQLite::Statement>> statements_;
  std::array<std::uint64_t, remembered_kinds> versions_{};
  int depth_ = 0;
};

/// All or nothing: what is written while it lives is undone unless keep() is called. Nests; the outermost one is the
/// transaction and its keep() is the commit.
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

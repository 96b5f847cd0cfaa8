// emulator/database/store.hpp - the SQLite file of a lab: opening, schema, prepared statements, savepoints.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "emulator/base/bytes.hpp"

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

class Store {
 public:
  /// Opens or makes the file, which only its owner may read; an empty path is a database in memory. Throws base::Fault
  /// with a sentence for the user when the file is not a Ringside lab, is damaged, or is of a newer version; an older
  /// one is upgraded.
  explicit Store(const std::string& path);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// The cached statement for this text, ready to bind; a second one while the first is still running is its own.
  Query query(const char* sql);
  [[nodiscard]] std::int64_t last_row() const;
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
  /// `tables` selects the names of the tables.
  std::string digest_of(const char* tables);

  std::unique_ptr<SQLite::Database> database_;
  std::unordered_map<std::string, std::shared_ptr<SQLite::Statement>> statements_;
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
  std::string name_;
  bool open_ = true;
};

}  // namespace ringside::database

// emulator/database/query.hpp - a running prepared statement of a lab's database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/bytes.hpp"

namespace SQLite {
class Statement;
}  // namespace SQLite

namespace ringside::database {

class Store;

/// A running prepared statement; the destructor resets it. Columns are numbered from 0. Each bind() binds the next
/// parameters, from the first.
class Query {
 public:
  Query(const Store& store, std::shared_ptr<SQLite::Statement> statement, bool has_files)
      : store_(&store), statement_(std::move(statement)), has_files_(has_files) {}
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
  /// The length in octets of a text or blob.
  [[nodiscard]] std::size_t length(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  /// The lab's database that the statement reads.
  [[nodiscard]] const Store& store() const { return *store_; }

 private:
  void bind_next(const std::string& value);
  void bind_next(const char* value) { bind_next(std::string(value)); }
  void bind_next(std::int64_t value);
  void bind_next(int value) { bind_next(static_cast<std::int64_t>(value)); }
  void bind_next(bool value) { bind_next(static_cast<std::int64_t>(value)); }
  void bind_next(const base::Bytes& value);
  void bind_next(const std::optional<base::Bytes>& value);
  void bind_next(const std::optional<std::string>& value);
  void bind_null();

  const Store* store_;
  std::shared_ptr<SQLite::Statement> statement_;  // null after a move
  bool has_files_;                                // rows of this statement may be as long as a file
  int bound_ = 0;
};

}  // namespace ringside::database

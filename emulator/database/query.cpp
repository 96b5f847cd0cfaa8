// emulator/database/query.cpp - binds the parameters of a statement and reads its rows.
#include "emulator/database/query.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "emulator/database/guarded.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

Query::~Query() {
  if (statement_ != nullptr) statement_->tryReset();
}

bool Query::next() {
  store_->bound_lengths(has_files_);
  return guarded(*store_, [&] { return statement_->executeStep(); });
}

int Query::run() {
  store_->bound_lengths(has_files_);
  return guarded(*store_, [&] { return statement_->exec(); });
}

std::string Query::text(int column) const {
  return statement_->getColumn(column).getString();
}

std::int64_t Query::number(int column) const {
  return statement_->getColumn(column).getInt64();
}

base::Bytes Query::blob(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  const auto* data = static_cast<const std::uint8_t*>(value.getBlob());
  return data == nullptr ? base::Bytes{} : base::Bytes(data, data + value.getBytes());
}

std::size_t Query::length(int column) const {
  return static_cast<std::size_t>(statement_->getColumn(column).getBytes());
}

bool Query::is_null(int column) const {
  return statement_->getColumn(column).isNull();
}

void Query::bind_next(const std::string& value) {
  guarded(*store_, [&] { statement_->bind(++bound_, value); });
}

void Query::bind_next(std::int64_t value) {
  guarded(*store_, [&] { statement_->bind(++bound_, value); });
}

void Query::bind_next(const base::Bytes& value) {
  // An empty blob must not become NULL, as a null pointer would.
  const void* data = value.empty() ? static_cast<const void*>("") : value.data();
  guarded(*store_, [&] { statement_->bind(++bound_, data, static_cast<int>(value.size())); });
}

void Query::bind_next(const std::optional<base::Bytes>& value) {
  if (value) return bind_next(*value);
  bind_null();
}

void Query::bind_next(const std::optional<std::string>& value) {
  if (value) return bind_next(*value);
  bind_null();
}

void Query::bind_null() {
  guarded(*store_, [&] { statement_->bind(++bound_); });
}

}  // namespace ringside::database

// emulator/database/file/length_check.cpp - finds texts and blobs that are longer than any in a lab.
#include "emulator/database/file/length_check.hpp"

#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "emulator/database/file/lengths.hpp"

namespace ringside::database {
namespace {

std::vector<std::string> texts(SQLite::Database& lab, const std::string& sql) {
  std::vector<std::string> found;
  SQLite::Statement rows(lab, sql);
  while (rows.executeStep()) found.push_back(rows.getColumn(0).getString());
  return found;
}

bool has_long_row(SQLite::Database& lab, const std::string& table, std::size_t most) {
  std::string longest;  // length() of a blob does not read it
  for (const std::string& column : texts(lab, fmt::format("SELECT name FROM pragma_table_info('{}')", table)))
    longest += fmt::format("{}coalesce(length({}),0)>{}", longest.empty() ? "" : " OR ", column, most);
  return !texts(lab, fmt::format("SELECT 1 FROM {} WHERE {} LIMIT 1", table, longest)).empty();
}

}  // namespace

std::string table_with_long_row(SQLite::Database& lab) {
  for (const std::string& table :
       texts(lab, "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'certificate%'")) {
    if (has_long_row(lab, table, names_files(table) ? most_file_bytes : most_row_bytes)) return table;
  }
  return {};
}

}  // namespace ringside::database

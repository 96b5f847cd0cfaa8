// emulator/database/file/length_check.hpp - finds texts and blobs that are longer than any in a lab, without reading
// them.
#pragma once

#include <string>

namespace SQLite {
class Database;
}  // namespace SQLite

namespace ringside::database {

/// The name of a table with a text or blob that is too long; empty if there is none. SQLite reads a whole row of most
/// tables to find another one, so one such row costs memory in every command. Tables of certificates are left out: they
/// may be large, and their rows are found by number. Throws SQLite::Exception for a text that is too long.
std::string table_with_long_row(SQLite::Database& lab);

}  // namespace ringside::database

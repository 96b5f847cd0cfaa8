// emulator/database/file/image.hpp - databases in memory that begin as a copy: of a file that cannot be written, or of
// another connection's database.
#pragma once

#include <memory>
#include <string>

namespace SQLite {
class Database;
}  // namespace SQLite

namespace ringside::database {

/// Whether the file exists and SQLite could not write it: the file, its folder or the file system is read-only.
bool is_read_only(const std::string& path);

/// A database in memory with what the file holds, also what is only in its write-ahead log. Neither the file nor its
/// folder is written. Throws base::Fault if the file cannot be read.
std::unique_ptr<SQLite::Database> copy_of_file(const std::string& path);

/// A database in memory with what the connection sees, also what it has not committed.
std::unique_ptr<SQLite::Database> copy_of(SQLite::Database& original);

}  // namespace ringside::database

// emulator/database/file/schema_check.hpp - compares the tables of a lab's file with those that this program makes.
#pragma once

#include <string>

namespace SQLite {
class Database;
}  // namespace SQLite

namespace ringside::database {

/// Compares every table, index, view and trigger of the file with those of this schema version, to the letter. Returns
/// a sentence about the first difference; empty if there is none. A file from a stranger may have a trigger that
/// deletes what a command stores, or a view that never ends: nothing but this may be read before. Throws
/// SQLite::Exception.
std::string schema_difference(SQLite::Database& lab, int version);

}  // namespace ringside::database

// emulator/database/file/place.hpp - the file of an open lab is still the one that has its name.
#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace ringside::database {

/// "PATH: WHAT", as faults name a lab; WHAT alone if the lab is in memory.
std::string of_lab(const std::string& path, const std::string& what);

/// Throws base::Fault if the file was deleted, or another one has taken its name, since it was opened.
void require_in_place(SQLite::Database& database, const std::string& path);

}  // namespace ringside::database

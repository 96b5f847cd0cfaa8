// emulator/database/file/place.cpp - the file of an open lab is still the one that has its name.
#include "emulator/database/file/place.hpp"

#include <sqlite3.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/fault.hpp"

namespace ringside::database {

std::string of_lab(const std::string& path, const std::string& what) {
  return path.empty() ? what : path + ": " + what;
}

void require_in_place(SQLite::Database& database, const std::string& path) {
  int has_moved = 0;
  const int known = sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  if (known == SQLITE_OK && has_moved != 0)
    throw base::Fault(of_lab(path, "this lab was deleted or replaced while it was in use; what was done is lost"));
}

}  // namespace ringside::database

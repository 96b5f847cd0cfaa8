// app/commands/library_folder.hpp - real folders as libraries of members, and back.
#pragma once

#include <string>
#include <vector>

#include "app/commands/lab_place.hpp"
#include "app/program.hpp"
#include "emulator/host/library.hpp"

namespace ringside::app {

/// What was copied between a folder and a library.
struct LibraryCopy {
  host::DataSet library;  ///< its format
  bool is_text = false;
  std::size_t members = 0;
  std::size_t records = 0;
};

/// Whether the operand names a real folder.
bool is_folder(const std::string& path);

/// Whether the place is a library of the lab.
bool is_library(Program& program, const LabPlace& place);

/// Makes the files of a real folder members of a library, which is made if it is missing. Files whose names begin with
/// a period are left out. Throws UsageError, and changes nothing, if one of them cannot be a member.
LibraryCopy put_folder(Program& program, const std::string& folder, const LabPlace& place, CopyForm form,
                       const host::RecordForm& records);

/// Writes each member of a library to a file of a real folder, which is made if it is missing: to the file there that
/// would become this member, else to a file of the member's name. Throws UsageError, and writes nothing, if a member is
/// not text although `form` says so.
LibraryCopy get_folder(Program& program, const LabPlace& place, const std::string& folder, CopyForm form);

}  // namespace ringside::app

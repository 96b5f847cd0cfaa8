// app/commands/lab_place.hpp - a data set or file of a lab that an operand names, and copies into and out of it.
#pragma once

#include <optional>
#include <string>

#include "app/program.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/host/records.hpp"
#include "emulator/host/transfer.hpp"

namespace ringside::app {

/// A data set or member of a z/OS system, or a file of any system.
struct LabPlace {
  database::SystemRecord system;
  std::string name;  ///< of the data set, in capitals; LIBRARY(MEMBER); or the path
  bool is_file = false;

  [[nodiscard]] std::string text() const { return system.name + ":" + name; }
};

/// Reads a data set name, or a path that begins with '/'. Throws UsageError.
LabPlace place_on(const database::SystemRecord& system, const std::string& name);

/// The same after "SYSTEM:", or on the system of --system. Makes that system the one of --system.
LabPlace place_of(Program& program, const std::string& operand);

/// Throws UsageError, with names that are near, if there is no such data set or member.
void require_data_set(Program& program, const LabPlace& place);

/// How content is copied.
enum class CopyForm {
  fitting,  ///< text if it can be text on both sides, else octets
  text,     ///< IBM-1047 in a data set, UTF-8 in a file
  binary    ///< octets as they are
};

/// The same for put_members(); nullopt stands for `fitting`.
std::optional<host::ContentForm> content_form(CopyForm form);

/// What is in a place.
struct LabContent {
  base::Bytes octets;
  bool is_text = false;                        ///< the octets are text, and in UTF-8
  std::optional<host::DataSet> data_set = {};  ///< where it comes from or where it went, if that is a data set
};

/// Reads a data set or, as --user, a file. Throws UsageError if it does not exist or is not text although `form` says
/// so.
LabContent read_place(Program& program, const LabPlace& place, CopyForm form);

/// Makes or replaces a data set or member, or as --user a file with the directories above it; see put_members() for the
/// library of a member. `content` is outside of the lab as UTF-8 or octets. Throws UsageError if it does not fit; then
/// the lab is as it was.
LabContent write_place(Program& program, const LabPlace& place, const base::Bytes& content, CopyForm form,
                       const host::RecordForm& records = {"", 0});

}  // namespace ringside::app

// emulator/host/library.hpp - files as members of a library.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/bytes.hpp"
#include "emulator/host/records.hpp"
#include "emulator/host/transfer.hpp"

namespace ringside::host {

inline constexpr std::size_t most_members = 10'000;  ///< that one folder becomes

/// A file that becomes a member.
struct MemberFile {
  std::string file;  ///< its name, for messages
  base::Bytes content;
  std::string member{};  ///< empty: the name of the file in upper case, without extension
};

/// What put_members() did.
struct PutMembers {
  DataSet library;  ///< its format
  bool is_text = false;
  std::size_t members = 0;
  std::size_t records = 0;
};

/// The name of the member that a file becomes: its name without directories and extension, in upper case. It may be no
/// name of a member.
std::string member_for(const std::string& file);

/// Makes or replaces members of a library, and makes the library if it is missing. Other members stay. Without `as`
/// the files are text if all of them can be. A new library has the format of `form`, or without one RECFM FB and LRECL
/// 80, or RECFM VB and at least 255 if a line is longer; an old one keeps its format. Returns a sentence, and changes
/// nothing, if a file has no name for a member, two have the same one, the data set is no library, or a line does not
/// fit.
tl::expected<PutMembers, std::string> put_members(DataSets& data_sets, const std::string& library,
                                                  std::vector<MemberFile> files, std::optional<ContentForm> as = {},
                                                  RecordForm form = {"", 0});

}  // namespace ringside::host

// emulator/host/transfer.hpp - copies content between data sets, files and systems of a lab.
#pragma once

#include <optional>
#include <string>

#include "emulator/host/files.hpp"
#include "emulator/host/records.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::host {

enum class ContentForm {
  text,   ///< IBM-1047 in the data set, UTF-8 in the file
  octets  ///< unchanged
};

/// The content of a data set for a file. Returns nullopt if text is asked for and the data set is not text in IBM-1047.
std::optional<base::Bytes> file_content(const DataSet& data_set, ContentForm form);

/// Copies a data set, a library with its members, or a member to another system of the lab under the name `as`. A
/// library that exists there keeps its other members. Returns the number of records. The error is a clause that says
/// why nothing was copied: "there is no such data set on SYSA".
tl::expected<std::size_t, std::string> copy_data_set(lab::Lab& lab, const std::string& name, const std::string& from,
                                                     const std::string& to, const std::string& as);

/// Makes or replaces a file that belongs to `owner` and to the group of the same name, and makes the directories above
/// it that are missing. Without `mode` a file that exists keeps its mode and a new one gets 0644.
FileResult<void> put_file(Files& files, const std::string& path, base::ByteView content, const std::string& owner,
                          std::optional<unsigned> mode = {});

/// Copies a file with its mode into a directory that exists; the copy belongs to `owner` and to the group of the same
/// name. A file that exists keeps its mode.
FileResult<void> copy_file(const Files& source, const std::string& path, Files& target, const std::string& copy,
                           const std::string& owner);

}  // namespace ringside::host

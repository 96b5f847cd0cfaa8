// server/services/files/unix_access.hpp - the UNIX files of a z/OS system as the caller of a service sees them.
#pragma once

#include <optional>
#include <string>

#include "emulator/host/lab_files.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// The files as the caller's UNIX user sees them. Makes /tmp and the home directory of the caller where they are
/// missing.
host::LabFiles unix_files_of(Call& call);

/// The path of a call behind /zosmf/restfiles/fs, absolute and in normal form.
std::string unix_path(const Call& call);

/// What a file error is as a response.
http::Response unix_error(host::FileError error, const std::string& path);

/// The bits of "rwxr-xr-x" or of "755". Returns nullopt for other texts.
std::optional<unsigned> mode_bits(const std::string& text);
/// "drwxr-xr-x".
std::string mode_text(const host::FileStatus& status);

/// A file or directory as an item of a list.
base::Json unix_item(Call& call, const std::string& name, const host::FileStatus& status);

}  // namespace ringside::services

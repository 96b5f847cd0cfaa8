// server/services/files/unix_search.hpp - the files below a directory that the filters of a list choose.
#pragma once

#include <string>

#include "emulator/host/lab_files.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// Whether a list searches, as find does: its query has name, user, group, type, size, mtime or perm.
bool is_unix_search(const http::Request& request);

/// The files and directories below `path` that pass every filter, with names relative to it. They are those of all
/// levels, or of `depth` levels; Zowe CLI copies a directory with `name=*`. 400 if a filter cannot be read.
http::Response search_unix_files(Call& call, const host::LabFiles& files, const std::string& path);

}  // namespace ringside::services

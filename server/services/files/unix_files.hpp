// server/services/files/unix_files.hpp - the files services for the UNIX files of a z/OS system.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// GET /zosmf/restfiles/fs?path=: the entries of a directory, or one file. The caller's home directory and /tmp are
/// made when they are missing.
http::Response list_unix_files(Call& call);
/// GET of a path: the content. Files of a lab hold UTF-8, so text and binary are the same octets.
http::Response read_unix_file(Call& call);
/// POST of a path, {"type": "file" or "directory", "mode": "rwxr-xr-x"}.
http::Response create_unix_file(Call& call);
/// PUT of a path: replaces the content, or makes the file. A JSON body asks for chmod, chown, move, copy or chtag.
http::Response write_unix_file(Call& call);
/// DELETE of a path; of a directory with what it contains if X-IBM-Option is "recursive".
http::Response delete_unix_file(Call& call);

}  // namespace ringside::services

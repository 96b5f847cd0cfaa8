// emulator/host/stream_file.hpp - files of this machine that are no regular files: pipes, devices, /dev/stdin.
#pragma once

#include <string>

#include "emulator/host/files.hpp"
#include "emulator/host/real_path.hpp"

namespace ringside::host {

/// Whether `path` is a pipe or a device, or an open file of this process: /dev/null, a FIFO, /dev/stdin, /dev/fd/63.
bool is_stream(const std::string& path);

/// The status of such a file.
FileResult<struct stat> stream_status(const std::string& path);
/// Reads it to its end, which may mean to wait for what writes to it. The content of a file that is open.
FileResult<base::Bytes> read_stream(const std::string& path);
/// Writes to it. Not atomic.
FileResult<void> write_stream(const std::string& path, base::ByteView content);

/// Reads an open file to its end. `path` is its name in an error.
FileResult<base::Bytes> read_all(int file, const std::string& path);

}  // namespace ringside::host

// emulator/tso/exec/exec_files.hpp - the files of EXECIO: records between the files of a session and an exec.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emulator/host/data_sets.hpp"
#include "emulator/host/dd_file.hpp"
#include "emulator/racf/session.hpp"
#include "emulator/rexx/exec.hpp"
#include "emulator/tso/exec/execio_request.hpp"

namespace ringside::tso {

/// The file that a DD name stands for: what ALLOCATE has allocated, else a file of the step. Returns nullopt if neither
/// has the name.
std::optional<host::DdFile> find_file(const racf::Session& session, const std::string& dd);

/// The files that EXECIO has opened, with their positions (TSO/E REXX Reference, "EXECIO").
class ExecFiles {
 public:
  /// Keeps a reference to the session.
  explicit ExecFiles(racf::Session& session) : session_(session) {}

  /// Runs EXECIO with these operands. Returns RC: 0; 1 if a record was cut; 2 at the end of the file; 20 after an
  /// error. Messages are appended to `messages`.
  int execio(const std::string& operands, rexx::WaitingExec& exec, std::vector<std::string>& messages);

  /// Closes each file: what was written goes to its data set.
  void close_all();

 private:
  struct OpenFile {
    host::DdFile file;
    bool writes = false;
    std::vector<std::string> records{};  // read, or to be written
    std::size_t at = 0;                  // of the next record to read
    std::size_t written = 0;             // octets
  };

  OpenFile* open(const ExecioRequest& request, std::vector<std::string>& messages);
  static int read(OpenFile& file, const ExecioRequest& request, rexx::WaitingExec& exec);
  int write(OpenFile& file, const ExecioRequest& request, rexx::WaitingExec& exec, std::vector<std::string>& messages);
  [[nodiscard]] std::size_t longest_record(const OpenFile& file) const;
  void close(const std::string& dd);

  racf::Session& session_;
  std::map<std::string, OpenFile> open_;
};

}  // namespace ringside::tso

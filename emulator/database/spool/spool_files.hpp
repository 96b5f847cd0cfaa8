// emulator/database/spool/spool_files.hpp - what jobs have on the spool.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// The number of the file with the job stream itself. Output begins behind it, as JES2 numbers it: JESMSGLG is 2.
inline constexpr std::int64_t job_stream_number = 1;

struct SpoolRecord {
  std::int64_t number = job_stream_number;
  std::string dd;    ///< JESMSGLG, SYSTSPRT ...
  std::string step;  ///< STEP, or STEP.PROCSTEP in a procedure; JES2 for its own
  std::int64_t records = 0;
  std::int64_t octets = 0;
};

class SpoolFiles {
 public:
  explicit SpoolFiles(Store& store) : store_(store) {}
  /// The files of a job, by number, without their content.
  [[nodiscard]] std::vector<SpoolRecord> of(const std::string& system, const std::string& job) const;
  /// The records of a file as UTF-8, each ended by a line feed. Returns nullopt if there is no such file.
  [[nodiscard]] std::optional<std::string> content(const std::string& system, const std::string& job,
                                                   std::int64_t number) const;
  /// Stores a file of a job that is stored; replaces one of the same number. `octets` is taken from the content.
  void put(const std::string& system, const std::string& job, const SpoolRecord& file, const std::string& content);

 private:
  Store& store_;
};

}  // namespace ringside::database

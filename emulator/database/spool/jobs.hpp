// emulator/database/spool/jobs.hpp - the jobs of each system: those that have run, and those that wait.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

struct JobRecord {
  std::string system;
  std::string id;    ///< JOB00001
  std::string name;  ///< of the JOB statement
  std::string owner;
  std::string submitter;
  std::string job_class = "A";
  std::string symbols{};      ///< given at submission: "NAME=value" lines
  bool ended = false;         ///< its output is complete; else it waits to run
  std::string return_code{};  ///< CC 0000, JCL ERROR, ABEND S806 ...; empty before its end
  bool held = false;          ///< it does not run before it is released
  base::Instant submitted{};  ///< by the lab's clock, as the times below
  std::optional<base::Instant> started_at{};
  std::optional<base::Instant> ended_at{};
  std::int64_t octets = 0;   ///< of its spool files, and of the job stream
  std::string correlator{};  ///< the part of the job correlator that the submitter chose; empty if none
};

/// How much of a system's ended jobs a lab keeps.
struct JobBounds {
  std::int64_t jobs = 1'000;
  std::int64_t octets = std::int64_t{64} << 20;
};

class Jobs {
 public:
  explicit Jobs(Store& store) : store_(store) {}
  [[nodiscard]] std::optional<JobRecord> find(const std::string& system, const std::string& id) const;
  /// All jobs of a system, the last submitted first.
  [[nodiscard]] std::vector<JobRecord> of(const std::string& system) const;
  /// Stores the job; replaces one of the same number. In a read-only lab it is kept for this process.
  void put(const JobRecord& job);
  /// Deletes the job and its spool files. Returns false if there is none.
  bool remove(const std::string& system, const std::string& id);
  /// Deletes the oldest ended jobs until the system's jobs are within the bounds, or `spared` alone is left. Returns
  /// their numbers.
  std::vector<std::string> drop_oldest(const std::string& system, const std::string& spared, JobBounds bounds);

 private:
  Store& store_;
};

}  // namespace ringside::database

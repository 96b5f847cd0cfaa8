// twin/unload/unload.hpp - the security database of a system as the records of IRRDBU00.
#pragma once

#include <cstdint>
#include <functional>

#include "base/time.hpp"
#include "emulator/database/systems.hpp"
#include "emulator/lab/lab.hpp"
#include "twin/records/record_line.hpp"

namespace ringside::twin {

struct UnloadOptions {
  base::Zone zone{};  ///< of the dates and times of certificates; no source says which zone RACF writes (low)
  /// Called now and then with the number of profiles that are done, and of all.
  std::function<void(std::uint64_t done, std::uint64_t all)> progress{};
};

using RecordSink = std::function<void(const RecordLine& record)>;

/// Passes each record of the system's database to `sink`. One profile is in memory at a time, and no other process
/// changes what is read meanwhile. Makes no key: a twin's certificate is told as its site told it.
///
/// No source tells the order of IRRDBU00 (low). Here groups come first, then users, data sets and general resources,
/// the latter by class; in each part profiles by name; of a profile its base record, then its other records by type.
void unload(lab::Lab& lab, const database::SystemRecord& system, const UnloadOptions& options, const RecordSink& sink);

}  // namespace ringside::twin

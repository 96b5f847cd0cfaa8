// twin/load/loading.hpp - what a running load works with.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/time.hpp"
#include "emulator/database/twin/staging.hpp"
#include "emulator/lab/lab.hpp"
#include "twin/records/record.hpp"

namespace ringside::twin {

/// The database that a load fills, and what it finds on the way. A savepoint must be open while it exists.
struct Loading {
  Loading(lab::Lab& into, database::SystemRecord of, base::Zone in);

  lab::Lab& lab;
  database::SystemRecord system;
  database::SecurityDatabase database;
  database::Staging staging;
  base::Zone zone;                                 ///< of the times in the unload
  std::map<std::string, std::uint64_t> remarks{};  ///< how many of each kind
  std::uint64_t number = 0;                        ///< of the present record

  /// Notes what does not fit together, in the words of `sentence`. Of each kind, limits::load_remarks are kept; all are
  /// counted.
  void remark(const std::string& kind, const std::string& item, const std::string& sentence);
  /// Notes that the present record is left out.
  void skip(const std::string& why);
  /// The beginning of a day in the unload's zone; the epoch if there is none.
  [[nodiscard]] base::Instant day(const Record& record, const Field& field) const;
};

/// Whether a text can be a name or a value in a lab: without control characters.
bool is_clean(const std::string& text);

/// Names in profiles have the cent sign where the name itself has a blank.
std::string without_cent_signs(const std::string& text);

}  // namespace ringside::twin

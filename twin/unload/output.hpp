// twin/unload/output.hpp - what the parts of an unload share: where they read, and where records go.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "emulator/database/security_database.hpp"
#include "twin/unload/unload.hpp"

namespace ringside::twin {

class Output {
 public:
  /// All four outlive the object.
  Output(lab::Lab& lab, database::SecurityDatabase& database, const UnloadOptions& options, const RecordSink& sink)
      : lab_(lab), database_(database), options_(options), sink_(sink) {}

  [[nodiscard]] database::SecurityDatabase& database() { return database_; }
  void write(const RecordLine& record) { sink_(record); }

  /// A moment of a profile, on the clock of the lab.
  [[nodiscard]] base::CivilTime on_clock(base::Instant moment) const;
  /// A moment of a certificate, in the zone of the unload.
  [[nodiscard]] base::CivilTime in_zone(base::Instant moment) const;

  void expect(std::int64_t profiles) { expected_ += static_cast<std::uint64_t>(profiles); }
  /// A profile is written.
  void finish_profile();

 private:
  lab::Lab& lab_;
  database::SecurityDatabase& database_;
  const UnloadOptions& options_;
  const RecordSink& sink_;
  std::uint64_t expected_ = 0, finished_ = 0;
};

/// A record of a profile, with the name in its field of that name: the first after the type.
RecordLine profile_record(std::string_view type, std::string_view name);
/// The same for a general resource, with its class.
RecordLine resource_record(std::string_view type, std::string_view profile_class, std::string_view name);

}  // namespace ringside::twin

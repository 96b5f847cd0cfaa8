// twin/expiry/expiry_report.hpp - which certificates end by a date, on which rings they are, and whose they are.
//
// The rules and columns are those of IBM's health check RACF_CERTIFICATE_EXPIRATION (IBM Health Checker for z/OS User's
// Guide, "RACF_CERTIFICATE_EXPIRATION"): certificates that have ended or end within the period are listed, and one that
// is TRUST or HIGHTRUST is an exception, marked E.
#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "twin/holdings/holdings.hpp"

namespace ringside::twin {

/// The period of IBM's check if its parameter DAYS is not set.
inline constexpr std::chrono::days usual_period{60};

/// A ring that holds a certificate.
struct EndingOnRing {
  std::string ring;  ///< "WEB/Ring"
  database::Usage usage = database::Usage::personal;
  bool is_default = false;
};

/// A certificate that has ended or ends within the period.
struct EndingCertificate {
  std::size_t database = 0;   ///< place in ExpiryReport::databases
  bool is_exception = false;  ///< IBM's column S: "E"
  std::string owner;          ///< "CERTAUTH", "SITE", "ID(WEB)"
  std::string label;
  base::Instant end{};
  std::string trust;  ///< "Yes", "No", "High"
  std::vector<EndingOnRing> rings;
  long days = 0;  ///< whole days from the report's moment to the end; negative: it has ended
  bool has_key = false;
  std::string subject, issuer, serial;
  std::string grade;  ///< "real", "stand-in", "hollow" for a certificate of a twin, else empty
};

struct ExpiryReport {
  base::Instant at{}, until{};
  base::Zone zone{};
  std::vector<std::string> databases;   ///< "RACFA (SYSA, SYSB)"
  std::size_t certificates = 0;         ///< that were looked at
  std::size_t undated = 0;              ///< of those: hollow ones whose end the unload does not tell
  std::vector<EndingCertificate> rows;  ///< database by database; the first to end first

  [[nodiscard]] std::size_t exceptions() const;
  /// The period in days, rounded up: IBM's title shows it.
  [[nodiscard]] long period() const;
};

/// The report on these holdings. `until` is not before their moment. CA certificates that Ringside supplies are left
/// out unless a ring holds them.
ExpiryReport expiry_report(const Holdings& holdings, base::Instant until);

/// "2026-03-02" in the zone: IBM's column "End Date".
std::string end_date(base::Instant end, base::Zone zone);
/// "WEB/Ring (default)", "WEB/Ring (CERTAUTH)": a personal usage is not named.
std::string described(const EndingOnRing& ring);
/// "ended 3 days ago", "ends within a day", "in 12 days".
std::string time_left(const EndingCertificate& row);

/// One sentence on the whole report: what ends, and how many certificates were looked at.
std::string expiry_summary(const ExpiryReport& report);

}  // namespace ringside::twin

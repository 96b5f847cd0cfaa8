// emulator/racf/racdcert/validity.hpp - validity periods: read from operands, and checked.
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// DATE and TIME of NOTBEFORE or NOTAFTER, local time.
struct Moment {
  std::optional<base::CivilTime> date{};         ///< year, month and day
  std::optional<base::CivilTime> time_of_day{};  ///< hour, minute and second
};

/// NOTBEFORE and NOTAFTER; nullopt for one that was not given. RSD209I for a date that does not exist or whose year is
/// not 1950 to 9997, and for a time of day that does not exist.
struct ValidityOperands {
  Result<std::optional<Moment>> not_before;
  Result<std::optional<Moment>> not_after;
};
ValidityOperands read_validity(const Request& request);

struct Period {
  base::Instant not_before{};
  base::Instant not_after{};
};

/// Returns the period of the operands. The defaults are GENCERT's: today 00:00:00, and a year later 23:59:59. IRRD133I
/// if the end is not after the start.
Result<Period> period_for(const Context& context, const ValidityOperands& operands);

Period period_of(const crypto::Certificate& certificate);

/// Returns what is wrong with a period now ("it ended on ...", "it ends after its issuer, which ends on ..."); nullopt
/// if nothing is.
std::optional<std::string> date_problem(Context& context, const Period& period, const std::optional<Period>& issuer);

}  // namespace ringside::racf::racdcert

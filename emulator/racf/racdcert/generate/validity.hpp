// emulator/racf/racdcert/generate/validity.hpp - validity periods: from operands, and judged against the clock and the
// issuer.
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

struct Period {
  base::Instant not_before{};
  base::Instant not_after{};
};

/// NOTBEFORE and NOTAFTER of a command, local time, with GENCERT's defaults: today 00:00:00, and a year later 23:59:59.
/// IRRD133I if they are reversed, RSD209I for a year outside 1950 to 9997.
Result<Period> period_operands(Context& context, const parser::Keyword& operands);

Period period_of(const crypto::Certificate& certificate);

/// What is wrong with a period at this moment ("it ended on ...", "it ends after its issuer, on ..."); nothing if all
/// is well.
std::optional<std::string> date_problem(Context& context, const Period& period, const std::optional<Period>& issuer);

}  // namespace ringside::racf::racdcert

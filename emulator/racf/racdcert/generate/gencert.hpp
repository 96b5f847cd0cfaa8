// emulator/racf/racdcert/generate/gencert.hpp - RACDCERT GENCERT.
#pragma once

#include "emulator/racf/racdcert/generate/gencert_plan.hpp"

namespace ringside::racf::racdcert {

/// Makes a certificate, self-signed or signed by one of the database, and stores it.
Result<void> gencert(Context& context, const GencertOperands& operands);

}  // namespace ringside::racf::racdcert

// emulator/racf/racdcert/certificates/checkcert.hpp - RACDCERT CHECKCERT.
#pragma once

#include <optional>

#include "base/secret.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct CheckCertOperands {
  DataSetOperand data_set;
  std::optional<base::Secret> password;
};
CheckCertOperands read_check_cert(const Request& request);
/// Lists the certificates of a data set, and what the database has about them.
Result<void> check_cert(Context& context, const CheckCertOperands& operands);

}  // namespace ringside::racf::racdcert

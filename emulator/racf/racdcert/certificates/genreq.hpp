// emulator/racf/racdcert/certificates/genreq.hpp - RACDCERT GENREQ.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct GenReqOperands {
  Owner owner;
  std::optional<std::string> label;
  std::optional<DataSetOperand> data_set;
};
GenReqOperands read_gen_req(const Request& request);
/// Writes a certificate request into a data set. IRRD128I if RACF cannot use the certificate's private key.
Result<void> generate_request(Context& context, const GenReqOperands& operands);

}  // namespace ringside::racf::racdcert

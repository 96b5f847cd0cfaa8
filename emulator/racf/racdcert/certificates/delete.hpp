// emulator/racf/racdcert/certificates/delete.hpp - RACDCERT DELETE.
#pragma once

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct DeleteOperands {
  Owner owner;
  Selection selection;
  bool force;
};
DeleteOperands read_delete(const Request& request);
/// Removes a certificate from the database, from its rings, and its key from ICSF.
void remove_certificate(Context& context, const database::CertificateRecord& record);

/// Deletes a certificate. RSD208I if a request was made from it and FORCE is missing.
Result<void> delete_certificate(Context& context, const DeleteOperands& operands);

}  // namespace ringside::racf::racdcert

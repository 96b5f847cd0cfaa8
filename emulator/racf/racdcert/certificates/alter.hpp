// emulator/racf/racdcert/certificates/alter.hpp - RACDCERT ALTER and DELETE.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct AlterOperands {
  Owner owner;
  Selection selection;
  Result<std::optional<database::Status>> status;
  std::string new_label;  ///< empty: the label stays
};
AlterOperands read_alter(const Request& request);
/// Changes the status, the label, or both.
Result<void> alter(Context& context, const AlterOperands& operands);

struct DeleteOperands {
  Owner owner;
  Selection selection;
  bool force;
};
DeleteOperands read_delete(const Request& request);
/// Deletes a certificate. RSD208I if a request was made from it and FORCE is missing.
Result<void> delete_certificate(Context& context, const DeleteOperands& operands);

}  // namespace ringside::racf::racdcert

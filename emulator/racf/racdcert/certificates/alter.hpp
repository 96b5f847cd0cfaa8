// emulator/racf/racdcert/certificates/alter.hpp - RACDCERT ALTER.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct AlterOperands {
  Owner owner;
  Selection selection;
  std::optional<database::Status> status;
  std::string new_label;  ///< empty: the label stays
};
AlterOperands read_alter(const Request& request);
/// Gives a certificate of the owner this status and label; those that are not given stay. RSD202I if another
/// certificate has the label.
Result<void> change_certificate(Context& context, const Owner& owner, database::CertificateRecord record,
                                std::optional<database::Status> status, const std::string& new_label);

/// Changes the status, the label, or both.
Result<void> alter(Context& context, const AlterOperands& operands);

}  // namespace ringside::racf::racdcert

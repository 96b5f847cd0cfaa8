// emulator/racf/racdcert/certificates/add.hpp - RACDCERT ADD, and the part of it that IMPORT and R_datalib use as well.
#pragma once

#include <optional>
#include <string>

#include "base/secret.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/racf/racdcert/key_location.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// How the certificates of a package are stored.
struct PackageOperands {
  Owner owner;
  std::optional<std::string> with_label{};
  std::optional<database::Status> status{};
  Result<std::optional<IcsfOperand>> key_location{};
};
PackageOperands read_package_operands(const Request& request);

/// Adds the first certificate of the package for the owner and its issuers for CERTAUTH; or renews a certificate, or
/// adds its missing key (Command Language Reference, RACDCERT ADD). The caller checks the authority and the key's
/// location. IRRD109I, RSD202I, RSD204I.
Result<void> add_package(Context& context, const PackageOperands& operands, const crypto::Package& package,
                         const KeyLocation& location);

struct AddOperands {
  DataSetOperand data_set;
  std::optional<base::Secret> password;
  PackageOperands package;
};
AddOperands read_add(const Request& request);
Result<void> add(Context& context, const AddOperands& operands);

}  // namespace ringside::racf::racdcert

// emulator/racf/racdcert/tokens/bind.hpp - RACDCERT BIND, UNBIND and IMPORT: certificates into tokens, out of them, and
// back to RACF.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emulator/database/rings.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/certificates/add.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct BindOperands {
  std::optional<std::string> token;
  Owner owner;        ///< of the certificate
  std::string label;  ///< empty without the operand
  std::optional<database::Usage> usage;
  bool is_default;
};
BindOperands read_bind(const Request& request);
/// Copies a certificate into a token; with usage PERSONAL also its private key. IRRD171I if its private key is in the
/// PKDS or of a kind that tokens do not take.
Result<void> bind_certificate(Context& context, const BindOperands& operands);

struct UnbindOperands {
  std::optional<std::string> token;
  Owner owner;        ///< of the certificate
  std::string label;  ///< empty without the operand
  std::optional<std::int64_t> sequence;
  bool force;
  std::vector<std::string> owner_operands;  ///< owner keywords that were given
};
UnbindOperands read_unbind(const Request& request);
/// Removes an object from a token. ICSF decides by class CRYPTOZ; no authority in class FACILITY is needed. RSD224I if
/// the only copy of a private key is lost and FORCE is missing.
Result<void> unbind_certificate(Context& context, const UnbindOperands& operands);

struct ImportOperands {
  std::optional<std::string> token;
  std::optional<std::int64_t> sequence;
  PackageOperands package;
};
ImportOperands read_import(const Request& request);
/// Adds the certificate and key of a token's object to the database.
Result<void> import_certificate(Context& context, const ImportOperands& operands);

}  // namespace ringside::racf::racdcert

// emulator/racf/racdcert/certificates/export.hpp - RACDCERT EXPORT.
#pragma once

#include <optional>
#include <string>

#include "base/secret.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

enum class ExportFormat { certb64, certder, pkcs7b64, pkcs7der, pkcs12b64, pkcs12der };

struct ExportOperands {
  Owner owner;
  std::optional<std::string> label;
  std::optional<DataSetOperand> data_set;
  ExportFormat format;  ///< without FORMAT: PKCS12DER if there is a password, else CERTB64
  std::optional<base::Secret> password;
  bool aes;  ///< PBE(AES)
};
ExportOperands read_export(const Request& request);
/// Writes a certificate, its chain, or its chain and private key into a data set.
Result<void> export_certificate(Context& context, const ExportOperands& operands);

}  // namespace ringside::racf::racdcert

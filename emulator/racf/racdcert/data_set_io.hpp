// emulator/racf/racdcert/data_set_io.hpp - data sets that RACDCERT reads and writes.
#pragma once

#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// The value of PASSWORD; nullopt if it was not given.
std::optional<base::Secret> read_password(const Request& request);

/// Returns the octets of a data set, text decoded. IRRD103I if it is not cataloged or not RECFM=VB.
Result<base::Bytes> read_input(Context& context, const DataSetOperand& data_set);

/// Returns the certificates, and the key if there is one, that a data set holds. IRRD103I, IRRD104I, RSD206I. A PKCS#12
/// package encrypted with AES gets a remark below level 3.2, and RSD214I with --refuse-aes-pkcs12 (rulings.md).
Result<crypto::Package> read_certificates(Context& context, const DataSetOperand& data_set,
                                          const std::optional<base::Secret>& password);

/// Write a data set, or replace it. RSD213I if it is no data set name.
Result<void> write_text_output(Context& context, const DataSetOperand& data_set, const std::string& text);
Result<void> write_binary_output(Context& context, const DataSetOperand& data_set, base::ByteView bytes);

}  // namespace ringside::racf::racdcert

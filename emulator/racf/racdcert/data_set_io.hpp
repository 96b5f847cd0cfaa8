// emulator/racf/racdcert/data_set_io.hpp - data sets that RACDCERT reads and writes.
#pragma once

#include <string>

#include "base/bytes.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// The octets of the data set that `keyword` names, text decoded. IRRD103I if it is not cataloged or not RECFM=VB.
Result<base::Bytes> read_input(Context& context, const parser::Keyword& keyword);

/// The certificates (and key) in the data set that `function` names, opened with the PASSWORD operand. IRRD103I,
/// IRRD104I, RSD206I; a PKCS#12 under AES is noted below level 3.2, and refused there with --strict (rulings).
Result<crypto::Package> read_certificates(Context& context, const Request& request);

/// Writes the data set of the DSN operand, replacing it. RSD213I if the name cannot be used.
Result<void> write_text_output(Context& context, const Request& request, const std::string& text);
Result<void> write_binary_output(Context& context, const Request& request, base::ByteView bytes);

}  // namespace ringside::racf::racdcert

// emulator/racf/racdcert/key_usage.hpp - KEYUSAGE: its values, the bits of keyUsage, and the words of LIST.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// The bits of CERTSIGN.
inline constexpr crypto::KeyUsageBits certificate_signing = crypto::key_cert_sign | crypto::crl_sign;

/// A value of KEYUSAGE.
enum class KeyUse { handshake, data_encrypt, doc_sign, cert_sign, key_agree };
/// The values of KEYUSAGE; none without the operand.
std::vector<KeyUse> read_key_usage(const Request& request);

/// Returns the bits of KEYUSAGE for a key of this type; nullopt without values. IRRD156I if a value does not fit the
/// key type (Command Language Reference, RACDCERT GENCERT, KEYUSAGE; rulings: HANDSHAKE with ECC is digitalSignature).
Result<std::optional<crypto::KeyUsageBits>> key_usage_for(const std::vector<KeyUse>& uses, crypto::KeyType key);

/// Returns the values of KEYUSAGE as LIST shows them: each one of which any bit is set, separated by ", ".
std::string key_usage_text(crypto::KeyUsageBits bits);

}  // namespace ringside::racf::racdcert

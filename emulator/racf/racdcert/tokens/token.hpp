// emulator/racf/racdcert/tokens/token.hpp - names, objects and authority of PKCS#11 tokens.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/database/icsf.hpp"
#include "emulator/racf/command_context.hpp"

namespace ringside::racf::racdcert {

/// Returns a token name in upper case; RSD209I if ICSF does not allow it.
Result<std::string> token_name(const std::string& operand);

/// Returns a sequence number as listed: eight hexadecimal digits.
std::string sequence_text(std::int64_t sequence);
/// Returns the value of hexadecimal digits. PARSE has checked that there are at most eight.
std::int64_t sequence_value(const std::string& digits);

/// Returns true if ICSF keeps keys of this kind in tokens, as copies of RACF's: not DSA keys of more than 1024 bits
/// (Command Language Reference, RACDCERT BIND), and no type that RACF does not have.
bool token_takes(const crypto::KeySpec& key);

/// Returns the object of this sequence number; RSD221I if the token has none.
Result<database::TokenObject> find_object(Context& context, const std::string& token, std::int64_t sequence);

enum class TokenUse {
  manage,  ///< make and delete the token
  change,  ///< change its objects
  read,    ///< read its objects
};

/// Returns true if class CRYPTOZ allows the issuer this use: SO.<token> for the token, USER.<token> for its objects
/// (icsf_authority.hpp).
bool may_use_token(Context& context, const std::string& token, TokenUse use);
/// Returns RSD225I if CRYPTOZ denies the use, and prints ICH408I in the job log.
Result<void> authorize_token(Context& context, const std::string& token, TokenUse use);

/// Returns the name of an existing token that the issuer may use. RSD209I, RSD220I if it does not exist, RSD225I.
Result<std::string> usable_token(Context& context, const std::string& operand, TokenUse use);

}  // namespace ringside::racf::racdcert

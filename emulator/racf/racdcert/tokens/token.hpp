// emulator/racf/racdcert/tokens/token.hpp - a PKCS#11 token as the token functions see it: its name, its objects, who
// may use it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emulator/database/icsf.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// A token name folded to upper case; RSD209I if ICSF would not take it.
Result<std::string> token_name(const std::string& operand);

/// SEQNUM's value as it is listed, eight hexadecimal digits.
std::string sequence_text(std::int64_t sequence);
/// The number that SEQNUM's hexadecimal digits stand for.
std::int64_t sequence_value(const std::string& digits);

/// The object of this sequence number; RSD221I if the token has none.
Result<database::TokenObject> find_object(Context& context, const std::string& token, std::int64_t sequence);

enum class TokenUse { manage, change, read };

/// Whether class CRYPTOZ lets the issuer use a token: SO.<token> to make and delete it, USER.<token> for its objects.
/// ICSF asks, so SPECIAL does not help. A token that no profile protects is free, as is every token while the class is
/// not active.
bool may_use_token(Context& context, const std::string& token, TokenUse use);
/// RSD225I, and ICH408I in the job log, if CRYPTOZ denies it.
Result<void> authorize_token(Context& context, const std::string& token, TokenUse use);

/// The name of a token that is there and that the issuer may use so; RSD220I if there is none.
Result<std::string> usable_token(Context& context, const std::string& operand, TokenUse use);

}  // namespace ringside::racf::racdcert

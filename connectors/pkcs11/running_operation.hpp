// connectors/pkcs11/running_operation.hpp - what signing and verifying have in common: how they begin and take parts.
#pragma once

#include "connectors/pkcs11/module.hpp"

namespace ringside::connectors::pkcs11 {

/// The operation of a session: &Session::signing or &Session::verifying.
using RunningOperation = std::optional<Operation> Session::*;

/// Which half of a pair an operation needs.
enum class KeyHalf { private_key, public_key };

/// C_SignInit and C_VerifyInit. CKR_OPERATION_ACTIVE, CKR_KEY_HANDLE_INVALID, CKR_KEY_FUNCTION_NOT_PERMITTED for the
/// other half, and what Operation::start() fails with.
CK_RV begin(CK_SESSION_HANDLE handle, RunningOperation running, const CK_MECHANISM* mechanism, CK_OBJECT_HANDLE key,
            KeyHalf half);

/// C_SignUpdate and C_VerifyUpdate. An operation that refuses a part is over.
CK_RV add_part(CK_SESSION_HANDLE handle, RunningOperation running, const unsigned char* part, CK_ULONG length);

/// Returns whether the session has an operation that has no part yet, as C_Sign and C_Verify need it. Any other is
/// over.
bool has_fresh(Session& session, RunningOperation running);

}  // namespace ringside::connectors::pkcs11

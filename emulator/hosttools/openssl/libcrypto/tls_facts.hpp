// emulator/hosttools/openssl/libcrypto/tls_facts.hpp - reads the facts of a connection from libssl.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <openssl/ssl.h>

#include "emulator/crypto/certificates/certificate_state.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/hosttools/openssl/libcrypto/tls_client.hpp"

namespace ringside::openssl {

/// Fills in the report, except the verification steps and the errors.
void read_tls_facts(SSL* connection, base::Instant at, TlsClientReport& report);

/// Returns OpenSSL's error queue, oldest first, as "error:0A000410:SSL routines:ssl3_read_bytes:REASON:DATA", and
/// empties it.
std::vector<std::string> take_error_lines();

}  // namespace ringside::openssl

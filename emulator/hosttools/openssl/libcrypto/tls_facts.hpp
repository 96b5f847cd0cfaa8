// emulator/crypto/tls/client_facts.hpp - what libssl knows of a connection, as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <openssl/ssl.h>

#include "emulator/crypto/certificates/certificate_state.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/client.hpp"

namespace ringside::crypto {

/// Fills in all but the steps of the verification and the errors.
void read_tls_facts(SSL* connection, base::Instant at, TlsClientReport& report);

/// OpenSSL's error queue, oldest first, as "error:0A000410:SSL routines:ssl3_read_bytes:REASON:DATA"; then it is empty.
std::vector<std::string> take_error_lines();

}  // namespace ringside::crypto

// emulator/crypto/tls/host_name.hpp - whether a certificate names a host.
#pragma once

#include <string>

#include "emulator/crypto/certificates/certificate.hpp"

namespace ringside::crypto {

/// Whether the certificate names the host, by its DNS names, IP addresses or common name as OpenSSL checks them.
bool names_host(const Certificate& certificate, const std::string& host);

}  // namespace ringside::crypto

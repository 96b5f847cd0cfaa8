// emulator/crypto/tls/host_name.cpp - whether a certificate names a host.
#include "emulator/crypto/tls/host_name.hpp"

#include <openssl/x509v3.h>

namespace ringside::crypto {

bool names_host(const Certificate& certificate, const std::string& host) {
  return X509_check_host(certificate.handle(), host.c_str(), host.size(), 0, nullptr) == 1 ||
         X509_check_ip_asc(certificate.handle(), host.c_str(), 0) == 1;
}

}  // namespace ringside::crypto

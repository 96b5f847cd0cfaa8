// emulator/hosttools/openssl/commands/x509_show.hpp - what openssl x509 prints about a certificate.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// -nameopt, -certopt and -dateopt.
struct Showing {
  crypto::NameFlags names = 0;
  unsigned long hidden = 0;
  bool iso_dates = false;
};
/// Nothing: said, status 1.
std::optional<Showing> showing(Tool& tool, const Options& options);

/// The options that print something, each once, at its last place.
std::vector<std::string> asked_in_order(const Options& options);

/// Adds what one option prints; nothing for those that print nothing. False: said, status 1.
bool append_piece(Tool& tool, const std::string& option, const Options& options, const Showing& how,
                  const crypto::Certificate& certificate, std::string& text);

/// -checkhost, -checkemail and -checkip.
std::string identifier_checks(const Options& options, const crypto::Certificate& certificate);

}  // namespace ringside::openssl

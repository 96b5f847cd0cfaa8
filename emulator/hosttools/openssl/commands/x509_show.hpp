// emulator/hosttools/openssl/commands/x509_show.hpp - the facts that openssl x509 prints about a certificate.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// The values of -nameopt, -certopt and -dateopt.
struct Showing {
  NameFlags names = 0;
  unsigned long hidden = 0;
  bool iso_dates = false;
};
/// Returns nullopt after printing the error and setting exit status 1.
std::optional<Showing> showing(Tool& tool, const Options& options);

/// The options in the order of printing: each one once, at its last place.
std::vector<std::string> asked_in_order(const Options& options);

/// Appends the text of one option, if it prints something. Returns false after printing the error and setting exit
/// status 1.
bool append_piece(Tool& tool, const std::string& option, const Options& options, const Showing& how,
                  const crypto::Certificate& certificate, std::string& text);

/// The text of -checkhost, -checkemail and -checkip.
std::string identifier_checks(const Options& options, const crypto::Certificate& certificate);

}  // namespace ringside::openssl

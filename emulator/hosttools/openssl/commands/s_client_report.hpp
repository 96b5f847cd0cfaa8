// emulator/hosttools/openssl/commands/s_client_report.hpp - the text that s_client prints about a connection.
#pragma once

#include <string>

#include "emulator/hosttools/openssl/libcrypto/tls_client.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// The lines of the verification on standard error: "depth=0 CN = x", "verify error:num=20:...", "verify return:1".
std::string verification_lines(const Tool& tool, const Options& options, const TlsClientReport& report);

/// The whole report between "CONNECTED(00000003)" and the data.
std::string connection_report(const Tool& tool, const Options& options, const TlsClientReport& report);

/// The report of -brief.
std::string connection_summary(const Tool& tool, const Options& options, const TlsClientReport& report);

}  // namespace ringside::openssl

// emulator/hosttools/openssl/commands/req_make.hpp - openssl req -new, -newkey and -x509: makes a request or
// certificate.
#pragma once

#include "emulator/hosttools/openssl/commands/req_show.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// Makes a request or a certificate and writes it. After an error the text is printed and the exit status is 1.
void make_request(Tool& tool, const Options& options, const RequestShowing& how);

}  // namespace ringside::openssl

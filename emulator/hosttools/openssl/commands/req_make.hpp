// emulator/hosttools/openssl/commands/req_make.hpp - openssl req -new, -newkey and -x509: what it makes.
#pragma once

#include "emulator/hosttools/openssl/commands/req_show.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// Makes a request or a certificate and writes it. What goes wrong is said, status 1.
void make_request(Tool& tool, const Options& options, const RequestShowing& how);

}  // namespace ringside::openssl

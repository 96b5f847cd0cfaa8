// emulator/hosttools/openssl/commands/commands.hpp - the commands of openssl; each one is in the .cpp of its name.
#pragma once

#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// Runs one command with the arguments after its name. Prints to the process's streams and sets the tool's exit
/// status.
using Command = void (*)(Tool& tool, const Arguments& arguments);

void run_crl2pkcs7(Tool& tool, const Arguments& arguments);  // pkcs7.cpp
void run_dgst(Tool& tool, const Arguments& arguments);       // dgst, sha256 and the other names of digests
void run_ecparam(Tool& tool, const Arguments& arguments);
void run_enc(Tool& tool, const Arguments& arguments);      // enc and base64
void run_genpkey(Tool& tool, const Arguments& arguments);  // genrsa.cpp
void run_genrsa(Tool& tool, const Arguments& arguments);
void run_key(Tool& tool, const Arguments& arguments);  // rsa, ec and pkey
void run_pkcs12(Tool& tool, const Arguments& arguments);
void run_pkcs7(Tool& tool, const Arguments& arguments);
void run_pkcs8(Tool& tool, const Arguments& arguments);  // key.cpp
void run_rand(Tool& tool, const Arguments& arguments);
void run_req(Tool& tool, const Arguments& arguments);
void run_s_client(Tool& tool, const Arguments& arguments);
void run_verify(Tool& tool, const Arguments& arguments);
void run_x509(Tool& tool, const Arguments& arguments);

}  // namespace ringside::openssl

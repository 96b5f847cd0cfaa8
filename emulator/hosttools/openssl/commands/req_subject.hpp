// emulator/hosttools/openssl/commands/req_subject.hpp - asks for the subject and the attributes of a request.
#pragma once

#include <optional>
#include <string>

#include "emulator/hosttools/openssl/libcrypto/configuration.hpp"
#include "emulator/hosttools/openssl/libcrypto/issue.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// The configuration without a file: the [req] part of the openssl.cnf that comes with OpenSSL.
extern const char* const usual_configuration;

/// Subject and attributes by the sections that section `req` names. The values are answers to questions, the values of
/// the section with "prompt = no", or the defaults with -batch. Returns nullopt after printing the error and setting
/// exit status 1.
std::optional<ToolRequest> ask_request(Tool& tool, const Options& options, const Configuration& configuration,
                                       const std::string& req, bool with_attributes);

}  // namespace ringside::openssl

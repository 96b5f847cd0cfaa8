// emulator/hosttools/openssl/commands/req_subject.hpp - the questions of openssl req, and their answers.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/certificates/configuration.hpp"
#include "emulator/crypto/certificates/tool_issue.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// The configuration that is there when no file is named: the [req] part of the one that OpenSSL comes with.
extern const char* const usual_configuration;

/// Subject and attributes by the sections that `req` names: asked for, or as they stand under "prompt = no", or the
/// defaults in a batch. Nothing: said, status 1.
std::optional<crypto::ToolRequest> ask_request(Tool& tool, const Options& options,
                                               const crypto::Configuration& configuration, const std::string& req,
                                               bool with_attributes);

}  // namespace ringside::openssl

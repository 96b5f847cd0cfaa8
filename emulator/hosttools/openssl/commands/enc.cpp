// emulator/hosttools/openssl/commands/enc.cpp - openssl base64 and enc -base64. Ciphers of enc are refused.
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec enc_options[] = {{"in", Takes::text},
                                      {"out", Takes::text},
                                      {"e"},
                                      {"d"},
                                      {"a"},
                                      {"base64"},
                                      {"A"},
                                      {"none"},
                                      {"p"},
                                      {"k", Takes::text},
                                      {"bufsize", Takes::text},
                                      {"list", Takes::refused},
                                      {"ciphers", Takes::refused},
                                      {"v", Takes::refused}};

/// Returns true if -d is the last of -d and -e.
bool decodes(const Options& options) {
  bool decodes = false;
  for (const std::string& option : options.order)
    if (option == "d" || option == "e") decodes = option == "d";
  return decodes;
}

}  // namespace

void run_enc(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {enc_options, FreeOption::cipher, 0});
  if (!options) return;
  if (!options->free.empty())
    return tool.usage(tool.name() + ": encryption with " + options->free + " is not emulated, Base64 alone is");
  const auto input = tool.read(options->find("in"));
  if (!input) return;
  const bool converts = tool.name() == "base64" || options->has("a") || options->has("base64");
  const base::Bytes result = converts ? filter_base64(*input, decodes(*options), options->has("A")) : *input;
  tool.write(options->find("out"), result);
}

}  // namespace ringside::openssl

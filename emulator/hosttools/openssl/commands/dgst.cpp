// emulator/hosttools/openssl/commands/dgst.cpp - openssl dgst, and the names of digests as commands.
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec dgst_options[] = {{"hex"},
                                       {"binary"},
                                       {"r"},
                                       {"c"},
                                       {"out", Takes::text},
                                       {"sign", Takes::refused},
                                       {"verify", Takes::refused},
                                       {"prverify", Takes::refused},
                                       {"signature", Takes::refused},
                                       {"hmac", Takes::refused},
                                       {"mac", Takes::refused}};

// 1.x prints the name of the option in capitals, 3.0 the name of the algorithm; without an option both print SHA256.
std::string shown_name(const Tool& tool, const std::string& digest) {
  return tool.is_modern() && !digest.empty() ? digest_name(digest).value_or(digest)
                                             : base::upper(digest.empty() ? "sha256" : digest);
}

std::string line_of(const Tool& tool, const Options& options, const std::string& digest, const std::string& file,
                    const base::Bytes& value) {
  std::string hex = base::lower(base::hex(value));
  if (options.has("r")) return fmt::format("{} *{}\n", hex, file);
  if (options.has("c")) {
    std::string parted;
    for (std::size_t i = 0; i < hex.size(); i += 2) parted += (i == 0 ? "" : ":") + hex.substr(i, 2);
    hex = parted;
  }
  return fmt::format("{}({})= {}\n", shown_name(tool, digest), file, hex);
}

}  // namespace

void run_dgst(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {dgst_options, FreeOption::digest, arguments.size()});
  if (!options) return;
  const std::string named = !options->free.empty() ? options->free : tool.name() == "dgst" ? "" : tool.name();
  const std::string digest = named.empty() ? "sha256" : named;
  std::string text;
  Arguments files = options->rest;
  if (files.empty()) files.emplace_back();
  for (const std::string& file : files) {
    const auto content =
        file.empty() ? host::FileResult<base::Bytes>(tool.process().streams.read_rest()) : tool.look(file);
    if (!content) {
      tool.fail(file + ": " + host::file_error_text(content.error()));
      continue;
    }
    const auto value = digest_of(digest, *content);
    if (!value) return tool.usage("dgst: " + digest + " is not emulated");
    text += options->has("binary") ? base::to_text(*value)
                                   : line_of(tool, *options, named, file.empty() ? "stdin" : file, *value);
  }
  tool.write(options->find("out"), text);
}

}  // namespace ringside::openssl

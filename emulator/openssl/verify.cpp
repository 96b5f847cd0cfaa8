// emulator/openssl/verify.cpp - openssl verify: whether a path leads from certificates to the CAs of a file.
#include <fmt/format.h>

#include "emulator/crypto/tool_text.hpp"
#include "emulator/openssl/load.hpp"
#include "emulator/openssl/tool.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec table[] = {{"CAfile", Takes::text},
                                {"trusted", Takes::text},
                                {"untrusted", Takes::text},
                                {"partial_chain"},
                                {"no_check_time"},
                                {"attime", Takes::number},
                                {"verbose"},
                                {"CApath", Takes::refused},
                                {"CAstore", Takes::refused},
                                {"purpose", Takes::refused},
                                {"crl_check", Takes::refused},
                                {"show_chain", Takes::refused},
                                {"verify_hostname", Takes::refused}};

constexpr int failed_status = 2;

/// The certificates of a file option; an empty list where it is not given. Nothing: said.
std::optional<std::vector<crypto::Certificate>> given(Tool& tool, const Options& options, const std::string& name) {
  const auto file = options.find(name);
  if (!file) return std::vector<crypto::Certificate>{};
  return load_certificates(tool, *file);
}

void say_failure(Tool& tool, const crypto::ChainVerdict& verdict, const std::string& file) {
  const bool oldest = tool.personality() == Personality::v1_0;
  const std::string blank = tool.is_modern() ? " " : oldest ? "" : " ";
  const std::string lines = fmt::format("{}{}\nerror {} at {} depth lookup:{}{}\n", oldest ? file + ": " : "",
                                        verdict.subject, verdict.error, verdict.depth, blank, verdict.text);
  if (oldest) {
    tool.out(lines);
  } else {
    tool.error(lines);
    tool.error(fmt::format("error {}: verification failed\n", file));
  }
  tool.set_status(failed_status);
}

}  // namespace

void run_verify(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {table, FreeOption::none, arguments.size()});
  if (!options) return;
  auto anchors = given(tool, *options, "CAfile");
  const auto trusted = anchors ? given(tool, *options, "trusted") : std::nullopt;
  const auto untrusted = trusted ? given(tool, *options, "untrusted") : std::nullopt;
  if (!untrusted) return;
  anchors->insert(anchors->end(), trusted->begin(), trusted->end());
  crypto::ChainOptions chain{tool.now(), options->has("partial_chain"), !options->has("no_check_time")};
  if (options->has("attime")) chain.at = base::Instant(std::chrono::seconds(options->number("attime", 0)));
  Arguments files = options->rest;
  if (files.empty()) files.emplace_back();
  for (const std::string& file : files) {
    const auto named = file.empty() ? std::nullopt : std::optional(file);
    const auto certificate = load_certificate(tool, named, "certificate file");
    if (!certificate) {
      tool.set_status(failed_status);
      continue;
    }
    const auto verdict = crypto::verify_chain(*certificate, *anchors, *untrusted, chain);
    const std::string shown = named.value_or("stdin");
    if (verdict.error == 0)
      tool.out(shown + ": OK\n");
    else
      say_failure(tool, verdict, shown);
  }
}

}  // namespace ringside::openssl

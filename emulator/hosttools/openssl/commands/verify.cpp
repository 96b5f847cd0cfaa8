// emulator/hosttools/openssl/commands/verify.cpp - openssl verify: checks the path from certificates to trusted CAs.

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/libcrypto/certificate_facts.hpp"
#include "emulator/hosttools/openssl/libcrypto/chain_verdict.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "emulator/hosttools/openssl/names.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec verify_options[] = {{"CAfile", Takes::text},
                                         {"CApath", Takes::text},
                                         {"no-CAfile"},
                                         {"no-CApath"},
                                         {"no-CAstore"},
                                         {"trusted", Takes::text},
                                         {"untrusted", Takes::text},
                                         {"partial_chain"},
                                         {"trusted_first"},
                                         {"no_alt_chains"},
                                         {"no_check_time"},
                                         {"attime", Takes::number},
                                         {"verbose"},
                                         {"show_chain"},
                                         {"nameopt", Takes::text},
                                         {"purpose", Takes::text},
                                         {"verify_depth", Takes::number},
                                         {"auth_level", Takes::number},
                                         {"verify_hostname", Takes::text},
                                         {"verify_ip", Takes::text},
                                         {"verify_email", Takes::text},
                                         {"x509_strict"},
                                         {"check_ss_sig"},
                                         {"crl_check"},
                                         {"crl_check_all"},
                                         {"policy_check"},
                                         {"CAstore", Takes::refused},
                                         {"CRLfile", Takes::refused},
                                         {"crl_download", Takes::refused},
                                         {"policy", Takes::refused},
                                         {"explicit_policy", Takes::refused},
                                         {"inhibit_any", Takes::refused},
                                         {"inhibit_map", Takes::refused},
                                         {"use_deltas", Takes::refused},
                                         {"verify_name", Takes::refused},
                                         {"suiteB_128", Takes::refused},
                                         {"suiteB_192", Takes::refused},
                                         {"ignore_critical", Takes::refused},
                                         {"vfyopt", Takes::refused},
                                         {"engine", Takes::refused}};

constexpr int failed_status = 2;

/// The certificates of a file option; empty without the option. Returns nullopt after printing the error.
std::optional<std::vector<crypto::Certificate>> given(Tool& tool, const Options& options, const std::string& name,
                                                      const std::string& what = {}) {
  const auto file = options.find(name);
  if (!file) return std::vector<crypto::Certificate>{};
  return load_certificates(tool, *file, what);
}

bool is_hash_name(const std::string& name) {
  constexpr std::size_t hash_length = 8;
  return name.size() > hash_length + 1 && name[hash_length] == '.' &&
         name.find_first_not_of("0123456789abcdef") == hash_length &&
         name.find_first_not_of("0123456789", hash_length + 1) == std::string::npos;
}

// In a folder of CAs only names of c_rehash count: the hash of the subject, a dot and a number.
void add_folder(Tool& tool, const std::string& folder, std::vector<crypto::Certificate>& anchors) {
  host::Process& process = tool.process();
  const auto names = process.files.list(process.path(folder));
  if (!names) return;
  for (const std::string& name : *names) {
    const auto bytes = is_hash_name(name) ? tool.look(folder + "/" + name) : tl::unexpected(host::FileError::missing);
    if (!bytes) continue;
    for (crypto::Certificate& found : certificates_in(*bytes))
      if (name.starts_with(subject_hash(found))) anchors.push_back(std::move(found));
  }
}

struct Trust {
  std::vector<crypto::Certificate> anchors, untrusted;
};

std::optional<Trust> read_trust(Tool& tool, const Options& options) {
  if (options.has("trusted") && (options.has("CAfile") || options.has("CApath")))
    return tool.fail("verify: Cannot use -trusted with -CAfile, -CApath or -CAstore"), std::nullopt;
  auto untrusted = given(tool, options, "untrusted", "untrusted certificates");
  auto trusted = untrusted ? given(tool, options, "trusted", "trusted certificates") : std::nullopt;
  auto anchors = trusted ? given(tool, options, "CAfile") : std::nullopt;
  if (!anchors) return std::nullopt;
  if (const auto folder = options.find("CApath")) add_folder(tool, *folder, *anchors);
  anchors->insert(anchors->end(), trusted->begin(), trusted->end());
  return Trust{std::move(*anchors), std::move(*untrusted)};
}

std::optional<int> count_of(const Options& options, const std::string& name) {
  return options.has(name) ? std::optional(static_cast<int>(options.number(name, 0))) : std::nullopt;
}

std::optional<ChainOptions> read_chain_options(Tool& tool, const Options& options) {
  ChainOptions chain;
  chain.at = options.has("attime") ? base::Instant(std::chrono::seconds(options.number("attime", 0))) : tool.now();
  chain.partial_chain = options.has("partial_chain");
  chain.check_time = options.has("attime") || !options.has("no_check_time");
  chain.strict = options.has("x509_strict");
  chain.self_signatures = options.has("check_ss_sig");
  chain.revocation = options.has("crl_check");
  chain.revocation_of_all = options.has("crl_check_all");
  chain.policies = options.has("policy_check");
  chain.depth = count_of(options, "verify_depth");
  chain.level = count_of(options, "auth_level");
  chain.host = options.value("verify_hostname");
  chain.address = options.value("verify_ip");
  chain.email = options.value("verify_email");
  chain.purpose = options.value("purpose");
  if (chain.purpose.empty() || is_purpose(chain.purpose)) return chain;
  tool.fail("verify: Invalid purpose " + base::printable(chain.purpose));
  return std::nullopt;
}

void print_failure(Tool& tool, NameFlags style, const ChainVerdict& verdict, const std::string& file) {
  const bool oldest = tool.personality() == Personality::v1_0;
  std::string lines;
  for (const ChainError& error : verdict.errors) {
    // Also 1.0 prints this name in the style of later releases.
    const auto used = oldest ? *name_flags("oneline") : style;
    if (error.subject) lines += (oldest ? file + ": " : "") + name_text(*error.subject, used) + "\n";
    lines += fmt::format("error {} at {} depth lookup:{}{}\n", error.error, error.depth, oldest ? "" : " ", error.text);
  }
  if (oldest) {
    tool.out(lines);
  } else {
    tool.error(lines);
    if (!verdict.holds) tool.error(fmt::format("error {}: verification failed\n", file));
  }
}

std::string path_text(NameFlags style, const ChainVerdict& verdict) {
  std::string text = "Chain:\n";
  for (std::size_t depth = 0; depth < verdict.path.size(); ++depth)
    text += fmt::format("depth={}: {}{}\n", depth, name_text(verdict.path[depth].certificate.subject(), style),
                        verdict.path[depth].untrusted ? " (untrusted)" : "");
  return text;
}

}  // namespace

void run_verify(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {verify_options, FreeOption::none, arguments.size()});
  if (!options) return;
  const auto style = name_style(tool, *options);
  const auto chain = style ? read_chain_options(tool, *options) : std::nullopt;
  const auto trust = chain ? read_trust(tool, *options) : std::nullopt;
  if (!trust) return;
  Arguments files = options->rest;
  if (files.empty()) files.emplace_back();
  for (const std::string& file : files) {
    const auto named = file.empty() ? std::nullopt : std::optional(file);
    const auto certificate = load_certificate(tool, named, "certificate file");
    if (!certificate) {
      tool.set_status(failed_status);
      continue;
    }
    const auto verdict = verify_chain(*certificate, trust->anchors, trust->untrusted, *chain);
    const std::string shown = named.value_or("stdin");
    if (!verdict.errors.empty()) print_failure(tool, *style, verdict, shown);
    if (!verdict.holds) {
      tool.set_status(failed_status);
      continue;
    }
    tool.out(shown + ": OK\n");
    if (options->has("show_chain")) tool.out(path_text(*style, verdict));
  }
}

}  // namespace ringside::openssl

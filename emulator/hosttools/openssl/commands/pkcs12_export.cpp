// emulator/hosttools/openssl/commands/pkcs12_export.cpp - puts a key and its certificates into one PKCS#12 file.
#include "emulator/hosttools/openssl/commands/pkcs12_export.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/crypto/containers/pkcs12_export.hpp"
#include "emulator/hosttools/openssl/libcrypto/chain_verdict.hpp"
#include "emulator/hosttools/openssl/load.hpp"

namespace ringside::openssl {
namespace {

using Certificates = std::vector<crypto::Certificate>;

constexpr long most_iterations = static_cast<long>(crypto::most_written_iterations);

/// A word of -keypbe and -certpbe.
struct SchemeName {
  std::string_view name;
  std::optional<crypto::PbeScheme> scheme;  ///< nullopt: in clear
};
constexpr std::array scheme_names = {
    SchemeName{"NONE", std::nullopt},
    SchemeName{"PBE-SHA1-3DES", crypto::PbeScheme::triple_des},
    SchemeName{"AES-128-CBC", crypto::PbeScheme::aes_128},
    SchemeName{"AES128", crypto::PbeScheme::aes_128},
    SchemeName{"AES-256-CBC", crypto::PbeScheme::aes_256},
    SchemeName{"AES256", crypto::PbeScheme::aes_256},
};

const SchemeName* find_scheme(const std::string& name) {
  const std::string wanted = base::upper(name);
  const auto* const found = std::find_if(scheme_names.begin(), scheme_names.end(),
                                         [&](const SchemeName& each) { return each.name == wanted; });
  return found == scheme_names.end() ? nullptr : found;
}

/// Reads encryption schemes, iteration counts and the MAC. Returns nullopt after printing the error.
std::optional<crypto::Pkcs12Export> read_plan(Tool& tool, const Options& options) {
  crypto::Pkcs12Export plan;
  // 1.x writes SHA-1 with 3DES or RC2, as 3.0 does with -legacy. Here 3DES takes the place of RC2.
  if (!tool.is_modern() || options.has("legacy")) {
    plan.certificate_scheme = plan.key_scheme = crypto::PbeScheme::triple_des;
    plan.mac_digest = "sha1";
  }
  if (options.has("descert")) plan.certificate_scheme = crypto::PbeScheme::triple_des;
  for (const auto& [option, scheme] :
       {std::pair{"keypbe", &plan.key_scheme}, std::pair{"certpbe", &plan.certificate_scheme}}) {
    const auto name = options.find(option);
    if (!name) continue;
    const SchemeName* const found = find_scheme(*name);
    if (found == nullptr)
      return tool.usage(fmt::format("pkcs12: -{} {} is not emulated", option, base::printable(*name))), std::nullopt;
    *scheme = found->scheme;
  }
  const std::string digest = base::lower(options.value("macalg", plan.mac_digest));
  static constexpr std::array<std::string_view, 4> digests = {"sha1", "sha256", "sha384", "sha512"};
  if (std::find(digests.begin(), digests.end(), digest) == digests.end())
    return tool.usage("pkcs12: -macalg " + base::printable(digest) + " is not emulated"), std::nullopt;
  plan.mac_digest = options.has("nomac") ? "" : digest;
  const long iterations = options.number("iter", plan.iterations);
  if (iterations < 1)
    return tool.usage(fmt::format("pkcs12: Non-positive number \"{}\" for option -iter", options.value("iter"))),
           std::nullopt;
  if (iterations > most_iterations)
    return tool.usage(fmt::format("pkcs12: -iter of more than {} is not emulated", most_iterations)), std::nullopt;
  plan.iterations = options.has("noiter") ? 1 : static_cast<int>(iterations);
  plan.mac_iterations = options.has("nomaciter") ? 1 : static_cast<int>(iterations);
  return plan;
}

/// The certificates of -in, or of standard input. Returns nullopt after printing the error.
std::optional<Certificates> read_in(Tool& tool, const Options& options) {
  if (const auto file = options.find("in")) return load_certificates(tool, *file, "certificates from -in file");
  auto found = certificates_in(tool.process().streams.read_rest());
  if (!found.empty()) return found;
  return tool.fail("Could not read any certificates from -in file from <stdin>"), std::nullopt;
}

/// Moves the key's certificate to the front. Returns false after printing the error.
bool put_first(Tool& tool, const Options& options, const crypto::PrivateKey& key, Certificates& certificates) {
  const auto mine = std::find_if(certificates.begin(), certificates.end(),
                                 [&](const auto& each) { return key.matches(each.public_key()); });
  if (mine == certificates.end())
    return tool.fail("No cert in -in file '" + options.value("in") + "' matches private key"), false;
  std::rotate(certificates.begin(), mine, mine + 1);
  return true;
}

/// -chain: adds the path of the first certificate to a CA. Returns false after printing the error.
bool add_chain(Tool& tool, const Options& options, Certificates& certificates) {
  Certificates anchors;
  if (const auto file = options.find("CAfile")) {
    auto found = load_certificates(tool, *file);
    if (!found) return false;
    anchors = std::move(*found);
  }
  ChainOptions how;
  how.at = tool.now();
  const Certificates others(certificates.begin() + 1, certificates.end());
  const auto verdict = verify_chain(certificates.front(), anchors, others, how);
  if (!verdict.holds)
    return tool.fail("Error getting chain: " + (verdict.errors.empty() ? "" : verdict.errors.front().text)), false;
  for (std::size_t depth = 1; depth < verdict.path.size(); ++depth)
    if (std::find(certificates.begin(), certificates.end(), verdict.path[depth].certificate) == certificates.end())
      certificates.push_back(verdict.path[depth].certificate);
  return true;
}

/// Adds every certificate with its friendly name: -name for the one of the key, -caname for the others in order.
void name_them(const Options& options, const Certificates& certificates, crypto::Pkcs12Export& plan) {
  const auto names = options.all("caname");
  std::size_t used = 0;
  for (const crypto::Certificate& certificate : certificates) {
    std::string name;
    if (plan.key && plan.certificates.empty())
      name = options.value("name");
    else if (used < names.size())
      name = names[used++];
    plan.certificates.push_back({certificate, name});
  }
}

/// Reads key and certificates. Returns false after printing the error.
bool read_contents(Tool& tool, const Options& options, crypto::Pkcs12Export& plan) {
  if (!options.has("nokeys")) {
    const bool own = options.has("inkey");
    plan.key = load_key(tool, options.find(own ? "inkey" : "in"),
                        own ? "private key from -inkey file" : "private key from -in file", options.find("passin"));
    if (!plan.key) return false;
  }
  auto certificates = read_in(tool, options);
  if (!certificates || (plan.key && !put_first(tool, options, *plan.key, *certificates))) return false;
  if (const auto more = options.find("certfile")) {
    const auto found = load_certificates(tool, *more, "extra certificates from -certfile");
    if (!found) return false;
    certificates->insert(certificates->end(), found->begin(), found->end());
  }
  if (options.has("chain") && !add_chain(tool, options, *certificates)) return false;
  name_them(options, *certificates, plan);
  return true;
}

}  // namespace

std::optional<base::Secret> pkcs12_password(Tool& tool, const std::optional<std::string>& source,
                                            const std::string& prompt, bool is_new) {
  if (source) return tool.password(*source);
  auto typed = is_new ? tool.ask_new(prompt, 0) : tool.ask(prompt);
  if (!typed) tool.fail("Can't read Password");
  return typed;
}

void export_pkcs12(Tool& tool, const Options& options) {
  if (!options.free.empty() && tool.is_modern())
    tool.error(fmt::format("Warning: output encryption option -{} ignored with -export\n", options.free_as_typed));
  if (options.has("nocerts")) return tool.usage("pkcs12: -export -nocerts is not emulated");
  auto plan = read_plan(tool, options);
  if (!plan || !read_contents(tool, options, *plan)) return;
  const auto source = options.find("passout");
  const auto password =
      pkcs12_password(tool, source ? source : options.find("password"), "Enter Export Password:", true);
  if (password) tool.write(options.find("out"), crypto::export_pkcs12(*plan, *password, tool.randomness()), 0600);
}

}  // namespace ringside::openssl

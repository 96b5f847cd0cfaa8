// emulator/hosttools/openssl/run.cpp - finds the command that the arguments name and runs it.
#include "emulator/hosttools/openssl/run.hpp"

#include <map>

#include "base/text.hpp"
#include "emulator/crypto/foreign_data.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"

namespace ringside::openssl {
namespace {

void run_version(Tool& tool, const Arguments& arguments) {
  static const std::map<Personality, std::string> texts = {{Personality::v1_0, "OpenSSL 1.0.2 (played by Ringside)\n"},
                                                           {Personality::v1_1, "OpenSSL 1.1.1 (played by Ringside)\n"},
                                                           {Personality::v3_0, "OpenSSL 3.0 (played by Ringside)\n"}};
  static constexpr OptionSpec table[] = {{"a"}, {"v"}};
  if (read_options(tool, arguments, {table})) tool.out(texts.at(tool.personality()));
}

void refuse_server(Tool& tool, const Arguments& /*arguments*/) {
  tool.fail("s_server: nothing listens here; ringside-listen in a procedure enters a server that s_client reaches");
}

const std::map<std::string, Command>& commands() {
  static const std::map<std::string, Command> table = {
      {"base64", run_enc},
      {"crl2pkcs7", run_crl2pkcs7},
      {"dgst", run_dgst},
      {"ec", run_key},
      {"ecparam", run_ecparam},
      {"enc", run_enc},
      {"genpkey", run_genpkey},
      {"genrsa", run_genrsa},
      {"pkcs12", run_pkcs12},
      {"pkcs7", run_pkcs7},
      {"pkcs8", run_pkcs8},
      {"pkey", run_key},
      {"rand", run_rand},
      {"req", run_req},
      {"rsa", run_key},
      {"s_client", run_s_client},
      {"s_server", refuse_server},
      {"verify", run_verify},
      {"version", run_version},
      {"x509", run_x509},
  };
  return table;
}

constexpr std::string_view not_emulated[] = {
    "asn1parse", "ca",      "ciphers", "cmp",       "cms",   "crl",     "dhparam",  "dsa",
    "dsaparam",  "engine",  "errstr",  "gendsa",    "info",  "kdf",     "list",     "mac",
    "nseq",      "ocsp",    "passwd",  "pkeyparam", "prime", "pkeyutl", "rehash",   "rsautl",
    "s_time",    "sess_id", "smime",   "speed",     "spkac", "srp",     "storeutl", "ts"};

int list_commands(Tool& tool) {
  std::string text = "help:\n\nStandard commands that Ringside emulates\n";
  for (const auto& [name, run] : commands()) text += name + "\n";
  tool.error(text);
  return 0;
}

int unknown(Tool& tool, const std::string& name) {
  const std::string shown = base::printable(name);
  for (const std::string_view known : not_emulated)
    if (known == name) return tool.fail("openssl: the command '" + shown + "' is not emulated"), 1;
  if (tool.personality() == Personality::v1_0)
    tool.fail("openssl:Error: '" + shown + "' is an invalid command.");
  else
    tool.fail("Invalid command '" + shown + "'; type \"help\" for a list.");
  return 1;
}

}  // namespace

int run(const std::vector<std::string>& arguments, host::Process& process, Personality personality) {
  const std::string name = arguments.empty() ? "help" : arguments.front();
  Tool tool(process, personality, name);
  if (name == "help" && arguments.size() < 2) return list_commands(tool);
  const auto found = commands().find(name);
  // The name of a digest is a command too.
  const bool is_digest = found == commands().end() && digest_name(name).has_value();
  if (found == commands().end() && !is_digest) return unknown(tool, name == "help" ? arguments[1] : name);
  const Arguments rest(arguments.begin() + 1, arguments.end());
  try {
    (is_digest ? run_dgst : found->second)(tool, rest);
  } catch (const crypto::ForeignData& refused) {
    tool.fail(name + ": " + refused.problem().detail);
  }
  return tool.status();
}

}  // namespace ringside::openssl

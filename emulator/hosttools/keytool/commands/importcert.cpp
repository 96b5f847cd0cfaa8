// emulator/hosttools/keytool/commands/importcert.cpp - -importcert: imports trusted certificates, and certificate
// replies for keys.
#include "emulator/hosttools/keytool/certificate_input.hpp"
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/commands/trust_chain.hpp"
#include "emulator/hosttools/keytool/print/print.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/system_cacerts.hpp"

namespace ringside::keytool {
namespace {

std::vector<LabelledCertificate> known_issuers(Tool& tool, const std::optional<KeyStore>& cacerts) {
  auto issuers = issuers_of(tool.store());
  if (cacerts)
    for (auto& one : issuers_of(*cacerts, " in cacerts")) issuers.push_back(std::move(one));
  return issuers;
}

bool ask_after_printing(Tool& tool, const X509& certificate) {
  tool.out(tool.described(certificate));
  tool.check_weak("The input", certificate);
  tool.print_warnings(true);
  return tool.ask_yes_no("Trust this certificate? [no]:  ");
}

bool ask_about_double(Tool& tool, const X509& certificate, const std::string& what, const std::string& question) {
  tool.error(what + "\n");
  tool.check_weak("The input", certificate);
  tool.print_warnings(true);
  return tool.ask_yes_no(question);
}

/// Returns whether a certificate that is not in the store yet is to be trusted.
bool is_wanted(Tool& tool, const X509& certificate, const std::optional<KeyStore>& cacerts) {
  const bool self_signed = certificate.certificate.is_self_signed();
  if (const Entry* there = tool.store().find_certificate(certificate))
    return ask_about_double(tool, certificate,
                            "Certificate already exists in keystore under alias <" + there->alias + ">",
                            "Do you still want to add it? [no]:  ");
  if (self_signed) {
    if (const Entry* there = cacerts ? cacerts->find_certificate(certificate) : nullptr)
      return ask_about_double(
          tool, certificate, "Certificate already exists in system-wide CA keystore under alias <" + there->alias + ">",
          "Do you still want to add it to your own keystore? [no]:  ");
    return ask_after_printing(tool, certificate);
  }
  const auto chain = build_chain({"The input", certificate}, known_issuers(tool, cacerts));
  if (!chain) return ask_after_printing(tool, certificate);
  for (auto link = chain->rbegin(); link != chain->rend(); ++link) tool.check_weak(link->label, link->certificate);
  return true;
}

void add_trusted(Tool& tool, const std::string& alias, base::ByteView input, const std::optional<KeyStore>& cacerts) {
  if (tool.store().find(alias) != nullptr) refuse("Certificate not imported, alias <" + alias + "> already exists");
  auto certificate = first_certificate(input);
  if (!certificate) refuse("Input not an X.509 certificate");
  if (tool.options.noprompt) tool.check_weak("The input", *certificate);
  tool.save = tool.options.noprompt || is_wanted(tool, *certificate, cacerts);
  if (tool.save) tool.put_certificate(alias, std::move(*certificate));
  tool.error(tool.save ? "Certificate was added to keystore\n" : "Certificate was not added to keystore\n");
}

std::vector<X509> chain_of_one(Tool& tool, const X509& own, const X509& reply, const std::optional<KeyStore>& cacerts) {
  if (own.certificate.public_key().spki() != reply.certificate.public_key().spki())
    refuse("Public keys in reply and keystore don't match");
  if (own.der() == reply.der()) refuse("Certificate reply and certificate in keystore are identical");
  const auto chain = build_chain({"The input", reply}, known_issuers(tool, cacerts));
  if (!chain) refuse("Failed to establish chain from reply");
  for (auto link = chain->rbegin(); link != chain->rend(); ++link) tool.check_weak(link->label, link->certificate);
  std::vector<X509> result;
  for (const LabelledCertificate& link : *chain) result.push_back(link.certificate);
  return result;
}

/// Returns the chain: the leaf first, then the issuer of each. Like keytool, does not check the last one.
void order_reply(std::vector<X509>& reply, const X509& own, const std::string& alias) {
  std::size_t leaf = 0;
  const base::Bytes key = own.certificate.public_key().spki();
  while (leaf < reply.size() && reply[leaf].certificate.public_key().spki() != key) ++leaf;
  if (leaf == reply.size()) refuse("Certificate reply does not contain public key for <" + alias + ">");
  std::swap(reply[0], reply[leaf]);
  for (std::size_t i = 1; i + 1 < reply.size(); ++i) {
    std::size_t at = i;
    while (at < reply.size() && !is_issued_by(reply[i - 1], reply[at])) ++at;
    if (at == reply.size()) refuse("Incomplete certificate chain in reply");
    std::swap(reply[i], reply[at]);
  }
}

/// Returns the entry whose certificate is `top` or has signed it.
const Entry* signer_of(const X509& top, const KeyStore& store) {
  if (const Entry* same = store.find_certificate(top)) return same;
  for (const Entry* entry : store.in_java_order())
    if (!entry->chain.empty() && top.certificate.is_signed_by(entry->chain.front().certificate.public_key()))
      return entry;
  return nullptr;
}

/// Returns the chain of a reply with several certificates; nullopt if the user declines it.
std::optional<std::vector<X509>> chain_of_many(Tool& tool, const X509& own, std::vector<X509> reply,
                                               const std::optional<KeyStore>& cacerts) {
  tool.check_weak("Reply", reply);
  order_reply(reply, own, tool.alias());
  if (tool.options.noprompt) return reply;
  const X509 top = reply.back();
  const Entry* root = signer_of(top, tool.store());
  const bool from_store = root != nullptr;
  if (!from_store && cacerts) root = signer_of(top, *cacerts);
  if (root == nullptr) {
    tool.error("\nTop-level certificate in reply:\n\n");
    tool.out(tool.described(top));
    tool.error("\n... is not trusted. ");
    tool.print_warnings(true);
    if (!tool.ask_yes_no("Install reply anyway? [no]:  ")) return std::nullopt;
  } else if (root->chain.front().der() != top.der()) {
    tool.check_weak("Issuer <" + root->alias + ">" + (from_store ? "" : " in cacerts"), root->chain.front());
    reply.push_back(root->chain.front());
  }
  return reply;
}

void install_reply(Tool& tool, const std::string& alias, base::ByteView input, const std::optional<KeyStore>& cacerts) {
  const OpenedKey opened = tool.open_key(alias, tool.options.storepass, tool.options.keypass);
  const Entry& entry = tool.entry(alias);
  if (entry.chain.empty()) refuse(alias + " has no public key (certificate)");
  const X509 own = entry.chain.front();
  auto reply = all_certificates(input);
  if (!reply) throw Refusal{reply.error()};
  if (reply->empty()) refuse("Reply has no certificates");
  auto chain = reply->size() == 1 ? std::optional(chain_of_one(tool, own, reply->front(), cacerts))
                                  : chain_of_many(tool, own, std::move(*reply), cacerts);
  tool.save = chain.has_value();
  if (chain) tool.put_key(alias, opened.pkcs8, *opened.password, std::move(*chain));
  tool.error(tool.save ? "Certificate reply was installed in keystore\n"
                       : "Certificate reply was not installed in keystore\n");
}

}  // namespace

void importcert(Tool& tool) {
  const std::string alias = tool.alias();
  const std::optional<KeyStore> cacerts = tool.options.trustcacerts ? system_cacerts(tool) : std::nullopt;
  const base::Bytes input = tool.read_input(tool.options.file);
  const Entry* there = tool.store().find(alias);
  if (there != nullptr && there->kind == EntryKind::secret_key) return;  // keytool prints nothing either
  if (there != nullptr && there->kind == EntryKind::private_key)
    install_reply(tool, alias, input, cacerts);
  else
    add_trusted(tool, alias, input, cacerts);
}

}  // namespace ringside::keytool

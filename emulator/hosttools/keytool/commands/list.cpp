// emulator/hosttools/keytool/commands/list.cpp - -list: lists entries in short, in full, or as PEM.
#include <fmt/format.h>

#include "emulator/crypto/digest.hpp"
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print.hpp"
#include "emulator/hosttools/keytool/store/open_store.hpp"

namespace ringside::keytool {
namespace {

base::Instant created(const Entry& entry) {
  return base::Instant(std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(entry.created)));
}

bool is_long(const Tool& tool) {
  return tool.options.verbose || tool.options.rfc;
}

std::string one_certificate(const Tool& tool, const X509& certificate) {
  return tool.options.verbose ? tool.described(certificate) : pem_text(certificate.der(), "CERTIFICATE");
}

std::string fingerprint_line(const X509& certificate) {
  return "Certificate fingerprint (SHA-256): " + colon_hex(crypto::sha256(certificate.der())) + "\n";
}

void print_private_key(Tool& tool, const std::string& label, const Entry& entry) {
  tool.out(is_long(tool) ? "Entry type: PrivateKeyEntry\n" : "PrivateKeyEntry, \n");
  if (entry.chain.empty() || is_long(tool)) tool.out(fmt::format("Certificate chain length: {}\n", entry.chain.size()));
  if (entry.chain.empty()) return;
  if (!is_long(tool)) tool.out(fingerprint_line(entry.chain.front()));
  for (std::size_t i = 0; is_long(tool) && i < entry.chain.size(); ++i)
    tool.out(fmt::format("Certificate[{}]:\n", i + 1) + one_certificate(tool, entry.chain[i]));
  tool.check_weak(label, entry.chain);
}

void print_trusted(Tool& tool, const std::string& label, const Entry& entry) {
  if (is_long(tool))
    tool.out("Entry type: trustedCertEntry\n\n" + one_certificate(tool, entry.chain.front()));
  else
    tool.out("trustedCertEntry, \n" + fingerprint_line(entry.chain.front()));
  tool.check_weak(label, entry.chain.front());
}

void print_entry(Tool& tool, const std::string& label, const std::string& alias, const Entry& entry) {
  const std::string date = medium_date(created(entry), tool.zone());
  tool.out(is_long(tool) ? "Alias name: " + alias + "\nCreation date: " + date + "\n" : alias + ", " + date + ", ");
  switch (entry.kind) {
    case EntryKind::secret_key:
      return tool.out(is_long(tool) ? "Entry type: SecretKeyEntry\n" : "SecretKeyEntry, \n");
    case EntryKind::private_key:
      return print_private_key(tool, label, entry);
    case EntryKind::trusted_certificate:
      return print_trusted(tool, label, entry);
  }
}

void print_entries(Tool& tool) {
  const std::string stars = "*******************************************\n";
  const std::size_t count = tool.store().entries().size();
  tool.out("Keystore type: " + tool.shown_type + "\nKeystore provider: " + tool.provider() + "\n\n");
  tool.out(fmt::format("Your keystore contains {} {}\n\n", grouped(static_cast<long>(count)),
                       count == 1 ? "entry" : "entries"));
  for (const Entry* entry : tool.store().sorted()) {
    print_entry(tool, "<" + entry->alias + ">", entry->alias, *entry);
    if (is_long(tool)) tool.out("\n\n" + stars + stars + "\n\n");
  }
}

}  // namespace

void list(Tool& tool) {
  if (!tool.options.storepass && !tool.options.is_protected) print_integrity_warning(tool, false);
  if (!tool.options.alias) return print_entries(tool);
  const std::string alias = *tool.options.alias;
  print_entry(tool, "The certificate", alias, tool.entry(alias));
}

}  // namespace ringside::keytool

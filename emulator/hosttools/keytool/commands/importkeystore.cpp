// emulator/hosttools/keytool/commands/importkeystore.cpp - -importkeystore: copies entries from one store to another.
#include <fmt/format.h>

#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/ring/ring_source.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"
#include "emulator/hosttools/keytool/store/open_store.hpp"
#include "emulator/hosttools/keytool/store/secret_key.hpp"

namespace ringside::keytool {
namespace {

enum class Outcome { left_out, imported, failed };

struct Recovered {
  base::Bytes info;  ///< PrivateKeyInfo, also for secret keys
  Password password;
};

/// The source of the entries. One budget covers opening all of them.
struct Source {
  explicit Source(const KeyStore& from) : store(from), budget(budget_of_keys(from)) {}

  const KeyStore& store;
  crypto::PbeBudget budget;
};

/// Returns nullopt if the password is wrong.
std::optional<base::Bytes> open_entry(Source& source, const Entry& entry, const Password& password) {
  if (!password) return std::nullopt;
  const bool is_sealed_object = format_of(source.store.type()).secret_keys == SecretKeys::as_sealed_object;
  if (entry.kind != EntryKind::secret_key || !is_sealed_object) return recover_key(entry.key, *password, source.budget);
  const auto key = open_sealed_secret_key(entry.key, *password, source.budget);
  if (!key) return std::nullopt;
  auto info = secret_key_info(*key);
  if (!info) refuse_as("java.security.NoSuchAlgorithmException", "unrecognized algorithm name: " + key->algorithm);
  return info;
}

Recovered recover(Tool& tool, Source& source, const std::string& alias, const Entry& entry) {
  if (entry.kind == EntryKind::trusted_certificate) return {};
  if (tool.options.srckeypass) {
    auto plain = open_entry(source, entry, tool.options.srckeypass);
    if (!plain) refuse_wrong_key_password(source.store.type());
    return {std::move(*plain), tool.options.srckeypass};
  }
  if (auto plain = open_entry(source, entry, tool.options.srcstorepass))
    return {std::move(*plain), tool.options.srcstorepass};
  if (format_of(source.store.type()).has_one_password && tool.options.srcstorepass)
    refuse_wrong_key_password(source.store.type());
  const Password asked = tool.ask_key_password(alias);
  auto plain = open_entry(source, entry, asked);
  if (!plain) refuse_wrong_key_password(source.store.type());
  return {std::move(*plain), asked};
}

/// Returns the key protected as in the destination; nullopt for a secret key that the destination cannot hold.
std::optional<base::Bytes> protected_again(Tool& tool, const Entry& entry, const Recovered& recovered,
                                           const base::Secret& password) {
  const Protection protection{tool.store().type(), password, tool.randomness(), tool.options.pkcs12};
  const SecretKeys secret_keys = format_of(protection.type).secret_keys;
  if (entry.kind == EntryKind::private_key || secret_keys == SecretKeys::as_private_key)
    return protect_key(recovered.info, protection);
  if (secret_keys == SecretKeys::refused) return std::nullopt;
  const auto key = read_secret_key_info(recovered.info);
  return key ? std::optional(seal_secret_key(*key, protection)) : std::nullopt;
}

Outcome problem(Tool& tool, const std::string& alias, const std::string& exception) {
  tool.error("Problem importing entry for alias " + alias + ": " + exception + ".\nEntry for alias " + alias +
             " not imported.\n");
  return Outcome::failed;
}

Outcome put(Tool& tool, const Entry& entry, const std::string& alias, const std::string& target,
            const Recovered& recovered) {
  const Password password = tool.options.destkeypass     ? tool.options.destkeypass
                            : !recovered.password        ? Password()
                            : tool.keys_share_password() ? tool.options.storepass
                                                         : recovered.password;
  if (!entry.chain.empty()) tool.check_weak("<" + target + ">", entry.chain.front());
  Entry moved = entry;
  moved.alias = target;
  moved.created = tool.now_millis();
  if (entry.kind == EntryKind::trusted_certificate && tool.options.destkeypass)
    return problem(tool, alias,
                   "java.security.KeyStoreException: trusted certificate entries are not password-protected");
  if (entry.kind != EntryKind::trusted_certificate) {
    auto key = protected_again(tool, entry, recovered, password.value_or(base::Secret()));
    if (!key) return problem(tool, alias, "java.security.KeyStoreException: Cannot store non-PrivateKeys");
    moved.key = std::move(*key);
  }
  tool.store().put(std::move(moved));
  if (tool.is_pkcs12() && password && password->reveal() != tool.options.storepass.value_or(base::Secret()).reveal())
    refuse(
        "The destination pkcs12 keystore has different storepass and keypass. Please retry with -destkeypass "
        "specified.");
  return Outcome::imported;
}

Outcome import_one(Tool& tool, Source& source, const std::string& alias) {
  std::string target = tool.options.destalias.value_or(alias);
  if (tool.store().find(target) != nullptr) {
    if (tool.options.noprompt) {
      tool.error("Warning: Overwriting existing alias " + alias + " in destination keystore\n");
    } else if (!tool.ask_yes_no("Existing entry alias " + alias + " exists, overwrite? [no]:  ")) {
      const Text name = tool.ask_line_or_end("Enter new alias name\t(RETURN to cancel import for this entry):  ");
      if (!name) refuse_as("java.lang.NullPointerException", "invalid null input");
      target = *name;
      if (target.empty()) {
        tool.error("Entry for alias " + alias + " not imported.\n");
        return Outcome::left_out;
      }
    }
  }
  const Entry* entry = source.store.find(alias);
  if (entry == nullptr) refuse("Alias <" + alias + "> does not exist");
  return put(tool, *entry, alias, target, recover(tool, source, alias, *entry));
}

void import_all(Tool& tool, Source& source) {
  if (tool.options.destalias || tool.options.srckeypass)
    refuse("if alias not specified, destalias and srckeypass must not be specified");
  std::size_t done = 0;
  for (const Entry* entry : source.store.in_java_order()) {
    const Outcome outcome = import_one(tool, source, entry->alias);
    if (outcome == Outcome::imported) {
      ++done;
      tool.error("Entry for alias " + entry->alias + " successfully imported.\n");
    } else if (outcome == Outcome::failed && !tool.options.noprompt &&
               tool.ask_yes_no("Do you want to quit the import process? [no]:  ")) {
      break;
    }
  }
  tool.error(
      fmt::format("Import command completed:  {} entries successfully imported, {} entries failed or cancelled\n", done,
                  source.store.entries().size() - done));
}

void import_into_store(Tool& tool, const KeyStore& store) {
  Source source(store);
  if (tool.options.alias)
    import_one(tool, source, *tool.options.alias);
  else
    import_all(tool, source);
  tool.save = true;
}

/// Copies the store to the first of F.old, F.old2, ... that does not exist.
std::string back_up(Tool& tool, const std::string& name) {
  for (int number = 1;; ++number) {
    const std::string copy = name + ".old" + (number == 1 ? "" : std::to_string(number));
    if (tool.process().files.status(tool.absolute(copy))) continue;
    tool.write_file(copy, tool.read_file(name), true);
    return copy;
  }
}

void import_in_place(Tool& tool) {
  KeyStore source = open_source_store(tool);
  if (!tool.options.storepass) tool.options.storepass = tool.options.srcstorepass;
  tool.shown_type = tool.options.storetype.value_or("PKCS12");
  if (!type_named(tool.shown_type)) refuse_as("java.security.KeyStoreException", tool.shown_type + " not found");
  tool.opened = KeyStore(*type_named(tool.shown_type));
  import_into_store(tool, source);
  const std::string copy = back_up(tool, *tool.options.srckeystore);
  const std::string from = type_name(source.type()), to = type_name(tool.store().type());
  tool.last_warning =
      (from == to ? "The original keystore \"" + *tool.options.srckeystore + "\" is backed up as \"" + copy + "\"..."
                  : "Migrated \"" + *tool.options.srckeystore + "\" to " + to + ". The " + from +
                        " keystore is backed up as \"" + copy + "\".");
}

}  // namespace

void importkeystore(Tool& tool) {
  if (!tool.options.srckeystore) refuse("Please specify -srckeystore");
  refuse_empty_source(tool);
  if (tool.absolute(*tool.options.srckeystore) == tool.absolute(tool.store_name)) {
    if (names_ring(tool, tool.store_name)) refuse("A key ring is not imported into itself");
    return import_in_place(tool);
  }
  tool.error("Importing keystore " + *tool.options.srckeystore + " to " + tool.store_name + "...\n");
  locate_store(tool);
  if (!open_store(tool)) return;
  import_into_store(tool, open_source_store(tool));
}

}  // namespace ringside::keytool

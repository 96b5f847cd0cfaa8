// emulator/keytool/commands/importkeystore.cpp - -importkeystore: entries from one store into another.
#include <fmt/format.h>

#include "emulator/keytool/commands/commands.hpp"
#include "emulator/keytool/open_store.hpp"
#include "emulator/keytool/refusal.hpp"
#include "emulator/keytool/ring/ring_source.hpp"

namespace ringside::keytool {
namespace {

enum class Outcome { left_out, imported, failed };

struct Recovered {
  base::Bytes pkcs8;
  Password password;
};

Recovered recover(Tool& tool, const KeyStore& source, const std::string& alias, const Entry& entry) {
  if (entry.kind == EntryKind::trusted_certificate) return {};
  // A JCEKS secret key stays sealed in Java's form: only another JCEKS could hold it.
  if (entry.kind == EntryKind::secret_key && source.type() == StoreType::jceks) return {{}, tool.options.srcstorepass};
  const auto open_with = [&](const Password& password) {
    return password ? recover_key(entry.key, *password) : std::optional<base::Bytes>();
  };
  const auto cannot = [] { refuse_as("java.security.UnrecoverableKeyException", "Cannot recover key"); };
  if (tool.options.srckeypass) {
    auto plain = open_with(tool.options.srckeypass);
    if (!plain) cannot();
    return {std::move(*plain), tool.options.srckeypass};
  }
  if (auto plain = open_with(tool.options.srcstorepass)) return {std::move(*plain), tool.options.srcstorepass};
  if (source.type() == StoreType::pkcs12 && tool.options.srcstorepass) cannot();
  const Password asked = tool.ask_key_password(alias);
  auto plain = open_with(asked);
  if (!plain) cannot();
  return {std::move(*plain), asked};
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
  if (entry.kind == EntryKind::secret_key && tool.store().type() != StoreType::pkcs12)
    return problem(tool, alias, "java.security.KeyStoreException: Cannot store non-PrivateKeys");
  if (entry.kind == EntryKind::secret_key && recovered.pkcs8.empty())
    return problem(tool, alias, "java.security.KeyStoreException: a secret key of a JCEKS file is not opened here");
  if (entry.kind != EntryKind::trusted_certificate)
    moved.key =
        protect_key(recovered.pkcs8, {tool.store().type(), password.value_or(base::Secret()), tool.randomness()});
  tool.store().put(std::move(moved));
  if (tool.is_pkcs12() && password && password->reveal() != tool.options.storepass.value_or(base::Secret()).reveal())
    refuse(
        "The destination pkcs12 keystore has different storepass and keypass. Please retry with -destkeypass "
        "specified.");
  return Outcome::imported;
}

Outcome import_one(Tool& tool, const KeyStore& source, const std::string& alias) {
  std::string target = tool.options.destalias.value_or(alias);
  if (tool.store().find(target) != nullptr) {
    if (tool.options.noprompt) {
      tool.error("Warning: Overwriting existing alias " + target + " in destination keystore\n");
    } else if (!tool.ask_yes_no("Existing entry alias " + target + " exists, overwrite? [no]:  ")) {
      target = tool.ask_line("Enter new alias name\t(RETURN to cancel import for this entry):  ");
      if (target.empty()) {
        tool.error("Entry for alias " + alias + " not imported.\n");
        return Outcome::left_out;
      }
    }
  }
  const Entry* entry = source.find(alias);
  if (entry == nullptr) refuse("Alias <" + alias + "> does not exist");
  return put(tool, *entry, alias, target, recover(tool, source, alias, *entry));
}

void import_all(Tool& tool, const KeyStore& source) {
  if (tool.options.destalias || tool.options.srckeypass)
    refuse("if alias not specified, destalias and srckeypass must not be specified");
  std::size_t done = 0;
  for (const Entry* entry : source.in_java_order()) {
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
                  source.entries().size() - done));
}

void import_into_store(Tool& tool, const KeyStore& source) {
  if (tool.options.alias)
    import_one(tool, source, *tool.options.alias);
  else
    import_all(tool, source);
  tool.save = true;
}

/// The first of F.old, F.old2, ... that is not there yet gets a copy.
std::string back_up(Tool& tool, const std::string& name) {
  for (int number = 1;; ++number) {
    const std::string copy = name + ".old" + (number == 1 ? "" : std::to_string(number));
    if (tool.process().files.status(tool.absolute(copy))) continue;
    tool.write_file(copy, tool.read_file(name));
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
  tool.warn(from == to
                ? "The original keystore \"" + *tool.options.srckeystore + "\" is backed up as \"" + copy + "\"..."
                : "Migrated \"" + *tool.options.srckeystore + "\" to " + to + ". The " + from +
                      " keystore is backed up as \"" + copy + "\".");
}

}  // namespace

void importkeystore(Tool& tool) {
  if (!tool.options.srckeystore) refuse("Please specify -srckeystore");
  if (tool.absolute(*tool.options.srckeystore) == tool.absolute(tool.store_name)) {
    if (names_ring(tool, tool.store_name)) refuse("A key ring is not imported into itself");
    return import_in_place(tool);
  }
  locate_store(tool);
  const auto announce = [&] {
    tool.error("Importing keystore " + *tool.options.srckeystore + " to " + tool.store_name + "...\n");
  };
  if (!open_store(tool)) return;
  announce();
  import_into_store(tool, open_source_store(tool));
}

}  // namespace ringside::keytool

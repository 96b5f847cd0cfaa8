// emulator/hosttools/keytool/store/open_store.cpp - opens key stores; checks and questions come in the order of the
// JDK's keytool.
#include "emulator/hosttools/keytool/store/open_store.hpp"

#include "emulator/hosttools/keytool/providers.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/ring/ring_sink.hpp"
#include "emulator/hosttools/keytool/ring/ring_source.hpp"

namespace ringside::keytool {
namespace {

constexpr int attempts = 3;

bool may_create(Command command) {
  switch (command) {
    case Command::genkeypair:
    case Command::genseckey:
    case Command::identitydb:
    case Command::importcert:
    case Command::importpass:
    case Command::importkeystore:
    case Command::printcert:
    case Command::printcrl:
      return true;
    default:
      return false;
  }
}

bool needs_password(Command command) {
  return command != Command::list && command != Command::exportcert && command != Command::printcert &&
         command != Command::printcertreq && command != Command::printcrl && command != Command::showinfo &&
         command != Command::gencert && command != Command::gencrl;
}

/// Refuses a store type that is not one of files. A type of key rings is known on z/OS, but a file is no key ring.
void require_file_type(const Tool& tool, const Text& type) {
  if (!type || type_named(*type)) return;
  if (tool.runs_on_zos() && ring_type(*type) != nullptr) refuse_io("Invalid keystore format");
  refuse_as("java.security.KeyStoreException", *type + " not found");
}

/// Reads the file and its format. Returns nullopt if it does not exist and may be created.
std::optional<StoreFile> find_file(Tool& tool) {
  const std::string path = tool.absolute(tool.store_name);
  const auto status = tool.process().files.status(path);
  if (!status || status->directory) {
    if (!status && may_create(tool.options.command->command)) return std::nullopt;
    if (status && may_create(tool.options.command->command)) return std::nullopt;
    refuse("Keystore file does not exist: " + tool.store_name);
  }
  if (status->size == 0) refuse("Keystore file exists, but is empty: " + tool.store_name);
  StoreFile file{tool.read_file(tool.store_name), StoreType::pkcs12};
  const auto type = probe(file.content);
  const auto asked = tool.options.storetype ? type_named(*tool.options.storetype) : std::nullopt;
  require_file_type(tool, tool.options.storetype);
  if (!type && !asked)
    refuse_as("java.security.KeyStoreException", "Unrecognized keystore format. Please load it with a specified type");
  if (asked && type) refuse_other_format(*asked, *type);
  file.type = type ? *type : *asked;
  return file;
}

/// Asks for the password of a store that will be written. Returns nullopt after three failures.
Password ask_for_writing(Tool& tool) {
  const bool import = tool.options.command->command == Command::importkeystore;
  for (int i = 0; i < attempts; ++i) {
    const Password answer =
        tool.ask_password(import ? "Enter destination keystore password:  " : "Enter keystore password:  ");
    if (!answer || answer->reveal().size() < shortest_password) {
      tool.error("Keystore password is too short - must be at least 6 characters\n");
      continue;
    }
    if (tool.store_exists()) return answer;
    const Password again = tool.ask_password("Re-enter new password: ");
    if (again && again->reveal() == answer->reveal()) return answer;
    tool.error("They don't match. Try again\n");
  }
  tool.error("Too many failures - try later\n");
  return std::nullopt;
}

/// A PKCS#12 has one password for all: `given` becomes that of the store.
void unite_passwords(Tool& tool, const Password& store, Password& given, const std::string& option) {
  if (!store || !given || given->reveal() == store->reveal()) return;
  tool.error(
      "Warning:  Different store and key passwords not supported for PKCS12 KeyStores. Ignoring user-specified " +
      option + " value.\n");
  given = store;
}

void warn_of_other_key_password(Tool& tool) {
  if (!tool.is_pkcs12()) return;
  unite_passwords(tool, tool.options.storepass, tool.options.keypass, "-keypass");
  unite_passwords(tool, tool.options.storepass, tool.options.destkeypass, "-destkeypass");
}

void load(Tool& tool) {
  if (tool.ring)
    tool.opened = entries_of(tool, *tool.ring, tool.options.storepass);
  else if (tool.file)
    tool.opened = read_store(*tool.file, tool.options.storepass, tool.now_millis());
  else
    tool.opened = KeyStore(type_named(tool.shown_type).value_or(StoreType::pkcs12));
  if (tool.shown_type == "JCEKS") tool.opened->become(StoreType::jceks);
}

/// -list and -exportcert also work without a password; all other commands need one.
bool get_password(Tool& tool) {
  if (tool.options.storepass) {
    if (!tool.store_exists() && tool.options.storepass->reveal().size() < shortest_password)
      refuse("Keystore password must be at least 6 characters");
    return true;
  }
  if (tool.options.is_protected) return true;
  const Command command = tool.options.command->command;
  if (needs_password(command)) {
    tool.options.storepass = ask_for_writing(tool);
    if (!tool.options.storepass) return false;
  } else if (command != Command::printcert && command != Command::printcrl) {
    tool.options.storepass = tool.ask_password("Enter keystore password:  ");
  }
  load(tool);
  return true;
}

/// Returns the type that is shown and used to open the store. With a provider, its type is not detected from the file.
std::string find_type(const Tool& tool) {
  const auto& provider = tool.options.providername;
  if (provider) check_provider_name(*provider, tool.runs_on_zos() ? Java::ibm : Java::jdk);
  if (tool.ring) return std::string(tool.ring->type->name);
  const bool fixed = provider && !tool.runs_on_zos();
  const std::string found = type_name(tool.file ? tool.file->type : StoreType::pkcs12);
  const std::string type = tool.options.storetype.value_or(fixed ? "pkcs12" : found);
  require_file_type(tool, type);
  if (fixed && !holds_stores(*provider, *type_named(type)))
    refuse_as("java.security.KeyStoreException", type + " not found");
  return type;
}

}  // namespace

void locate_store(Tool& tool) {
  if (!names_ring(tool, tool.store_name)) {
    tool.file = find_file(tool);
    return;
  }
  refuse_unless_ring_command(tool);
  tool.ring = open_ring(tool, tool.store_name, tool.options.storetype, may_create(tool.options.command->command));
  remark_on_ring_password(tool, tool.options.storepass);
}

bool open_store(Tool& tool) {
  tool.shown_type = find_type(tool);
  load(tool);
  if (tool.options.command->command == Command::keypasswd && tool.is_pkcs12())
    refuse_as("java.lang.UnsupportedOperationException", "-keypasswd commands not supported if -storetype is PKCS12");
  if (!get_password(tool)) return false;
  warn_of_other_key_password(tool);
  return true;
}

void print_integrity_warning(Tool& tool, bool source) {
  const std::string stars = "*****************  WARNING WARNING WARNING  *****************\n";
  const std::string middle = source ? "* The integrity of the information stored in the srckeystore*\n"
                                      "* has NOT been verified!  In order to verify its integrity, *\n"
                                      "* you must provide the srckeystore password.                *\n"
                                    : "* The integrity of the information stored in your keystore  *\n"
                                      "* has NOT been verified!  In order to verify its integrity, *\n"
                                      "* you must provide your keystore password.                  *\n";
  tool.error("\n" + stars + middle + stars + "\n");
}

void refuse_empty_source(Tool& tool) {
  if (names_ring(tool, tool.options.srckeystore)) return;
  const std::string name = tool.options.srckeystore.value_or("");
  const auto status = tool.process().files.status(tool.absolute(name));
  if (status && status->size == 0 && !status->directory) refuse("Source keystore file exists, but is empty: " + name);
}

KeyStore open_source_ring(Tool& tool) {
  const RingStore source = open_ring(tool, *tool.options.srckeystore, tool.options.srcstoretype, false);
  if (!tool.options.srcstorepass && !tool.options.src_protected)
    tool.options.srcstorepass = tool.ask_password("Enter source keystore password:  ");
  remark_on_ring_password(tool, tool.options.srcstorepass);
  return entries_of(tool, source, tool.options.srcstorepass);
}

KeyStore open_source_store(Tool& tool) {
  if (names_ring(tool, tool.options.srckeystore)) return open_source_ring(tool);
  const std::string name = tool.options.srckeystore.value_or("");
  StoreFile file{tool.read_file(name), StoreType::pkcs12};
  const auto type = probe(file.content);
  const auto asked = tool.options.srcstoretype ? type_named(*tool.options.srcstoretype) : std::nullopt;
  require_file_type(tool, tool.options.srcstoretype);
  if (!type && !asked)
    refuse_as("java.security.KeyStoreException", "Unrecognized keystore format. Please load it with a specified type");
  file.type = type.value_or(asked.value_or(StoreType::pkcs12));
  if (!tool.options.srcstorepass && !tool.options.src_protected)
    tool.options.srcstorepass = tool.ask_password("Enter source keystore password:  ");
  if (format_of(file.type).has_one_password)
    unite_passwords(tool, tool.options.srcstorepass, tool.options.srckeypass, "-srckeypass");
  KeyStore store = read_store(file, tool.options.srcstorepass, tool.now_millis());
  if (!tool.options.srcstorepass) print_integrity_warning(tool, true);
  return store;
}

void save_store(Tool& tool) {
  if (!tool.save) return;
  if (tool.options.verbose) tool.error("[Storing " + tool.store_name + "]\n");
  if (tool.ring) return store_ring(tool);
  const Password& password = tool.new_store_password ? tool.new_store_password : tool.options.storepass;
  tool.store().pkcs12 = tool.options.pkcs12;
  tool.write_file(tool.store_name, write_store(tool.store(), password.value_or(base::Secret()), tool.randomness()),
                  !tool.store().only_certificates());
}

void remark_on_format(Tool& tool) {
  if (!tool.opened || !format_of(tool.store().type()).is_proprietary || tool.store().only_certificates()) return;
  if (!tool.store_exists() && !tool.save) return;
  tool.warn("The " + type_name(tool.store().type()) +
            " keystore uses a proprietary format. It is recommended to migrate to PKCS12 which is an industry standard "
            "format using \"keytool -importkeystore -srckeystore " +
            tool.store_name + " -destkeystore " + tool.store_name + " -deststoretype pkcs12\".");
}

}  // namespace ringside::keytool

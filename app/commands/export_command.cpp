// app/commands/export_command.cpp - ringside export: writes a key ring or key store of a lab to a real file.
//
// keytool -importkeystore copies the entries on the host that has them. The new store is read there, and then all
// changes to the lab are undone. So the file holds what a user of that system would get, and the lab does not change.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/tool_host.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::app {
namespace {

constexpr const char* made_at = "/ringside-export";  // on the host of the lab, until the changes are undone
constexpr unsigned owner_only = 0600;                // the file holds private keys
constexpr std::size_t shortest_password = 6;         // as keytool requires

struct ExportArguments {
  std::string source, file;
  std::string format = "pkcs12";
  std::string password, source_password;
  std::vector<std::string> aliases;
};

/// The ring that OWNER/RING names on z/OS; nullopt if `source` is the path of a key store.
std::optional<racf::RingName> ring_of(const database::SystemRecord& system, const std::string& source) {
  return system.kind != "zos" || source.starts_with('/') ? std::nullopt : racf::ring_name(source);
}

/// The password of the file and its keys. PEM holds keys in clear, so the intermediate store may have any password.
base::Secret password_of(Program& program, const ExportArguments& arguments) {
  if (arguments.format == "pem") return base::Secret("intermediate");
  std::string password = arguments.password;
  if (password.empty() && program.is_terminal()) {
    program.error() << "Password for the file: " << std::flush;
    password = ConsoleStreams(program).read_line(true).value_or("");
  }
  if (password.size() < shortest_password)
    throw UsageError("--password: a " + arguments.format + " file needs a password of at least 6 characters");
  return base::Secret(password);
}

std::vector<std::string> import_command(const ExportArguments& arguments, const std::optional<racf::RingName>& ring,
                                        const base::Secret& password) {
  std::vector<std::string> words = {"-importkeystore", "-noprompt",       "-destkeystore",
                                    made_at,           "-deststoretype",  "PKCS12",
                                    "-deststorepass",  password.reveal(), "-srckeystore"};
  if (ring) {
    words.insert(words.end(), {"safkeyring://" + ring->owner + "/" + ring->name, "-srcstoretype", "JCERACFKS",
                               "-srcstorepass", "password", "-J-Djava.protocol.handler.pkgs=com.ibm.crypto.provider"});
  } else {
    words.insert(words.end(), {arguments.source, "-srcstorepass", arguments.source_password});
  }
  return words;
}

/// Copies the entries of the source with keytool on that host; their keys are protected by `password`. Throws
/// UsageError with the output of keytool if it fails.
keytool::KeyStore copied(Program& program, const ExportArguments& arguments, const base::Secret& password) {
  const auto undo = program.lab().savepoint();
  const std::optional<racf::RingName> ring = ring_of(program.system(), arguments.source);
  const bool unnamed = program.options.user == GlobalOptions{}.user;
  if (ring && unnamed && program.lab().database_of(program.system()).users.find(ring->owner))
    program.options.user = ring->owner;  // its owner opens a ring, unless --user names another user
  const Surroundings around = lab_host(program);
  if (!ring)
    if (const auto own = around.files->read(host::resolve(around.directory, arguments.source)); !own)
      throw UsageError(arguments.source + ": " + host::file_error_text(own.error()));
  host::LabFiles files(program.lab(), around.system, "root");  // root may write at the top
  host::TextStreams streams;
  host::Process process{program.lab(), around.system, around.user, files, streams, around.directory, around.variables};
  const int status = keytool::run(import_command(arguments, ring, password), process);
  for (const std::string& line : base::lines(streams.errors()))
    if (line.starts_with("ringside: ")) fmt::print(program.error(), "  {}\n", base::printable(line.substr(10)));
  const auto content = files.read(made_at);
  if (status != 0 || !content)
    throw UsageError(fmt::format("{}: {}", arguments.source, base::printable(base::trim(streams.output()))));
  return keytool::read_store({*content, keytool::StoreType::pkcs12}, password,
                             program.lab().now().time_since_epoch().count() * 1000);
}

/// Removes all entries but those named. Throws UsageError for a name that does not exist.
void choose(keytool::KeyStore& store, const std::vector<std::string>& aliases) {
  for (const std::string& alias : aliases) {
    if (store.find(alias) != nullptr) continue;
    std::vector<std::string> names;
    for (const keytool::Entry& entry : store.entries()) names.push_back(entry.alias);
    throw UsageError(
        fmt::format("--alias {}: this entry does not exist; there are {}", alias, base::join(names, ", ")));
  }
  if (aliases.empty()) return;
  std::erase_if(store.entries(), [&](const keytool::Entry& entry) {
    return std::none_of(aliases.begin(), aliases.end(),
                        [&](const std::string& alias) { return keytool::java_lower(alias) == entry.alias; });
  });
}

std::string pem_of(const keytool::KeyStore& store, const base::Secret& password, const base::Randomness& randomness) {
  std::string text;
  for (const keytool::Entry& entry : store.entries()) {
    text += "# " + base::printable(entry.alias) + "\n";
    if (entry.kind == keytool::EntryKind::private_key) {
      const auto key = crypto::PrivateKey::from_pkcs8_of_any_kind(*keytool::recover_key(entry.key, password));
      if (!key) throw UsageError(fmt::format("--format pem: the key of {}: {}", entry.alias, key.error().detail));
      text += crypto::pem_key(*key, std::nullopt, randomness);
    }
    for (const keytool::X509& certificate : entry.chain) text += crypto::armor(certificate.der(), "CERTIFICATE");
  }
  return text;
}

base::Bytes written(keytool::KeyStore& store, const std::string& format, const base::Secret& password,
                    const base::Randomness& randomness) {
  if (format == "pem") return base::to_bytes(pem_of(store, password, randomness));
  if (format == "jks") {
    for (keytool::Entry& entry : store.entries())
      if (entry.kind == keytool::EntryKind::private_key)
        entry.key = keytool::protect_key(*keytool::recover_key(entry.key, password),
                                         {keytool::StoreType::jks, password, randomness});
    store.become(keytool::StoreType::jks);
  }
  return keytool::write_store(store, password, randomness);
}

void report(Program& program, const ExportArguments& arguments, const keytool::KeyStore& store) {
  auto entries = base::Json::array();
  std::size_t keys = 0;
  for (const keytool::Entry& entry : store.entries()) {
    const bool is_key = entry.kind == keytool::EntryKind::private_key;
    keys += is_key ? 1 : 0;
    entries.push_back({{"alias", entry.alias},
                       {"kind", is_key ? "private key" : "trusted certificate"},
                       {"certificates", entry.chain.size()}});
  }
  if (program.options.json)
    program.print_json(
        {{"source", arguments.source}, {"file", arguments.file}, {"format", arguments.format}, {"entries", entries}});
  else
    fmt::print(program.error(), "{} written from {}: {}, {} private key(s), {} trusted certificate(s){}\n",
               arguments.file, arguments.source, arguments.format, keys, store.entries().size() - keys,
               arguments.format == "pem" && keys != 0 ? "; the keys are in clear" : "");
}

void export_store(Program& program, const ExportArguments& arguments) {
  program.require_lab_that_exists();
  const base::Secret password = password_of(program, arguments);
  keytool::KeyStore store = copied(program, arguments, password);
  std::erase_if(store.entries(), [&](const keytool::Entry& entry) {
    const bool is_secret = entry.kind == keytool::EntryKind::secret_key;
    if (is_secret)
      fmt::print(program.error(), "  '{}' is a secret key and not exported\n", base::printable(entry.alias));
    return is_secret;
  });
  choose(store, arguments.aliases);
  const auto randomness = program.lab().randomness(program.system().name + "/export", 0);
  const base::Bytes content = written(store, arguments.format, password, *randomness);
  const std::string path = std::filesystem::absolute(arguments.file).generic_string();
  if (const auto done = host::RealFiles("/").write(path, content, owner_only); !done)
    throw UsageError(arguments.file + ": " + host::file_error_text(done.error()));
  report(program, arguments, store);
}

}  // namespace

Command export_command(Program& program) {
  auto arguments = std::make_shared<ExportArguments>();
  return {
      .name = "export",
      .about = "write a key ring or key store of the lab to a real file, for a real server",
      .notes = "The lab does not change. Only the owner of the file can read it; PEM files hold the keys in clear.",
      .examples = {"ringside --lab my.lab export IZUSVR/IZUKeyring.IZUDFLT server.p12 --password changeit"},
      .options = {{"SOURCE",
                   &arguments->source,
                   "OWNER/RING on z/OS, opened by its owner unless --user names another user; else the path of a key "
                   "store",
                   {.required = true}},
                  {"FILE", &arguments->file, "the real file to write", {.required = true}},
                  {"--format",
                   &arguments->format,
                   "form of the file",
                   {.choices = {"pkcs12", "jks", "pem"}, .any_case = true, .shows_default = true}},
                  {"--password", &arguments->password, "password of the file and its keys; a terminal asks for it"},
                  {"--source-password", &arguments->source_password, "password of the key store; a ring needs none"},
                  {"--alias", &arguments->aliases, "an entry to write; none: all entries"}},
      .run = [&program, arguments] { export_store(program, *arguments); }};
}

}  // namespace ringside::app

// app/commands/export_command.cpp - ringside export: writes a key ring or key store of a lab to a real file.
//
// keytool -list reads the entries on the host that has them, as a user of that system, in a copy of the lab. The chosen
// entries are then protected as in a new store of the format.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/tool_host.hpp"
#include "app/output/output_file.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::app {
namespace {

constexpr const char* ring_password = "password";  // means nothing to RACF
constexpr std::size_t shortest_password = 6;       // as keytool requires

struct ExportArguments {
  std::string source, file;
  std::string format = "pkcs12";
  std::string password, source_password;
  std::string password_from, source_password_from;  // a file, or a variable of the environment
  std::vector<std::string> aliases;
};

/// The ring that OWNER/RING names on z/OS; nullopt if `source` is the path of a key store.
std::optional<racf::RingName> ring_of(const database::SystemRecord& system, const std::string& source) {
  return system.kind != "zos" || source.starts_with('/') ? std::nullopt : racf::ring_name(source);
}

/// The password that an option names: the first line of file:PATH, or the value of env:NAME. Other users see the words
/// of a command line, but neither of these. Throws UsageError.
std::string password_from(const std::string& option, const std::string& source) {
  const std::string kind = source.substr(0, source.find(':'));
  const std::string name = source.size() > kind.size() ? source.substr(kind.size() + 1) : "";
  if (kind == "env") {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) throw UsageError(option + ": there is no variable " + name);
    return value;
  }
  if (kind != "file" || name.empty()) throw UsageError(option + ": must be file:PATH or env:NAME");
  const auto content = host::RealFiles("/").read(std::filesystem::absolute(name).generic_string());
  if (!content) throw UsageError(fmt::format("{} {}: {}", option, name, host::file_error_text(content.error())));
  const auto lines = base::lines(base::to_text(*content));
  return lines.empty() ? "" : lines.front();
}

/// Replaces each password that is to be read from elsewhere.
void read_passwords(ExportArguments& arguments) {
  if (!arguments.password_from.empty()) arguments.password = password_from("--password-from", arguments.password_from);
  if (!arguments.source_password_from.empty())
    arguments.source_password = password_from("--source-password-from", arguments.source_password_from);
}

/// The password of the file and its keys; PEM has none.
base::Secret password_of(Program& program, const ExportArguments& arguments) {
  if (arguments.format == "pem") return base::Secret("");
  std::string password = arguments.password;
  if (password.empty() && program.is_terminal()) {
    program.error() << "Password for the file: " << std::flush;
    password = ConsoleStreams(program).read_line(true).value_or("");
  }
  if (password.size() < shortest_password)
    throw UsageError("--password: a " + arguments.format + " file needs a password of at least 6 characters");
  return base::Secret(password);
}

std::vector<std::string> list_command(const ExportArguments& arguments, const std::optional<racf::RingName>& ring) {
  if (!ring) return {"-list", "-keystore", arguments.source, "-storepass", arguments.source_password};
  return {
      "-list",      "-keystore",   "safkeyring://" + ring->owner + "/" + ring->name,        "-storetype", "JCERACFKS",
      "-storepass", ring_password, "-J-Djava.protocol.handler.pkgs=com.ibm.crypto.provider"};
}

/// The source and the password that opens its keys.
struct Source {
  keytool::KeyStore store;
  base::Secret password;
};

/// Reads the source with keytool on its host. Throws UsageError with the output of keytool if it fails.
Source opened(Program& program, const ExportArguments& arguments) {
  const Program::LabCopy undo(program);
  const std::optional<racf::RingName> ring = ring_of(program.system(), arguments.source);
  const bool unnamed = program.options.user == GlobalOptions{}.user;
  if (ring && unnamed && program.lab().database_of(program.system()).users.find(ring->owner))
    program.options.user = ring->owner;  // its owner opens a ring, unless --user names another user
  const Surroundings around = lab_host(program);
  if (!ring)
    if (const auto own = around.files->read(host::resolve(around.directory, arguments.source)); !own)
      throw UsageError(arguments.source + ": " + host::file_error_text(own.error()));
  host::LabFiles files(program.lab(), around.system, "root");  // the source was read as the user
  host::TextStreams streams;
  host::Process process{program.lab(), around.system, around.user, files, streams, around.directory, around.variables};
  auto store = keytool::listed_store(list_command(arguments, ring), process);
  for (const std::string& line : base::lines(streams.errors()))
    if (line.starts_with("ringside: ")) fmt::print(program.error(), "  {}\n", base::printable(line.substr(10)));
  if (!store) throw UsageError(fmt::format("{}: {}", arguments.source, base::printable(base::trim(streams.output()))));
  return {*std::move(store), base::Secret(ring ? ring_password : arguments.source_password)};
}

/// The entries as a PKCS#12 holds them, keys first. Leaves out secret keys, with a message.
keytool::KeyStore exportable(Program& program, const keytool::KeyStore& source) {
  keytool::KeyStore all(keytool::StoreType::pkcs12), sorted(keytool::StoreType::pkcs12);
  for (const keytool::Entry* entry : source.in_java_order()) {
    if (entry->kind == keytool::EntryKind::secret_key) {
      fmt::print(program.error(), "  '{}' is a secret key and not exported\n", base::printable(entry->alias));
      continue;
    }
    keytool::Entry copy = *entry;
    copy.created = program.lab().now().time_since_epoch().count() * 1000;
    all.put(std::move(copy));
  }
  for (const auto kind : {keytool::EntryKind::private_key, keytool::EntryKind::trusted_certificate})
    for (const keytool::Entry& entry : all.entries())
      if (entry.kind == kind) sorted.put(entry);
  return sorted;
}

/// The entries that are asked for. Throws UsageError for a name that does not exist.
keytool::KeyStore chosen(const keytool::KeyStore& store, const std::vector<std::string>& aliases) {
  for (const std::string& alias : aliases) {
    if (store.find(alias) != nullptr) continue;
    std::vector<std::string> names;
    for (const keytool::Entry& entry : store.entries()) names.push_back(entry.alias);
    throw UsageError(
        fmt::format("--alias {}: this entry does not exist; there are {}", alias, base::join(names, ", ")));
  }
  if (aliases.empty()) return store;
  std::set<std::string> wanted;
  for (const std::string& alias : aliases) wanted.insert(keytool::java_lower(alias));
  keytool::KeyStore some(store.type());
  for (const keytool::Entry& entry : store.entries())
    if (wanted.contains(entry.alias)) some.put(entry);
  return some;
}

/// Puts the keys under the password of the file; PEM takes them in clear.
void protect_keys(keytool::KeyStore& store, const Source& source, const ExportArguments& arguments,
                  const base::Secret& password, const base::Randomness& randomness) {
  const auto type = arguments.format == "jks" ? keytool::StoreType::jks : keytool::StoreType::pkcs12;
  crypto::PbeBudget budget = keytool::budget_of_keys(source.store);
  for (std::size_t place = 0; place < store.entries().size(); ++place) {
    const keytool::Entry& entry = store.entries()[place];
    if (entry.kind != keytool::EntryKind::private_key) continue;
    auto key = keytool::recover_key(entry.key, source.password, budget);
    if (!key) keytool::refuse_wrong_key_password(source.store.type());
    store.set_key(place, arguments.format == "pem"
                             ? *std::move(key)
                             : keytool::protect_key(*key, {type, password, randomness, store.pkcs12}));
  }
  store.become(type);
}

std::string pem_of(const keytool::KeyStore& store, const base::Randomness& randomness) {
  std::string text;
  for (const keytool::Entry& entry : store.entries()) {
    text += "# " + base::printable(entry.alias) + "\n";
    if (entry.kind == keytool::EntryKind::private_key) {
      const auto key = crypto::PrivateKey::from_pkcs8_of_any_kind(entry.key);
      if (!key) throw UsageError(fmt::format("--format pem: the key of {}: {}", entry.alias, key.error().detail));
      text += crypto::pem_key(*key, std::nullopt, randomness);
    }
    for (const keytool::X509& certificate : entry.chain) text += crypto::armor(certificate.der(), "CERTIFICATE");
  }
  return text;
}

base::Bytes written(const keytool::KeyStore& store, const std::string& format, const base::Secret& password,
                    const base::Randomness& randomness) {
  if (format == "pem") return base::to_bytes(pem_of(store, randomness));
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

void export_store(Program& program, ExportArguments arguments) {
  program.require_lab_that_exists();
  read_passwords(arguments);
  const base::Secret password = password_of(program, arguments);
  const Source source = opened(program, arguments);
  keytool::KeyStore store = chosen(exportable(program, source.store), arguments.aliases);
  const auto randomness = program.lab().randomness(program.system().name + "/export", 0);
  base::Bytes content;
  try {
    protect_keys(store, source, arguments, password, *randomness);
    content = written(store, arguments.format, password, *randomness);
  } catch (const keytool::Refusal& refusal) {
    throw UsageError(arguments.source + ": " + refusal.text);
  }
  write_output_file(arguments.file, base::to_text(content), {.owner_only = true});
  report(program, arguments, store);
}

}  // namespace

Command export_command(Program& program) {
  auto arguments = std::make_shared<ExportArguments>();
  return {
      .name = "export",
      .about = "write a key ring or key store of the lab to a real file, for a real server",
      .notes = "The lab does not change. Only the owner of the file can read it; PEM files hold the keys in clear.",
      .examples = {"ringside --lab my.lab export IZUSVR/IZUKeyring.IZUDFLT server.p12 --password-from file:pw.txt"},
      .options = {{"SOURCE",
                   &arguments->source,
                   "OWNER/RING on z/OS, opened by its owner unless --user names another user; else the path of a key "
                   "store",
                   {.required = true}},
                  {"FILE", &arguments->file, "the real file to write", {.type = "FILE", .required = true}},
                  {"--format",
                   &arguments->format,
                   "form of the file",
                   {.choices = {"pkcs12", "jks", "pem"}, .any_case = true, .shows_default = true}},
                  {"--password", &arguments->password, "password of the file and its keys; a terminal asks for it"},
                  {"--password-from",
                   &arguments->password_from,
                   "where the password is: file:PATH (its first line) or env:NAME, which other users cannot see",
                   {.type = "PLACE"},
                   "--password"},
                  {"--source-password", &arguments->source_password, "password of the key store; a ring needs none"},
                  {"--source-password-from",
                   &arguments->source_password_from,
                   "where that password is: file:PATH or env:NAME",
                   {.type = "PLACE"},
                   "--source-password"},
                  {"--alias", &arguments->aliases, "an entry to write; none: all entries"}},
      .run = [&program, arguments] { export_store(program, *arguments); }};
}

}  // namespace ringside::app

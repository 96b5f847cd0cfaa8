// app/commands/export_command.cpp - ringside export: writes a key ring or key store of a lab to a real file.
//
// keytool -list reads the entries on the host that has them, as a user of that system, in a copy of the lab. The chosen
// entries are then protected as in a new store of the format.
#include <algorithm>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/tool_host.hpp"
#include "app/output/output_file.hpp"
#include "app/password.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::app {
namespace {

constexpr const char* ring_password = "password";  // means nothing to RACF

struct ExportArguments {
  std::string source, file;
  std::string place;  ///< the source without its system
  std::string format = "pkcs12";
  PasswordArguments password{"--password", {}, {}}, source_password{"--source-password", {}, {}};
  std::vector<std::string> aliases;
};

/// The ring that OWNER/RING names on z/OS; nullopt if `source` is the path of a key store.
std::optional<racf::RingName> ring_of(const database::SystemRecord& system, const std::string& source) {
  return system.kind != "zos" || source.starts_with('/') ? std::nullopt : racf::ring_name(source);
}

/// The password of the file and its keys; PEM has none.
base::Secret password_of(Program& program, const ExportArguments& arguments) {
  if (arguments.format == "pem") return base::Secret("");
  auto password = given_password(program, arguments.password);
  if (!password) password = asked_password(program, "Password for the file: ");
  if (!password) throw UsageError("a " + arguments.format + " file needs a password; --password-from says where it is");
  if (password->reveal().size() < shortest_password)
    throw UsageError("a " + arguments.format + " file needs a password of at least 6 characters");
  return *std::move(password);
}

std::vector<std::string> list_command(const ExportArguments& arguments, const std::optional<racf::RingName>& ring,
                                      const base::Secret& password) {
  if (!ring) return {"-list", "-keystore", arguments.place, "-storepass", password.reveal()};
  return {
      "-list",      "-keystore",   "safkeyring://" + ring->owner + "/" + ring->name,        "-storetype", "JCERACFKS",
      "-storepass", ring_password, "-J-Djava.protocol.handler.pkgs=com.ibm.crypto.provider"};
}

/// The source and the password that opens its keys.
struct Source {
  keytool::KeyStore store;
  base::Secret password;
};

/// The names of all rings there, to find the one that was meant.
std::vector<std::string> ring_names(Program& program) {
  std::vector<std::string> names;
  for (const auto& ring : program.lab().database_of(program.system()).rings.by_owner(""))
    names.push_back(racf::to_string({ring.owner, ring.name}));
  return names;
}

/// Leaves out what the codes of R_datalib are, since export does not show them.
std::vector<std::string> remarks_in(const host::TextStreams& streams) {
  std::vector<std::string> remarks;
  for (const std::string& line : base::lines(streams.errors()))
    if (line.starts_with("ringside: ") && !line.starts_with("ringside: (")) remarks.push_back(line.substr(10));
  return remarks;
}

/// Why the source cannot be opened: the last remark on a ring, which it takes away, or what keytool says without the
/// names of Java's classes.
std::string cause_of(Program& program, const std::optional<racf::RingName>& ring, std::string said,
                     std::vector<std::string>& remarks) {
  constexpr std::string_view java = "Exception: ";
  if (const std::size_t at = said.rfind(java); at != std::string::npos) said = said.substr(at + java.size());
  if (!ring || remarks.empty()) return said;
  said = remarks.back();
  remarks.pop_back();
  const std::vector<std::string> rings = ring_names(program);
  const std::string name = racf::to_string(*ring);
  const bool exists = std::find(rings.begin(), rings.end(), name) != rings.end();
  return exists ? said : said + base::did_you_mean(name, rings);
}

/// Reads the source with keytool on its host. Throws UsageError with the cause if it cannot be opened.
Source opened(Program& program, const ExportArguments& arguments) {
  const Program::LabCopy undo(program);
  const std::optional<racf::RingName> ring = ring_of(program.system(), arguments.place);
  const bool unnamed = program.options.user == GlobalOptions{}.user;
  if (ring && unnamed && program.lab().database_of(program.system()).users.find(ring->owner))
    program.options.user = ring->owner;  // its owner opens a ring, unless --user names another user
  const Surroundings around = lab_host(program);
  if (!ring)
    if (const auto own = around.files->read(host::resolve(around.directory, arguments.place)); !own)
      throw UsageError(arguments.source + ": " + host::file_error_text(own.error()));
  const auto password =
      ring ? std::optional(base::Secret(ring_password)) : given_password(program, arguments.source_password);
  host::LabFiles files(program.lab(), around.system, "root");  // the source was read as the user
  host::TextStreams streams;
  host::Process process{program.lab(), around.system, around.user, files, streams, around.directory, around.variables};
  auto store = keytool::listed_store(list_command(arguments, ring, password.value_or(base::Secret())), process);
  std::vector<std::string> remarks = remarks_in(streams);
  const auto said = base::lines(streams.output());
  const std::string cause = store ? "" : cause_of(program, ring, said.empty() ? "" : said.front(), remarks);
  for (const std::string& remark : remarks) fmt::print(program.error(), "  {}\n", base::printable(remark));
  if (!store)
    throw UsageError(fmt::format("{}: {}{}", arguments.source, base::printable(cause),
                                 password ? "" : "; --source-password-from says where its password is"));
  return {*std::move(store), password.value_or(base::Secret())};
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
    program.print_json("export",
                       base::Json::array({{{"source", arguments.source},
                                           {"file", arguments.file},
                                           {"format", arguments.format},
                                           {"entries", entries}}}),
                       {{"private_keys", keys}, {"trusted_certificates", store.entries().size() - keys}});
  else
    fmt::print(program.error(), "{} written from {}: {}, {} private key(s), {} trusted certificate(s){}\n",
               arguments.file, arguments.source, arguments.format, keys, store.entries().size() - keys,
               arguments.format == "pem" && keys != 0 ? "; the keys are in clear" : "");
}

void export_store(Program& program, ExportArguments arguments) {
  arguments.place = program.take_system(arguments.source);
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
  std::vector<Option> options = {
      {"SOURCE",
       &arguments->source,
       "[SYSTEM:]OWNER/RING on z/OS, opened by its owner unless --user names another user; else [SYSTEM:]/PATH "
       "of a key store",
       {.required = true}},
      {"FILE", &arguments->file, "the real file to write", {.type = "FILE", .required = true}},
      {"--format",
       &arguments->format,
       "form of the file",
       {.choices = {"pkcs12", "jks", "pem"}, .any_case = true, .shows_default = true}}};
  append(options, password_options(arguments->password, "password of the file and its keys"));
  append(options, password_options(arguments->source_password, "password of the key store; a ring needs none"));
  options.push_back({"--alias", &arguments->aliases, "an entry to write; none: all entries"});
  return {.name = "export",
          .about = "write a key ring or key store of the lab to a real file, for a real server",
          .notes = "The lab does not change. Only the owner of the file can read it; PEM files hold the keys in clear.",
          .examples = {"ringside --lab my.lab export IZUSVR/IZUKeyring.IZUDFLT server.p12 --password-from file:pw.txt"},
          .options = std::move(options),
          .run = [&program, arguments] { export_store(program, *arguments); }};
}

}  // namespace ringside::app

// app/commands/export_command.cpp - ringside export: a key ring or key store of a lab as a real file for a real server.
//
// keytool's own -importkeystore copies the entries on the host that has them; the store is read there, and what was
// written is taken back. So the file holds what a user of that system would get, and the lab stays as it was.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/commands/tool_host.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "emulator/hosttools/keytool/store/store_file.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::app {
namespace {

constexpr const char* made_at = "/ringside-export";  // on the lab's host, for a moment
constexpr unsigned owner_only = 0600;                // the file holds private keys
constexpr std::size_t shortest_password = 6;         // of keytool

struct ExportArguments {
  std::string source, file;
  std::string format = "pkcs12";
  std::string password, source_password;
  std::vector<std::string> aliases;
};

/// OWNER/RING on z/OS; everything else is the path of a key store.
std::optional<racf::RingName> ring_of(const database::SystemRecord& system, const std::string& source) {
  return system.kind != "zos" || source.starts_with('/') ? std::nullopt : racf::ring_name(source);
}

/// What the file's keys are under; of PEM, which has them in clear, what the store is under on its way.
base::Secret password_of(Program& program, const ExportArguments& arguments) {
  if (arguments.format == "pem") return base::Secret("on its way");
  std::string password = arguments.password;
  if (password.empty() && program.is_terminal()) {
    program.error() << "Password for the file: " << std::flush;
    password = ConsoleStreams(program).read_line(true).value_or("");
  }
  if (password.size() < shortest_password)
    throw UsageError("--password: the keys of " + arguments.format + " need one of at least 6 characters");
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

/// The source's entries under `password`, copied by keytool as it runs on that host. UsageError with its words.
keytool::KeyStore copied(Program& program, const ExportArguments& arguments, const base::Secret& password) {
  const database::Savepoint taken_back(program.lab().store());
  const std::optional<racf::RingName> ring = ring_of(program.system(), arguments.source);
  const bool unnamed = program.options.user == GlobalOptions{}.user;
  if (ring && unnamed && program.lab().database_of(program.system()).users.find(ring->owner))
    program.options.user = ring->owner;  // a ring is opened by whom it serves, unless somebody else is to try
  const Surroundings around = lab_host(program);
  if (!ring)
    if (const auto own = around.files->read(host::resolve(around.directory, arguments.source)); !own)
      throw UsageError(arguments.source + ": " + host::file_error_text(own.error()));
  host::LabFiles files(program.lab(), around.system, "root");  // writes where the user may not
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

/// Only the entries that were asked for. UsageError for one that is not there.
void choose(keytool::KeyStore& store, const std::vector<std::string>& aliases) {
  for (const std::string& alias : aliases) {
    if (store.find(alias) != nullptr) continue;
    std::vector<std::string> names;
    for (const keytool::Entry& entry : store.entries()) names.push_back(entry.alias);
    throw UsageError(fmt::format("--alias {}: there is no such entry; there are {}", alias, base::join(names, ", ")));
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
    program.out() << base::Json::array({{{"source", arguments.source},
                                         {"file", arguments.file},
                                         {"format", arguments.format},
                                         {"entries", entries}}})
                         .text()
                  << '\n';
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
    const bool stays_behind = entry.kind == keytool::EntryKind::secret_key;
    if (stays_behind) fmt::print(program.error(), "  '{}' is left out: a secret key\n", base::printable(entry.alias));
    return stays_behind;
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

void add_export_command(CLI::App& app, Program& program) {
  CLI::App* command =
      app.add_subcommand("export", "a key ring or key store of the lab as a real file for a real server");
  command->footer(
      "The lab stays as it is. The file is its owner's alone; in PEM the keys stand in clear.\n"
      "Example: ringside --lab my.lab export IZUSVR/IZUKeyring.IZUDFLT server.p12 --password changeit");
  auto arguments = std::make_shared<ExportArguments>();
  command
      ->add_option("SOURCE", arguments->source,
                   "OWNER/RING on z/OS, opened by its owner unless --user says otherwise; else the path of a key store")
      ->required();
  command->add_option("FILE", arguments->file, "the real file to write")->required();
  command->add_option("--format", arguments->format, "pkcs12, jks or pem")
      ->check(CLI::IsMember({"pkcs12", "jks", "pem"}, CLI::ignore_case))
      ->capture_default_str();
  command->add_option("--password", arguments->password, "of the file and its keys; asked for at a terminal");
  command->add_option("--source-password", arguments->source_password, "of a key store; a ring needs none");
  command->add_option("--alias", arguments->aliases, "this entry alone; as often as there are entries to take")
      ->expected(1)
      ->take_all();
  command->callback([&program, arguments] { export_store(program, *arguments); });
}

}  // namespace ringside::app

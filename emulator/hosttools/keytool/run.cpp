// emulator/hosttools/keytool/run.cpp - parses, checks and runs one command line, saves its store, prints its warnings.
#include "emulator/hosttools/keytool/run.hpp"

#include <array>
#include <functional>

#include "emulator/crypto/foreign_data.hpp"
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/providers.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/ring/ring_type.hpp"
#include "emulator/hosttools/keytool/store/open_store.hpp"
#include "emulator/hosttools/keytool/system_cacerts.hpp"

namespace ringside::keytool {
namespace {

struct Runner {
  Command command;
  void (*run)(Tool&);
};
constexpr std::array runners = {
    Runner{Command::certreq, certreq},
    Runner{Command::changealias, changealias},
    Runner{Command::delete_entry, delete_entry},
    Runner{Command::exportcert, exportcert},
    Runner{Command::gencert, gencert},
    Runner{Command::gencrl, gencrl},
    Runner{Command::genkeypair, genkeypair},
    Runner{Command::genseckey, genseckey},
    Runner{Command::identitydb, identitydb},
    Runner{Command::importcert, importcert},
    Runner{Command::importkeystore, importkeystore},
    Runner{Command::importpass, importpass},
    Runner{Command::keyclone, keyclone},
    Runner{Command::keypasswd, keypasswd},
    Runner{Command::list, list},
    Runner{Command::printcert, printcert},
    Runner{Command::printcertreq, printcertreq},
    Runner{Command::printcrl, printcrl},
    Runner{Command::selfcert, selfcert},
    Runner{Command::showinfo, showinfo},
    Runner{Command::storepasswd, storepasswd},
};

void check_providers(const Tool& tool) {
  const Arguments& options = tool.options;
  const Java java = tool.runs_on_zos() ? Java::ibm : Java::jdk;
  for (const std::string& name : options.added_providers) check_added_provider(name, java);
  for (const std::string& name : options.provider_classes) check_provider_class(name, java);
}

// Stores that are not files: the JDK has the types, but there is no token and no Windows here.
void check_token(const Arguments& options) {
  if (!options.storetype) return;
  const std::string& type = *options.storetype;
  if (type != "PKCS11" && !type.starts_with("Windows-")) return;
  if (options.keystore.value_or("NONE") != "NONE")
    throw UsageRefusal{"-keystore must be NONE if -storetype is " + type + "\n"};
  const Command command = options.command->command;
  if (command == Command::storepasswd || command == Command::keypasswd)
    refuse_as("java.lang.UnsupportedOperationException",
              "-storepasswd and -keypasswd commands not supported if -storetype is " + type);
  refuse_as("java.security.KeyStoreException", type + " not found");
}

void check_options(Tool& tool) {
  Arguments& options = tool.options;
  const auto illegal = [](const std::string& text) { refuse_as("java.lang.IllegalArgumentException", text); };
  if (options.cacerts) {
    if (options.keystore || options.storetype)
      illegal("The -keystore or -storetype option cannot be used with the -cacerts option");
    options.keystore = system_cacerts_path(tool.process());
  }
  check_token(options);
  if (options.is_protected && (options.storepass || options.keypass || options.newpass || options.destkeypass))
    illegal("if -protected is specified, then -storepass, -keypass, and -new must not be specified");
  if (options.src_protected && (options.srcstorepass || options.srckeypass))
    illegal("if -srcprotected is specified, then -srcstorepass and -srckeypass must not be specified");
  if (options.validity <= 0) refuse("Validity must be greater than zero");
  check_providers(tool);
  if (options.command->command == Command::list && options.verbose && options.rfc)
    throw UsageRefusal{"Must not specify both -v and -rfc with 'list' command"};
  const auto too_short = [](const Password& password) {
    return password && password->reveal().size() < shortest_password;
  };
  if (options.command->command == Command::genkeypair && too_short(options.keypass))
    refuse("Key password must be at least 6 characters");
  if (too_short(options.newpass) || too_short(options.destkeypass))
    refuse("New password must be at least 6 characters");
}

// Options that keytool asks for before it opens the store.
void ask_for_names(Tool& tool) {
  const Command command = tool.options.command->command;
  if ((command == Command::keyclone || command == Command::changealias) && !tool.options.destalias) {
    tool.options.destalias = tool.ask_line("Enter destination alias name:  ");
    if (tool.options.destalias->empty()) refuse("Must specify destination alias");
  }
  if (command == Command::delete_entry && !tool.options.alias) {
    tool.options.alias = tool.ask_line("Enter alias name:  ");
    if (tool.options.alias->empty()) refuse("Must specify alias");
  }
}

std::string default_store(const host::Process& process) {
  const auto home = process.variables.find("HOME");
  return (home == process.variables.end() || home->second == "/" ? std::string() : home->second) + "/.keystore";
}

void run_command(Tool& tool) {
  check_options(tool);
  const Command command = tool.options.command->command;
  tool.store_name = tool.options.keystore.value_or(default_store(tool.process()));
  const bool opens = tool.options.command->uses_store && command != Command::importkeystore;
  if (opens) {
    locate_store(tool);
    ask_for_names(tool);
    if (!open_store(tool)) return;
  }
  for (const Runner& runner : runners)
    if (runner.command == command) runner.run(tool);
  save_store(tool);
  remark_on_format(tool);
  if (!tool.last_warning.empty()) tool.warn(tool.last_warning);
}

int usage(const Arguments& arguments, host::Process& process, const std::string& text) {
  process.streams.error(text + "\n" + help_text(arguments.command));
  return 1;
}

/// Returns the words before a refusal; IBM's Java, which reads key rings, has its own.
std::string error_prefix(const Arguments& arguments, const host::Process& process) {
  const auto is_ring = [](const Text& name) { return name && is_ring_url(*name); };
  const bool on_ring = process.system.kind == "zos" && (is_ring(arguments.keystore) || is_ring(arguments.srckeystore));
  return on_ring ? "keytool error (likely untranslated): " : "keytool error: ";
}

}  // namespace

namespace {

/// Runs the command line and gives its tool to `take` before it ends.
int run_and_take(const std::vector<std::string>& words, host::Process& process, Arguments& arguments,
                 const std::function<void(Tool&)>& take) {
  try {
    parse_arguments(words, process, arguments);
    if (arguments.help) {
      process.streams.error(help_text(arguments.command));
      return 0;
    }
    Tool tool(process, arguments);
    run_command(tool);
    tool.print_warnings(false);
    if (take) take(tool);
    return 0;
  } catch (const UsageRefusal& refusal) {
    return usage(arguments, process, refusal.text);
  } catch (const Refusal& refusal) {
    process.not_emulated = host::says_not_emulated(refusal.text);
    process.streams.out(error_prefix(arguments, process) + refusal.text + "\n");
  } catch (const crypto::ForeignData& refused) {
    process.streams.out(error_prefix(arguments, process) +
                        "java.security.InvalidKeyException: " + refused.problem().detail + "\n");
  }
  return 1;
}

}  // namespace

int run(const std::vector<std::string>& words, host::Process& process, const std::optional<std::string>& ring_type) {
  Arguments arguments;
  arguments.ring_type = ring_type;
  return run_and_take(words, process, arguments, nullptr);
}

std::optional<KeyStore> listed_store(const std::vector<std::string>& words, host::Process& process) {
  Arguments arguments;
  std::optional<KeyStore> store;
  run_and_take(words, process, arguments, [&store](Tool& tool) { store = std::move(tool.opened); });
  return store;
}

}  // namespace ringside::keytool

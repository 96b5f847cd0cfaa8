// emulator/hosttools/keytool/options/command_table.cpp - the table of commands and options, and the help that is made
// from it.
#include "emulator/hosttools/keytool/options/command_table.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"

namespace ringside::keytool {
namespace {

constexpr std::string_view provider_argument = "[-providerarg <arg>]";

constexpr std::array option_table = {
    OptionInfo{"-alias", "<alias>", "alias name of the entry to process"},
    OptionInfo{"-destalias", "<alias>", "destination alias"},
    OptionInfo{"-destkeypass", "<arg>", "destination key password"},
    OptionInfo{"-destkeystore", "<keystore>", "destination keystore name"},
    OptionInfo{"-destprotected", "", "destination keystore password protected"},
    OptionInfo{"-destprovidername", "<name>", "destination keystore provider name"},
    OptionInfo{"-deststorepass", "<arg>", "destination keystore password"},
    OptionInfo{"-deststoretype", "<type>", "destination keystore type"},
    OptionInfo{"-dname", "<name>", "distinguished name"},
    OptionInfo{"-ext", "<value>", "X.509 extension"},
    OptionInfo{"-file", "<file>", "output file name"},
    OptionInfo{"-groupname", "<name>", "Group name. For example, an Elliptic Curve name."},
    OptionInfo{"-id", "<id:reason>", "Serial ID of cert to revoke"},
    OptionInfo{"-infile", "<file>", "input file name"},
    OptionInfo{"-keyalg", "<alg>", "key algorithm name"},
    OptionInfo{"-keypass", "<arg>", "key password"},
    OptionInfo{"-keysize", "<size>", "key bit size"},
    OptionInfo{"-keystore", "<keystore>", "keystore name"},
    OptionInfo{"-cacerts", "", "access the cacerts keystore"},
    OptionInfo{"-new", "<arg>", "new password"},
    OptionInfo{"-noprompt", "", "do not prompt"},
    OptionInfo{"-outfile", "<file>", "output file name"},
    OptionInfo{"-protected", "", "password through protected mechanism"},
    OptionInfo{"-tls", "", "Displays TLS configuration information"},
    OptionInfo{"-addprovider", "<name>",
               "add security provider by name (e.g. SunPKCS11)\nconfigure argument for -addprovider",
               provider_argument},
    OptionInfo{"-providerclass", "<class>",
               "add security provider by fully-qualified class name\nconfigure argument for -providerclass",
               provider_argument},
    OptionInfo{"-providername", "<name>", "provider name"},
    OptionInfo{"-providerpath", "<list>", "provider classpath"},
    OptionInfo{"-rfc", "", "output in RFC style"},
    OptionInfo{"-sigalg", "<alg>", "signature algorithm name"},
    OptionInfo{"-signer", "<alias>", "signer alias"},
    OptionInfo{"-signerkeypass", "<arg>", "signer key password"},
    OptionInfo{"-srcalias", "<alias>", "source alias"},
    OptionInfo{"-srckeypass", "<arg>", "source key password"},
    OptionInfo{"-srckeystore", "<keystore>", "source keystore name"},
    OptionInfo{"-srcprotected", "", "source keystore password protected"},
    OptionInfo{"-srcprovidername", "<name>", "source keystore provider name"},
    OptionInfo{"-srcstorepass", "<arg>", "source keystore password"},
    OptionInfo{"-srcstoretype", "<type>", "source keystore type"},
    OptionInfo{"-sslserver", "<server[:port]>", "SSL server host and port"},
    OptionInfo{"-jarfile", "<file>", "signed jar file"},
    OptionInfo{"-startdate", "<date>", "certificate validity start date/time"},
    OptionInfo{"-storepass", "<arg>", "keystore password"},
    OptionInfo{"-storetype", "<type>", "keystore type"},
    OptionInfo{"-trustcacerts", "", "trust certificates from cacerts"},
    OptionInfo{"-v", "", "verbose output"},
    OptionInfo{"-validity", "<days>", "validity number of days"},
};

using Flags = std::vector<std::string_view>;

Flags operator+(Flags left, const Flags& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

const Flags providers = {"-addprovider", "-providerclass", "-providerpath"};
const Flags named_providers = Flags{"-providername"} + providers;
const Flags quiet_tail = named_providers + Flags{"-v"};
const Flags tail = quiet_tail + Flags{"-protected"};
const Flags store = {"-keystore", "-storepass", "-storetype"};
const Flags any_store = {"-keystore", "-cacerts", "-storepass", "-storetype"};
const Flags old_store = {"-storetype", "-keystore", "-storepass"};

std::vector<CommandInfo> make_commands() {
  using C = Command;
  return {
      {C::certreq, "-certreq", "", "Generates a certificate request", true, true,
       Flags{"-alias", "-sigalg", "-file", "-keypass", "-keystore", "-dname", "-ext", "-storepass", "-storetype"} +
           tail},
      {C::changealias, "-changealias", "", "Changes an entry's alias", true, true,
       Flags{"-alias", "-destalias", "-keypass"} + any_store + tail},
      {C::delete_entry, "-delete", "", "Deletes an entry", true, true, Flags{"-alias"} + any_store + tail},
      {C::exportcert, "-exportcert", "-export", "Exports certificate", true, true,
       Flags{"-rfc", "-alias", "-file"} + any_store + tail},
      {C::genkeypair, "-genkeypair", "-genkey", "Generates a key pair", true, true,
       Flags{"-alias", "-keyalg", "-keysize", "-groupname", "-sigalg", "-dname", "-startdate", "-ext", "-validity",
             "-keypass", "-keystore", "-signer", "-signerkeypass", "-storepass", "-storetype"} +
           tail},
      {C::genseckey, "-genseckey", "", "Generates a secret key", true, true,
       Flags{"-alias", "-keypass", "-keyalg", "-keysize"} + store + tail},
      {C::gencert, "-gencert", "", "Generates certificate from a certificate request", true, true,
       Flags{"-rfc", "-infile", "-outfile", "-alias", "-sigalg", "-dname", "-startdate", "-ext", "-validity",
             "-keypass"} +
           store + tail},
      {C::importcert, "-importcert", "-import", "Imports a certificate or a certificate chain", true, true,
       Flags{"-noprompt", "-trustcacerts", "-protected", "-alias", "-file", "-keypass"} + any_store + quiet_tail},
      {C::importpass, "-importpass", "", "Imports a password", true, true,
       Flags{"-alias", "-keypass", "-keyalg", "-keysize"} + store + tail},
      {C::importkeystore, "-importkeystore", "", "Imports one or all entries from another keystore", true, true,
       Flags{"-srckeystore", "-destkeystore", "-srcstoretype", "-deststoretype", "-srcstorepass", "-deststorepass",
             "-srcprotected", "-destprotected", "-srcprovidername", "-destprovidername", "-srcalias", "-destalias",
             "-srckeypass", "-destkeypass", "-noprompt"} +
           providers + Flags{"-v"}},
      {C::keypasswd, "-keypasswd", "", "Changes the key password of an entry", true, true,
       Flags{"-alias", "-keypass", "-new"} + store + quiet_tail},
      {C::list, "-list", "", "Lists entries in a keystore", true, true, Flags{"-rfc", "-alias"} + any_store + tail},
      {C::printcert, "-printcert", "", "Prints the content of a certificate", true, true,
       Flags{"-rfc", "-file", "-sslserver", "-jarfile"} + store + Flags{"-trustcacerts"} + tail},
      {C::printcertreq, "-printcertreq", "", "Prints the content of a certificate request", true, false,
       Flags{"-file", "-v"}},
      {C::printcrl, "-printcrl", "", "Prints the content of a CRL file", true, true,
       Flags{"-file"} + store + Flags{"-trustcacerts"} + tail},
      {C::storepasswd, "-storepasswd", "", "Changes the store password of a keystore", true, true,
       Flags{"-new"} + any_store + quiet_tail},
      {C::showinfo, "-showinfo", "", "Displays security-related information", true, false, Flags{"-tls", "-v"}},
      {C::gencrl, "-gencrl", "", "Generates CRL", false, true,
       Flags{"-rfc", "-file", "-id", "-alias", "-sigalg", "-keypass"} + store + tail},
      {C::identitydb, "-identitydb", "", "Imports entries from a JDK 1.1.x-style identity database", false, true,
       Flags{"-file"} + old_store + quiet_tail},
      {C::keyclone, "-keyclone", "", "Clones a key entry", false, true,
       Flags{"-alias", "-destalias", "-keypass", "-new"} + old_store + quiet_tail},
      {C::selfcert, "-selfcert", "", "Generates a self-signed certificate", false, true,
       Flags{"-alias", "-sigalg", "-dname", "-startdate", "-ext", "-validity", "-keypass"} + old_store + quiet_tail},
  };
}

bool same_option(std::string_view a, std::string_view b) {
  return collated(a) == collated(b);
}

// These commands read from -file.
std::string_view description_of(const OptionInfo& option, Command command) {
  const bool reads = command == Command::importcert || command == Command::printcert ||
                     command == Command::printcertreq || command == Command::printcrl || command == Command::identitydb;
  return option.flag == "-file" && reads ? "input file name" : option.description;
}

std::string option_lines(const CommandInfo& command) {
  std::size_t width = 0;
  for (const std::string_view flag : command.options) {
    const OptionInfo& option = *find_option(flag);
    width = std::max({width, option.flag.size() + option.argument.size() + (option.argument.empty() ? 0u : 1u),
                      option.extra.size()});
  }
  std::string text;
  for (const std::string_view flag : command.options) {
    const OptionInfo& option = *find_option(flag);
    std::string left(option.flag);
    if (!option.argument.empty()) left += " " + std::string(option.argument);
    const auto lines = base::split(description_of(option, command.command), '\n');
    text += " " + base::pad_right(left, width) + "  " + lines.front() + "\n";
    if (lines.size() > 1) text += "   " + base::pad_right(option.extra, width) + "  " + lines.back() + "\n";
  }
  return text;
}

constexpr std::string_view general_hint = "Use \"keytool -?, -h, or --help\" for this help message\n";

}  // namespace

const std::vector<CommandInfo>& commands() {
  static const std::vector<CommandInfo> table = make_commands();
  return table;
}

const CommandInfo* find_command(std::string_view flag) {
  for (const CommandInfo& command : commands())
    if (same_option(command.name, flag) || (!command.older_name.empty() && same_option(command.older_name, flag)))
      return &command;
  return nullptr;
}

const OptionInfo* find_option(std::string_view flag) {
  for (const OptionInfo& option : option_table)
    if (same_option(option.flag, flag)) return &option;
  return nullptr;
}

std::string help_text(const CommandInfo* command) {
  if (command != nullptr)
    return "keytool " + std::string(command->name) + " [OPTION]...\n\n" + std::string(command->description) +
           "\n\nOptions:\n\n" + option_lines(*command) + "\n" + std::string(general_hint);
  std::string text = "Key and Certificate Management Tool\n\nCommands:\n\n";
  for (const CommandInfo& info : commands())
    if (info.listed) text += " " + base::pad_right(info.name, 20) + std::string(info.description) + "\n";
  return text + "\n" + std::string(general_hint) +
         "Use \"keytool -command_name --help\" for usage of command_name.\n"
         "Use the -conf <url> option to specify a pre-configured options file.\n";
}

}  // namespace ringside::keytool

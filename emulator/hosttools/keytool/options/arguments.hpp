// emulator/hosttools/keytool/options/arguments.hpp - a keytool command line as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/secret.hpp"
#include "emulator/host/process.hpp"
#include "emulator/hosttools/keytool/options/command_table.hpp"
#include "emulator/hosttools/keytool/store/pkcs12_settings.hpp"

namespace ringside::keytool {

using Password = std::optional<base::Secret>;
using Text = std::optional<std::string>;

struct Arguments {
  const CommandInfo* command = nullptr;
  bool help = false;

  Text keystore, storetype, alias, destalias, dname, groupname, keyalg, sigalg, signer, startdate, file, infile,
      outfile, sslserver, jarfile, srckeystore, srcstoretype, providername;
  Password storepass, keypass, newpass, destkeypass, srcstorepass, srckeypass, signerkeypass;
  std::vector<std::string> extensions, revoked, provider_classes, added_providers;
  std::optional<int> keysize;
  long validity = 90;
  bool verbose = false, rfc = false, noprompt = false, trustcacerts = false, cacerts = false, is_protected = false,
       src_protected = false, tls = false, nowarn = false;
  Text ring_type;                     ///< type of a key ring if -storetype is not given
  bool handler_packages = false;      ///< -J-Djava.protocol.handler.pkgs was given
  Pkcs12Settings pkcs12;              ///< -J-Dkeystore.pkcs12.*
  std::vector<std::string> warnings;  ///< printed at the end: options given twice
};

/// Parses a command line. Throws Refusal or UsageRefusal; `so_far` then holds the command whose help is to be shown.
void parse_arguments(std::vector<std::string> arguments, host::Process& process, Arguments& so_far);

}  // namespace ringside::keytool

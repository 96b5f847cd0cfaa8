// emulator/hosttools/openssl/commands/ecparam.cpp - openssl ecparam: the parameters of a curve, and a key in the
// traditional form.
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/commands/key_make.hpp"
#include "emulator/hosttools/openssl/commands/key_output.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec ecparam_options[] = {{"name", Takes::text},
                                          {"genkey"},
                                          {"noout"},
                                          {"out", Takes::text},
                                          {"outform", Takes::text},
                                          {"in", Takes::refused},
                                          {"text", Takes::refused},
                                          {"check", Takes::refused},
                                          {"list_curves", Takes::refused},
                                          {"param_enc", Takes::refused},
                                          {"conv_form", Takes::refused},
                                          {"no_seed", Takes::refused},
                                          {"engine", Takes::refused}};

}  // namespace

void run_ecparam(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {ecparam_options, FreeOption::none, 0});
  if (!options || !is_form(tool, *options, "outform")) return;
  const std::string name = options->value("name");
  if (name.empty()) return tool.usage("ecparam: parameters out of files are not emulated; -name says a curve");
  const auto parameters = curve_identifier(name);
  if (!parameters) return tool.fail("unable to generate key");
  const bool der = is_der(*options, "outform");
  std::string before;
  if (!options->has("noout")) before = der ? base::to_text(*parameters) : crypto::armor(*parameters, "EC PARAMETERS");
  if (!options->has("genkey")) {
    tool.write(options->find("out"), before);
    return;
  }
  const auto key = make_key(tool, "EC", {"group:" + name});
  if (key) write_key(tool, *key, {options->find("out"), "", std::nullopt, KeyForm::traditional, der, before});
}

}  // namespace ringside::openssl

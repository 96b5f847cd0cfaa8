// emulator/keytool/commands/genseckey.cpp - -genseckey and -importpass: secret keys, and passwords kept as such.
#include <array>

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/crypto/der.hpp"
#include "emulator/keytool/commands/commands.hpp"
#include "emulator/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;

struct SecretAlgorithm {
  std::string_view name;
  std::string_view oid;
  int usual_bits;    ///< 0: the size has to be given
  int stored_bytes;  ///< 0: bits / 8
};
constexpr std::array algorithms = {
    SecretAlgorithm{"AES", "2.16.840.1.101.3.4.1", 0, 0},
    SecretAlgorithm{"DES", "1.3.14.3.2.7", 56, 8},
    SecretAlgorithm{"DESede", "1.2.840.113549.3.7", 168, 24},
    SecretAlgorithm{"HmacSHA1", "1.2.840.113549.2.7", 0, 0},
    SecretAlgorithm{"HmacSHA256", "1.2.840.113549.2.9", 0, 0},
    SecretAlgorithm{"HmacSHA384", "1.2.840.113549.2.10", 0, 0},
    SecretAlgorithm{"HmacSHA512", "1.2.840.113549.2.11", 0, 0},
};

const SecretAlgorithm& algorithm_named(const std::string& name) {
  for (const SecretAlgorithm& row : algorithms)
    if (base::lower(row.name) == base::lower(name)) return row;
  refuse_as("java.security.NoSuchAlgorithmException", name + " KeyGenerator not available");
}

void check_size(const SecretAlgorithm& algorithm, int bits) {
  if (algorithm.name == "AES" && bits != 128 && bits != 192 && bits != 256)
    refuse_as("java.security.InvalidParameterException", "Wrong keysize: must be equal to 128, 192 or 256");
  if (algorithm.name == "DES" && bits != 56)
    refuse_as("java.security.InvalidParameterException", "Wrong keysize: must be equal to 56");
  if (algorithm.name == "DESede" && bits != 112 && bits != 168)
    refuse_as("java.security.InvalidParameterException", "Wrong keysize: must be equal to 112 or 168");
  if (bits < 8 || bits > 65536) refuse_as("java.security.InvalidParameterException", "Wrong keysize");
}

/// How a PKCS#12's secret bag holds it: a PrivateKeyInfo around the octets.
void store_secret(Tool& tool, std::string_view oid, base::ByteView secret) {
  const std::string alias = tool.alias();
  if (tool.store().type() == StoreType::jks)
    refuse_as("java.security.KeyStoreException", "Cannot store non-PrivateKeys");
  if (tool.store().type() == StoreType::jceks)
    refuse_as("java.security.KeyStoreException",
              "secret keys are not written into JCEKS here (Java's serialized form); -storetype pkcs12 holds them");
  const base::Bytes info =
      der::sequence({der::integer(0), der::sequence({der::oid(oid), der::null()}), der::octet_string(secret)});
  const base::Secret password = tool.options.keypass.value_or(tool.options.storepass.value_or(base::Secret()));
  Entry entry;
  entry.alias = alias;
  entry.kind = EntryKind::secret_key;
  entry.created = tool.now_millis();
  entry.key = protect_key(info, {StoreType::pkcs12, password, tool.randomness()});
  tool.store().put(std::move(entry));
  tool.save = true;
}

// From a pipe the password is one line, and nothing is asked.
base::Secret password_to_store(Tool& tool) {
  constexpr std::size_t shortest = 6;
  if (!tool.process().streams.interactive()) {
    if (const Password answer = tool.ask_password("")) return *answer;
    refuse_as("java.lang.NullPointerException", "no password was given");
  }
  for (int i = 0; i < 3; ++i) {
    const Password answer = tool.ask_password("Enter the password to be stored:  ");
    if (!answer || answer->reveal().size() < shortest) {
      tool.error("Password is too short - must be at least 6 characters\n");
      continue;
    }
    const Password again = tool.ask_password("Re-enter password: ");
    if (again && again->reveal() == answer->reveal()) return *answer;
    tool.error("They don't match. Try again\n");
  }
  refuse("Too many failures - key not added to keystore");
}

void refuse_if_there(Tool& tool) {
  if (tool.store().find(tool.alias()) != nullptr)
    refuse("Secret Key not generated, alias <" + tool.alias() + "> already exists");
}

}  // namespace

void genseckey(Tool& tool) {
  if (!tool.options.keyalg) refuse("The -keyalg option must be specified.");
  refuse_if_there(tool);
  const SecretAlgorithm& algorithm = algorithm_named(*tool.options.keyalg);
  if (!tool.options.keysize && algorithm.usual_bits == 0) refuse("Please provide -keysize for secret key generation");
  const int bits = tool.options.keysize.value_or(algorithm.usual_bits);
  check_size(algorithm, bits);
  base::Bytes secret(static_cast<std::size_t>(algorithm.stored_bytes != 0 ? algorithm.stored_bytes : (bits + 7) / 8));
  tool.randomness().stream("secret-key")->fill(secret);
  tool.error(fmt::format("Generated {}-bit {} secret key\n", bits, *tool.options.keyalg));
  store_secret(tool, algorithm.oid, secret);
}

void importpass(Tool& tool) {
  constexpr std::string_view password_oid = "1.2.840.113549.1.5.13";  // PBES2, which Java calls PBE
  refuse_if_there(tool);
  const base::Secret password = password_to_store(tool);
  if (tool.options.verbose) tool.error("Generated PBE secret key\n");
  store_secret(tool, password_oid, base::to_bytes(password.reveal()));
}

}  // namespace ringside::keytool

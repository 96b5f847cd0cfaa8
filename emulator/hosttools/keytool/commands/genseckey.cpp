// emulator/hosttools/keytool/commands/genseckey.cpp - -genseckey and -importpass: secret keys, and passwords stored
// as entries.
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/secret_key.hpp"

namespace ringside::keytool {
namespace {

struct Generator {
  std::string_view name, other_name;
  int usual_bits;          ///< 0: the size must be given
  int stored_bytes;        ///< 0: bits / 8
  std::string_view sizes;  ///< the JDK's message for a size that it does not make; empty: it makes any size
};
constexpr std::array generators = {
    Generator{"AES", "Rijndael", 0, 0, "128, 192 or 256"},
    Generator{"DES", "", 56, 8, "56"},
    Generator{"DESede", "TripleDES", 168, 24, "112 or 168"},
    Generator{"ARCFOUR", "RC4", 0, 0, ""},
    Generator{"Blowfish", "", 0, 0, ""},
    Generator{"RC2", "", 0, 0, ""},
    Generator{"ChaCha20", "", 0, 0, "256"},
    Generator{"HmacMD5", "", 0, 0, ""},
    Generator{"HmacSHA1", "", 0, 0, ""},
    Generator{"HmacSHA224", "", 0, 0, ""},
    Generator{"HmacSHA256", "", 0, 0, ""},
    Generator{"HmacSHA384", "", 0, 0, ""},
    Generator{"HmacSHA512", "", 0, 0, ""},
};

const Generator& generator_named(const std::string& name) {
  for (const Generator& row : generators)
    if (base::lower(row.name) == base::lower(name) || base::lower(row.other_name) == base::lower(name)) return row;
  refuse_as("java.security.NoSuchAlgorithmException", name + " KeyGenerator not available");
}

void check_size(const Generator& generator, int bits) {
  constexpr int least = 8, most = 65'536;
  const std::string sizes = base::replace_all(std::string(generator.sizes), " or ", ", ");
  bool right = sizes.empty();
  for (const std::string& size : base::split(sizes, ',')) right = right || base::trim(size) == std::to_string(bits);
  if (right && bits >= least && bits <= most) return;
  refuse_as("java.security.InvalidParameterException",
            sizes.empty() ? "Wrong keysize" : "Wrong keysize: must be equal to " + std::string(generator.sizes));
}

void store_secret(Tool& tool, const SecretKey& key) {
  const base::Secret password = tool.password_for_new_key();
  Entry entry;
  entry.alias = tool.alias();
  entry.kind = EntryKind::secret_key;
  entry.created = tool.now_millis();
  entry.key = protect_secret_key(key, {tool.store().type(), password, tool.randomness(), tool.options.pkcs12});
  tool.store().put(std::move(entry));
  tool.save = true;
}

// From a pipe the password is one line, without a question.
base::Secret password_to_store(Tool& tool) {
  if (!tool.process().streams.interactive()) return tool.ask_password("").value_or(base::Secret());
  for (int i = 0; i < 3; ++i) {
    const Password answer = tool.ask_password("Enter the password to be stored:  ");
    const Password again = tool.ask_password("Re-enter password: ");
    const auto text = [](const Password& password) { return password ? password->reveal() : std::string(); };
    if (text(again) == text(answer)) return answer.value_or(base::Secret());
    tool.error("They don't match. Try again\n");
  }
  refuse("Too many failures - key not added to keystore");
}

bool is_password_based(const std::string& algorithm) {
  return base::upper(algorithm).starts_with("PBE");
}

void refuse_if_there(Tool& tool) {
  if (tool.store().find(tool.alias()) != nullptr)
    refuse("Secret Key not generated, alias <" + tool.alias() + "> already exists");
}

}  // namespace

void genseckey(Tool& tool) {
  if (!tool.options.keyalg) refuse("The -keyalg option must be specified.");
  if (is_password_based(*tool.options.keyalg)) return importpass(tool);
  refuse_if_there(tool);
  const Generator& generator = generator_named(*tool.options.keyalg);
  if (!tool.options.keysize && generator.usual_bits == 0) refuse("Please provide -keysize for secret key generation");
  const int bits = tool.options.keysize.value_or(generator.usual_bits);
  check_size(generator, bits);
  const int length = generator.stored_bytes != 0 ? generator.stored_bytes : (bits + 7) / 8;
  base::Bytes secret = crypto::random_octets(tool.randomness(), "secret-key", static_cast<std::size_t>(length));
  tool.error(fmt::format("Generated {}-bit {} secret key\n", bits, generator.name));
  store_secret(tool, {std::string(generator.name), std::move(secret)});
}

void importpass(Tool& tool) {
  refuse_if_there(tool);
  const base::Secret password = password_to_store(tool);
  if (tool.options.verbose) tool.error("Generated PBE secret key\n");
  const bool particular = base::upper(tool.options.keyalg.value_or("PBE")) != "PBE";
  if (particular && !tool.is_pkcs12())
    refuse_as("java.security.KeyStoreException", "unsupported password protection algorithm");
  store_secret(tool, {"PBE", base::to_bytes(password.reveal())});
}

}  // namespace ringside::keytool

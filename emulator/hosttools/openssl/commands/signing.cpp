// emulator/hosttools/openssl/commands/signing.cpp - the digest of a signature, and -copy_extensions.
#include "emulator/hosttools/openssl/commands/signing.hpp"

#include "base/text.hpp"
#include "emulator/hosttools/openssl/libcrypto/issue.hpp"

namespace ringside::openssl {

std::optional<std::string> signing_digest(Tool& tool, const Options& options, const crypto::PrivateKey& key) {
  const std::string usual = tool.personality() == Personality::v1_0 ? "sha1" : "sha256";
  const std::string digest = options.free.empty() ? usual : options.free;
  if (can_sign_with(key, digest)) return digest;
  tool.fail(tool.name() + ": signing with " + digest + " is not emulated for this key");
  return std::nullopt;
}

std::optional<CopyExtensions> copy_extensions(Tool& tool, const Options& options) {
  const std::string wanted = base::lower(options.value("copy_extensions", "none"));
  if (wanted == "none") return CopyExtensions::none;
  if (wanted == "copy") return CopyExtensions::add;
  if (wanted == "copyall") return CopyExtensions::all;
  tool.fail("Invalid extension copy option: " + options.value("copy_extensions"));
  return std::nullopt;
}

}  // namespace ringside::openssl

// emulator/hosttools/openssl/load.cpp - reads objects from files. PEM blocks of other kinds in a file are skipped.
#include "emulator/hosttools/openssl/load.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/keys/key_pem.hpp"

namespace ringside::openssl {
namespace {

using crypto::Certificate;

// 1.x writes capitals: "unable to load CA Private Key".
std::string old_words(const std::string& what) {
  std::string words = what;
  if (const std::size_t at = words.find("private key"); at != std::string::npos) words.replace(at, 11, "Private Key");
  if (words.starts_with("CA certificate")) words = "CA Certificate";
  return words;
}

void cannot_read(Tool& tool, const std::string& file, const std::string& what) {
  if (tool.is_modern()) tool.fail("Could not read " + what + " from " + file);
}

void cannot_open(Tool& tool, const std::string& file, const std::string& what, host::FileError error) {
  if (tool.is_modern() && error == host::FileError::is_directory) return cannot_read(tool, file, what);
  if (tool.is_modern()) return tool.fail("Could not open file or uri for loading " + what + " from " + file);
  if (tool.personality() == Personality::v1_0) return tool.fail("Error opening " + old_words(what) + " " + file);
  tool.fail("Can't open " + file + " for reading, " + host::file_error_text(error));
}

/// The bytes of a file that is loaded as `what`. Returns nullopt after printing the error.
std::optional<base::Bytes> bytes_of(Tool& tool, const std::optional<std::string>& file, const std::string& what) {
  if (!file) return tool.process().streams.read_rest();
  auto content = tool.look(*file);
  if (content) return std::move(*content);
  cannot_open(tool, *file, what, content.error());
  return std::nullopt;
}

void no_key(Tool& tool, const std::string& what) {
  if (!tool.is_modern()) tool.fail("unable to load " + old_words(what));
}
void no_certificate(Tool& tool, const std::string& what) {
  tool.fail((tool.is_modern() ? "Unable to load " : "unable to load ") + (tool.is_modern() ? what : old_words(what)));
}

// In the real tool's error queue these two lines distinguish a wrong pass phrase from a damaged file.
void print_bad_decrypt(Tool& tool) {
  tool.error("error:1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt\n");
  tool.error("error:11800074:PKCS12 routines:PKCS12_pbe_crypt_ex:pkcs12 cipherfinal error:maybe wrong password\n");
}

std::vector<base::Bytes> blocks(base::ByteView bytes, const std::vector<std::string>& labels, std::size_t most) {
  std::vector<base::Bytes> found;
  const std::string text = base::to_text(bytes);
  constexpr std::string_view begin = "-----BEGIN ";
  for (std::size_t at = text.find(begin); at != std::string::npos && found.size() < most;
       at = text.find(begin, at + 1)) {
    const std::size_t label_end = text.find("-----", at + begin.size());
    if (label_end == std::string::npos) break;
    const std::string label = text.substr(at + begin.size(), label_end - at - begin.size());
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) continue;
    const std::size_t body = label_end + 5;
    const std::size_t end = text.find("-----END " + label + "-----", body);
    if (end == std::string::npos) break;
    if (auto der = crypto::decode_base64(std::string_view(text).substr(body, end - body))) found.push_back(*der);
    at = end;
  }
  return found;
}

bool is_in_form(base::ByteView bytes, const std::string& form) {
  return form.empty() || crypto::looks_like_der(bytes) == (base::upper(form) == "DER");
}

}  // namespace

std::optional<base::Bytes> first_block(base::ByteView bytes, const std::vector<std::string>& labels,
                                       const std::string& form) {
  if (!is_in_form(bytes, form)) return std::nullopt;
  if (crypto::looks_like_der(bytes)) return base::Bytes(bytes.begin(), bytes.end());
  auto found = blocks(bytes, labels, 1);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Certificate> certificates_in(base::ByteView bytes) {
  std::vector<base::Bytes> ders;
  if (crypto::looks_like_der(bytes)) {
    ders.emplace_back(bytes.begin(), bytes.end());
  } else {
    ders =
        blocks(bytes, {"CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"}, base::limits::container_certificates);
  }
  std::vector<Certificate> found;
  for (const base::Bytes& der : ders)
    if (auto certificate = Certificate::from_der(der)) found.push_back(std::move(*certificate));
  return found;
}

std::optional<crypto::PrivateKey> load_key(Tool& tool, const std::optional<std::string>& file, const std::string& what,
                                           const std::optional<std::string>& passphrase_source) {
  std::optional<base::Secret> passphrase;
  if (passphrase_source) {
    passphrase = tool.password(*passphrase_source);
    if (!passphrase) return std::nullopt;
  }
  const auto bytes = bytes_of(tool, file, what);
  if (!bytes) return no_key(tool, what), std::nullopt;
  const std::string shown = file.value_or("<stdin>");
  // 3.0 has three decoders, and each one asks again if the input has ended.
  const int times = tool.is_modern() ? 3 : 1;
  for (int asked = 0; asked < times && !passphrase && crypto::key_wants_passphrase(*bytes); ++asked)
    passphrase = tool.ask("Enter pass phrase for " + shown + ":");
  auto key = crypto::read_key_file(*bytes, passphrase);
  if (key) return std::move(*key);
  cannot_read(tool, shown, what);
  no_key(tool, what);
  if (key.error().kind == crypto::ProblemKind::wrong_password) print_bad_decrypt(tool);
  if (key.error().kind == crypto::ProblemKind::unsupported || key.error().kind == crypto::ProblemKind::too_large)
    tool.error(key.error().detail + "\n");
  return std::nullopt;
}

std::optional<Certificate> load_certificate(Tool& tool, const std::optional<std::string>& file, const std::string& what,
                                            const std::string& form) {
  const auto bytes = bytes_of(tool, file, what);
  if (bytes && is_in_form(*bytes, form)) {
    auto found = certificates_in(*bytes);
    if (!found.empty()) return std::move(found.front());
  }
  if (bytes) cannot_read(tool, file.value_or("<stdin>"), what);
  no_certificate(tool, what);
  return std::nullopt;
}

std::optional<std::vector<Certificate>> load_certificates(Tool& tool, const std::string& file,
                                                          const std::string& what) {
  const auto bytes = tool.look(file);
  if (bytes) {
    auto found = certificates_in(*bytes);
    if (!found.empty()) return found;
  }
  if (!tool.is_modern() || what.empty())
    tool.fail("Error loading file " + file);
  else if (!bytes)
    tool.fail(fmt::format("Could not open file or uri for loading certs of {} from {}", what, file));
  else
    tool.fail(fmt::format("Could not read any {} from {}", what, file));
  return std::nullopt;
}

std::optional<crypto::PublicKey> load_public_key(Tool& tool, const std::optional<std::string>& file,
                                                 const std::string& what) {
  const auto bytes = bytes_of(tool, file, what);
  if (!bytes) return std::nullopt;
  const auto der = first_block(*bytes, {"PUBLIC KEY"});
  auto key = der ? crypto::PublicKey::from_spki(*der) : tl::unexpected(crypto::Problem{});
  if (key) return std::move(*key);
  cannot_read(tool, file.value_or("<stdin>"), what);
  no_key(tool, what);
  tool.set_status(1);
  return std::nullopt;
}

crypto::Result<GivenRequest> load_request(Tool& tool, const Options& options) {
  const auto bytes = tool.read(options.find("in"));
  const auto der =
      bytes ? first_block(*bytes, {"CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"}, options.value("inform", "PEM"))
            : std::nullopt;
  if (!der) return crypto::malformed("not a certificate request");
  const auto request = crypto::read_request(*der);
  if (!request) return tl::unexpected(request.error());
  return GivenRequest{*der, request->subject, request->key};
}

}  // namespace ringside::openssl

// emulator/hosttools/agent/check.cpp - reads an agent's files one after another.
#include "emulator/hosttools/agent/check.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/load.hpp"

namespace ringside::agent {
namespace {

using crypto::Certificate;

class Checker {
 public:
  Checker(const host::Files& files, const Settings& settings, const std::string& user, base::Instant now)
      : files_(files), settings_(settings), user_(user), now_(now) {}

  Check run() {
    for (const std::string& name : settings_.unknown)
      warn("RSD420W", "ita.ini: the property " + name + " is not known");
    const auto passphrase = read_stash();
    check_random();
    const auto key = read_key(passphrase);
    const auto certificate = read_own_certificate();
    const auto anchors = read_anchors(certificate);
    if (key && certificate && !key->matches(certificate->public_key()))
      fail("RSD407E", fmt::format("{} is not the key of {}", pem("ita_prv"), pem("ita_cert")));
    if (failed_ || !key || !certificate) return std::move(check_);
    check_.party = crypto::Party{crypto::Identity{*certificate, *key, {}}, anchors, false};
    return std::move(check_);
  }

 private:
  void fail(const char* id, const std::string& text) {
    check_.messages.push_back({id, text});
    failed_ = true;
  }
  void warn(const char* id, const std::string& text) { check_.messages.push_back({id, text}); }

  [[nodiscard]] std::string pem(const char* kind) const {
    return settings_["key_repository_dir"] + "/" + kind + settings_["key_db_name"] + ".pem";
  }

  /// The content of a file. Returns nullopt after adding a message.
  std::optional<base::Bytes> read(const std::string& path, const std::string& property) {
    const std::string normal = host::resolve("/", path);
    const auto status = files_.status(normal);
    const auto content = status ? files_.read(normal) : tl::unexpected(status.error());
    if (!content) {
      fail("RSD401E", fmt::format("{}: {} (ita.ini, {})", path, host::file_error_text(content.error()), property));
      return std::nullopt;
    }
    if (status->owner != user_)
      fail("RSD402E", fmt::format("{}: belongs to {}, and must belong to {}", path, status->owner, user_));
    return *content;
  }

  std::optional<base::Secret> read_stash() {
    const std::string& path = settings_["password_file"];
    const auto content = read(path, "password_file");
    if (!content) return std::nullopt;
    base::Bytes input = *content;
    if (!input.empty() && input.back() != '\n')
      input.push_back('\n');  // without a line end the decoder returns nothing
    const std::string text = base::to_text(crypto::filter_base64(input, true, false));
    if (text.empty()) return fail("RSD403E", path + ": is not the Base64 of a pass phrase"), std::nullopt;
    if (text.find_first_of("\r\n") != std::string::npos)
      fail("RSD404E",
           path + ": a line end stands behind the pass phrase; the .pwd file must hold its characters alone");
    return base::Secret(text);
  }

  void check_random() {
    const std::string& path = settings_["random_file"];
    const auto content = read(path, "random_file");
    if (content && content->empty()) fail("RSD405E", path + ": is empty");
  }

  std::optional<crypto::PrivateKey> read_key(const std::optional<base::Secret>& passphrase) {
    const auto content = read(pem("ita_prv"), "key_repository_dir, key_db_name");
    if (!content) return std::nullopt;
    auto key = crypto::read_key_file(*content, passphrase);
    if (key) return std::move(*key);
    if (key.error().kind != crypto::ProblemKind::wrong_password)
      fail("RSD406E", fmt::format("{}: {}", pem("ita_prv"), key.error().detail));
    else if (passphrase)
      fail("RSD406E",
           fmt::format("{}: the pass phrase of {} does not open it", pem("ita_prv"), settings_["password_file"]));
    return std::nullopt;
  }

  std::vector<Certificate> certificates(const char* kind) {
    const auto content = read(pem(kind), "key_repository_dir, key_db_name");
    if (!content) return {};
    auto found = openssl::certificates_in(*content);
    if (found.empty()) fail("RSD408E", pem(kind) + ": holds no certificate");
    return found;
  }

  std::optional<Certificate> read_own_certificate() {
    const auto own = certificates("ita_cert");
    const auto published = certificates("ita_pub");
    if (own.empty()) return std::nullopt;
    if (!published.empty() && !(published.front() == own.front()))
      fail("RSD409E", fmt::format("{} and {} hold different certificates", pem("ita_pub"), pem("ita_cert")));
    if (own.front().not_after() < now_ || own.front().not_before() > now_)
      fail("RSD410E", fmt::format("{}: is valid from {} until {}", pem("ita_cert"),
                                  base::listing_time(own.front().not_before(), {}),
                                  base::listing_time(own.front().not_after(), {})));
    return own.front();
  }

  std::vector<Certificate> read_anchors(const std::optional<Certificate>& own) {
    const auto anchors = certificates("ita_ca_cert");
    const bool only_own =
        std::all_of(anchors.begin(), anchors.end(), [&](const Certificate& each) { return own && each == *own; });
    if (!anchors.empty() && only_own)
      warn("RSD411W", pem("ita_ca_cert") + ": holds the agent's own certificate alone; the server's is missing");
    const bool has_root =
        std::any_of(anchors.begin(), anchors.end(), [](const Certificate& each) { return each.is_self_signed(); });
    if (!anchors.empty() && !only_own && !has_root)
      warn("RSD412W", pem("ita_ca_cert") +
                          ": no certificate in it is self-signed, so none can anchor a path; the "
                          "server's is signed by a CA, whose certificate must stand here too");
    return anchors;
  }

  const host::Files& files_;
  const Settings& settings_;
  const std::string& user_;
  base::Instant now_;
  Check check_;
  bool failed_ = false;
};

}  // namespace

Check check_agent(const host::Files& files, const Settings& settings, const std::string& user, base::Instant now) {
  return Checker(files, settings, user, now).run();
}

}  // namespace ringside::agent

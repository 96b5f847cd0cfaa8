// emulator/hosttools/agent/check.cpp - reads an agent's files one after another.
#include "emulator/hosttools/agent/check.hpp"

#include <algorithm>

#include "base/own_message.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/load.hpp"

namespace ringside::agent {
namespace {

using base::OwnMessage;
using crypto::Certificate;

class Checker {
 public:
  Checker(const host::Files& files, const Settings& settings, const std::string& user, base::Instant now)
      : files_(files), settings_(settings), user_(user), now_(now) {}

  Check run() {
    for (const std::string& name : settings_.unknown) warn(OwnMessage::rsd420w, {name});
    const auto passphrase = read_stash();
    check_random();
    const auto key = read_key(passphrase);
    const auto certificate = read_own_certificate();
    const auto anchors = read_anchors(certificate);
    if (key && certificate && !key->matches(certificate->public_key()))
      fail(OwnMessage::rsd407e, {pem("ita_prv"), pem("ita_cert")});
    if (failed_ || !key || !certificate) return std::move(check_);
    check_.party = crypto::Party{crypto::Identity{*certificate, *key, {}}, anchors, false};
    return std::move(check_);
  }

 private:
  void fail(OwnMessage id, const std::vector<std::string>& inserts) {
    warn(id, inserts);
    failed_ = true;
  }
  void warn(OwnMessage id, const std::vector<std::string>& inserts) {
    check_.messages.push_back({base::own_messages().number(id), base::own_messages().text(id, inserts)});
  }

  [[nodiscard]] std::string pem(const char* kind) const {
    return settings_["key_repository_dir"] + "/" + kind + settings_["key_db_name"] + ".pem";
  }

  /// The content of a file. Returns nullopt after adding a message.
  std::optional<base::Bytes> read(const std::string& path, const std::string& property) {
    const std::string normal = host::resolve("/", path);
    const auto status = files_.status(normal);
    const auto content = status ? files_.read(normal) : tl::unexpected(status.error());
    if (!content) {
      fail(OwnMessage::rsd401e, {path, host::file_error_text(content.error()) + " (ita.ini, " + property + ")"});
      return std::nullopt;
    }
    if (status->owner != user_) fail(OwnMessage::rsd402e, {path, status->owner, user_});
    return *content;
  }

  std::optional<base::Secret> read_stash() {
    const std::string& path = settings_["password_file"];
    const auto content = read(path, "password_file");
    if (!content) return std::nullopt;
    base::Bytes input = *content;
    if (!input.empty() && input.back() != '\n')
      input.push_back('\n');  // without a line end the decoder returns nothing
    const std::string text = base::to_text(openssl::filter_base64(input, true, false));
    if (text.empty()) return fail(OwnMessage::rsd403e, {path}), std::nullopt;
    if (text.find_first_of("\r\n") != std::string::npos) fail(OwnMessage::rsd404e, {path});
    return base::Secret(text);
  }

  void check_random() {
    const std::string& path = settings_["random_file"];
    const auto content = read(path, "random_file");
    if (content && content->empty()) fail(OwnMessage::rsd405e, {path});
  }

  std::optional<crypto::PrivateKey> read_key(const std::optional<base::Secret>& passphrase) {
    const auto content = read(pem("ita_prv"), "key_repository_dir, key_db_name");
    if (!content) return std::nullopt;
    auto key = crypto::read_key_file(*content, passphrase);
    if (key) return std::move(*key);
    if (key.error().kind != crypto::ProblemKind::wrong_password)
      fail(OwnMessage::rsd406e, {pem("ita_prv"), key.error().detail});
    else if (passphrase)
      fail(OwnMessage::rsd406e,
           {pem("ita_prv"), "the pass phrase of " + settings_["password_file"] + " does not open it"});
    return std::nullopt;
  }

  std::vector<Certificate> certificates(const char* kind) {
    const auto content = read(pem(kind), "key_repository_dir, key_db_name");
    if (!content) return {};
    auto found = openssl::certificates_in(*content);
    if (found.empty()) fail(OwnMessage::rsd408e, {pem(kind)});
    return found;
  }

  std::optional<Certificate> read_own_certificate() {
    const auto own = certificates("ita_cert");
    const auto published = certificates("ita_pub");
    if (own.empty()) return std::nullopt;
    if (!published.empty() && !(published.front() == own.front()))
      fail(OwnMessage::rsd409e, {pem("ita_pub"), pem("ita_cert")});
    if (own.front().not_after() < now_ || own.front().not_before() > now_)
      fail(OwnMessage::rsd410e, {pem("ita_cert"), base::listing_time(own.front().not_before(), {}),
                                 base::listing_time(own.front().not_after(), {})});
    return own.front();
  }

  std::vector<Certificate> read_anchors(const std::optional<Certificate>& own) {
    const auto anchors = certificates("ita_ca_cert");
    const bool only_own =
        std::all_of(anchors.begin(), anchors.end(), [&](const Certificate& each) { return own && each == *own; });
    if (!anchors.empty() && only_own) warn(OwnMessage::rsd411w, {pem("ita_ca_cert")});
    const bool has_root =
        std::any_of(anchors.begin(), anchors.end(), [](const Certificate& each) { return each.is_self_signed(); });
    if (!anchors.empty() && !only_own && !has_root) warn(OwnMessage::rsd412w, {pem("ita_ca_cert")});
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

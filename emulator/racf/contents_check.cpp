// emulator/racf/contents_check.cpp - checks that what a lab holds fits together.
#include "emulator/racf/contents_check.hpp"

#include <optional>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/foreign_data.hpp"
#include "emulator/crypto/keys/key_kept.hpp"
#include "emulator/database/twin/site_facts.hpp"
#include "emulator/racf/racdcert/owner.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf {
namespace {

class ItemCheck {
 public:
  ItemCheck(const database::Contents& contents, const database::StoredItem& item, std::vector<std::string>& found)
      : contents_(contents), item_(item), found_(found) {}

  void run() {
    const bool is_key = item_.kind == "ICSF key";
    if (is_stand_in()) return;
    const auto certificate = is_key ? std::nullopt : read_certificate();
    if (certificate && !item_.profile.empty()) check_profile(*certificate);
    check_key(certificate);
  }

 private:
  /// Whether the content is made when it is read, so that there is none to check. Throws base::Fault if its facts are
  /// damaged.
  [[nodiscard]] bool is_stand_in() const {
    return !item_.site.empty() && database::read_site_facts(item_.site).grade != database::Grade::real;
  }

  void note(const std::string& damage) {
    const std::string owner = item_.owner.empty() ? "" : racdcert::Owner{item_.owner}.operand() + " ";
    found_.push_back(fmt::format("{} {}'{}' in {}: {}", item_.kind, owner, item_.label, item_.database, damage));
  }

  std::optional<crypto::Certificate> read_certificate() {
    const auto certificate = crypto::Certificate::from_der(item_.der);
    if (certificate) return *certificate;
    note("the certificate is damaged: " + certificate.error().detail);
    return std::nullopt;
  }

  void check_profile(const crypto::Certificate& certificate) {
    if (item_.site.empty() && racdcert::profile_name(certificate) != item_.profile)
      note("the certificate is not that of its profile");
    if (certificate.public_key().fingerprint() != item_.key_fingerprint)
      note("the certificate does not have the public key by which it is found");
    if (certificate.subject().der() != item_.subject)
      note("the certificate does not have the subject by which it is found");
    if (item_.status != "TRUST" && item_.status != "NOTRUST" && item_.status != "HIGHTRUST")
      note("its status is unknown: " + item_.status);
  }

  void check_key(const std::optional<crypto::Certificate>& certificate) {
    std::optional<base::Bytes> stored = item_.private_key;
    if (!stored && !item_.pkds_label.empty()) {
      stored = contents_.icsf_key(item_.database, item_.pkds_label);
      if (!stored) note(fmt::format("ICSF has no key '{}'", item_.pkds_label));
    }
    if (!stored) return;
    const auto key = crypto::PrivateKey::from_pkcs8_of_any_kind(*stored);
    if (!key) {
      note("the private key is damaged: " + key.error().detail);
    } else if (!crypto::numbers_fit(*key)) {
      note("the private key is damaged: its numbers do not fit together");
    } else if (certificate && !key->matches(certificate->public_key())) {
      note("the private key does not belong to the certificate");
    }
  }

  const database::Contents& contents_;
  const database::StoredItem& item_;
  std::vector<std::string>& found_;
};

/// Faults in what is stored, and what OpenSSL cannot work with, become sentences.
template <typename Check>
void collect(std::vector<std::string>& found, const std::string& place, Check check) {
  try {
    check();
  } catch (const base::Fault& fault) {
    found.push_back(place.empty() ? fault.what() : place + ": " + fault.what());
  } catch (const crypto::ForeignData& refused) {
    found.push_back(place.empty() ? refused.what() : place + ": " + refused.what());
  }
}

void check_data_sets(lab::Lab& lab, std::vector<std::string>& found) {
  for (const database::SystemRecord& system : lab.systems().all())
    for (const std::string& name : lab.data_sets().names(system.name))
      collect(found, fmt::format("data set {} of {}", name, system.name),
              [&] { static_cast<void>(lab.data_sets().find(system.name, name)); });
}

}  // namespace

std::vector<std::string> damaged_contents(lab::Lab& lab) {
  std::vector<std::string> found;
  database::Contents contents = lab.contents();
  collect(found, "", [&] { found = contents.contradictions(); });
  collect(found, "", [&] {
    while (const auto item = contents.next())
      collect(found, fmt::format("{} '{}' in {}", item->kind, item->label, item->database),
              [&] { ItemCheck(contents, *item, found).run(); });
  });
  collect(found, "", [&] { check_data_sets(lab, found); });
  for (std::string& sentence : found) sentence = base::printable(sentence);
  return found;
}

}  // namespace ringside::racf

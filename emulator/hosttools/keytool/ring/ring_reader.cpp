// emulator/hosttools/keytool/ring/ring_reader.cpp - reads a SAF key ring through R_datalib, as Java sees it.
//
// A certificate with usage PERSONAL becomes a key entry, with CERTAUTH a trusted certificate; SITE is not supported,
// and one certificate that cannot be loaded fails the whole ring (WebSphere Application Server, "SAF keyrings"; IBM
// Semeru Runtime, Security Reference, IBMZSecurity). The error texts are those of users' listings.
#include "emulator/hosttools/keytool/ring/ring_reader.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"
#include "emulator/racf/datalib/named_ring.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::keytool {
namespace {

namespace datalib = racf::datalib;

void remark_on_slashes(const std::string& text, const racf::WrittenRingUrl& url, RingRemarks& remarks) {
  if (url.slashes == 2 || (url.slashes == 3 && text.ends_with(":///" + url.ring))) return;
  remarks.push_back(fmt::format("{} slash{}: the form is {}://USER/RING, or {}:///RING for the current user's",
                                url.slashes, url.slashes == 1 ? "" : "es", url.scheme, url.scheme));
}

/// Gives members of a ring their aliases. The suffix is inferred (rulings).
class Aliases {
 public:
  std::string for_label(const std::string& label) {
    std::string alias = label;
    for (int more = 1; !taken_.insert(alias).second; ++more) alias = fmt::format("{}_{}", label, more);
    return alias;
  }

 private:
  std::set<std::string> taken_;
};

/// Reads one ring; takes its members one by one.
class Reading {
 public:
  Reading(const RingUser& user, const racf::RingName& ring, RingRemarks& remarks) : user_(user), remarks_(remarks) {
    source_.ring = ring;
  }

  RingAnswer<RingSource> read(bool may_be_missing) {
    auto entries = all_entries(may_be_missing);
    if (!entries) return tl::make_unexpected(std::move(entries.error()));
    for (datalib::Entry& entry : *entries)
      if (const auto taken = take(std::move(entry)); !taken) return tl::make_unexpected(taken.error());
    return std::move(source_);
  }

 private:
  /// All certificates of the ring, also those with status NOTRUST, to report that these are not visible.
  RingAnswer<std::vector<datalib::Entry>> all_entries(bool may_be_missing) {
    datalib::Service service(user_.lab, user_.system, user_.user);
    std::vector<datalib::Entry> entries;
    auto first = service.data_get_first(source_.ring.owner, source_.ring.name);
    remarks_.insert(remarks_.end(), service.remarks().begin(), service.remarks().end());
    source_.there = first || first.error().codes != datalib::no_ring;
    if (!first) {
      const bool is_empty = first.error().codes == datalib::no_certificate;
      if (!is_empty && (source_.there || !may_be_missing)) return refused_by(first.error(), remarks_);
      return entries;
    }
    entries.push_back(std::move(first->entry));
    for (auto next = service.data_get_next(first->token); next; next = service.data_get_next(first->token))
      entries.push_back(*std::move(next));
    return entries;
  }

  RingAnswer<void> take(datalib::Entry entry) {
    if (const std::string why = why_left_out(entry); !why.empty()) {
      remarks_.push_back(fmt::format("'{}' is left out: {}", entry.label, why));
      return {};
    }
    auto certificate = read_stored_x509(entry.certificate);
    if (!certificate)
      return refused("java.security.cert.CertificateException", "Unable to parse '" + entry.label + "'");
    if (entry.usage == datalib::usage_personal && !entry.private_key) {
      remarks_.push_back(fmt::format("'{}': {}", entry.label, why_no_key(entry)));
      return refused_io("The private key of " + entry.label +
                        " is not available or no authority to access the private key");
    }
    std::string alias = aliases_.for_label(entry.label);
    if (alias != entry.label)
      remarks_.push_back(fmt::format("the ring holds several certificates with the label '{}': that of {} is '{}'",
                                     entry.label, racf::owner_operand(entry.owner), alias));
    source_.members.push_back({std::move(alias), *std::move(certificate), std::move(entry)});
    return {};
  }

  static std::string why_left_out(const datalib::Entry& entry) {
    if (entry.status == datalib::status_notrust) return "its status is NOTRUST";
    const bool is_used = entry.usage == datalib::usage_personal || entry.usage == datalib::usage_certauth;
    return is_used ? "" : "it is connected with usage SITE";
  }

  [[nodiscard]] std::string why_no_key(const datalib::Entry& entry) const {
    const auto record = user_.lab.database_of(user_.system).certificates.by_profile(entry.record_id);
    if (!record || !record->has_key()) return "it has no private key in this database";
    return fmt::format(
        "it belongs to {}, and the caller is {}; a ring with others' keys needs a profile {}.{}.LST in class RDATALIB",
        racf::owner_operand(entry.owner), user_.user, source_.ring.owner, base::upper(source_.ring.name));
  }

  const RingUser& user_;
  RingRemarks& remarks_;
  RingSource source_;
  Aliases aliases_;
};

}  // namespace

RingAnswer<racf::RingUrl> ring_of_url(const std::string& url, const std::string& user, RingRemarks& remarks) {
  const auto written = racf::written_ring_url(url, user);
  if (!written) return refused("java.net.MalformedURLException", url + " is not of the form safkeyring://USER/RING");
  const auto is_wrong = [](const std::string& text, std::size_t most) { return text.empty() || text.size() > most; };
  if (is_wrong(written->user, datalib::user_characters) || is_wrong(written->ring, datalib::ring_characters))
    return refused_io("Error in Ring_name length or RACF_userid length");
  remark_on_slashes(url, *written, remarks);
  return racf::RingUrl{written->scheme, written->slashes, *racf::ring_name(written->user + "/" + written->ring)};
}

RingAnswer<const RingType*> type_for(const racf::RingUrl& url, const std::optional<std::string>& storetype,
                                     RingRemarks& remarks) {
  const RingType* type = storetype ? ring_type(*storetype) : nullptr;
  if (!type && storetype && !type_named(*storetype))
    return refused("java.security.KeyStoreException", *storetype + " not found");
  if (!type) {
    remarks.emplace_back("a key ring is opened with -storetype JCERACFKS, JCECCARACFKS or JCEHYBRIDRACFKS");
    return refused_io("Invalid keystore format");
  }
  if (!opens_scheme(*type, url.scheme)) {
    remarks.push_back(fmt::format("{}:// is for another store type than {}", url.scheme, type->name));
    return refused_io("Invalid keystore format");
  }
  return type;
}

RingAnswer<RingSource> read_ring(const RingUser& user, const racf::RingName& ring, bool may_be_missing,
                                 RingRemarks& remarks) {
  return Reading(user, ring, remarks).read(may_be_missing);
}

}  // namespace ringside::keytool

// harness/doctor/cure_verification.cpp - repairs a link whose certificate the other side refuses.
#include "harness/doctor/cure_verification.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/chain.hpp"
#include "emulator/lab/host_names.hpp"
#include "harness/doctor/cure_issue.hpp"
#include "harness/doctor/renewal.hpp"

namespace ringside::harness {
namespace {

using crypto::Certificate;
using racf::RingCertificate;

/// Writes the remedies of one cure. `judge` refuses the certificate of `shown`.
class VerificationCure {
 public:
  VerificationCure(LinkSide& judge, LinkSide& shown)
      : lab_(judge.lab),
        judge_(judge),
        shown_(shown),
        path_({shown.station.ring.party.identity->certificate}),
        writer_(begun()) {
    const auto& chain = shown.station.ring.party.identity->chain;
    path_.insert(path_.end(), chain.begin(), chain.end());
  }

  // Connects the top of the path to the judge's ring, from the judge's database or from another system.
  Cure not_on_ring() {
    const Certificate anchor = top_of_path();
    const auto holdings = holdings_of(lab_, anchor, {judge_system(), shown_system()});
    if (holdings.empty() || !can_anchor(anchor)) return from_outside(anchor);
    const Holding& nearest = holdings.front();
    if (nearest.system.database_id == judge_.station.system.database_id) return connect_here(nearest.record);
    if (judge_.station.database.certificates.by_profile(nearest.record.profile)) return identical_names(nearest);
    return bring_here(nearest);
  }

  // A key store imports the certificate from a file.
  Cure not_in_store() {
    const Certificate anchor = top_of_path();
    const auto holdings = holdings_of(lab_, anchor, {judge_system(), shown_system()});
    const std::string name = anchor.subject().listing();
    const std::string source = holdings.empty() ? "the certificate of " + name
                                                : "'" + writer_.bring(holdings.front(), holdings.front().system.name) +
                                                      "' of " + holdings.front().system.name;
    writer_.by_hand(judge_system(), fmt::format("put {} into the file ca.pem, then: keytool -importcert -noprompt "
                                                "-alias {} -file ca.pem -keystore {}",
                                                source, alias_for(anchor), judge_.station.trust_store));
    return taken(fmt::format("import {} into {}", name, judge_.station.trust_store));
  }

  Cure notrust() {
    const RingCertificate* member = issuer_on_ring();
    if (member == nullptr) return {};
    tell_judge(fmt::format("RACDCERT {} ALTER({}) TRUST", racf::owner_operand(member->record.owner),
                           label_operand(member->record.label)));
    return taken("give " + owner_and_label(member->record) + " status TRUST");
  }

  Cure wrong_usage() {
    const RingCertificate* member = issuer_on_ring();
    return member == nullptr ? Cure{} : connect_here(member->record);
  }

  // Issuers come before the certificates that they signed.
  Cure out_of_date() {
    const base::Instant at = judge_.options.at.value_or(lab_.now());
    std::vector<Certificate> ground = path_;
    for (const Certificate& anchor : judge_.station.ring.party.anchors)
      if (ground.back().is_signed_by(anchor.public_key()) && ground.back() != anchor) ground.push_back(anchor);
    for (auto certificate = ground.rbegin(); certificate != ground.rend(); ++certificate) {
      if (is_in_date(*certificate, at) || has_successor(*certificate, ground, at)) continue;
      const bool is_shown = std::find(path_.begin(), path_.end(), *certificate) != path_.end();
      Cure cure = renewal_of(lab_, *certificate, is_shown ? shown_system() : judge_system(), judge_.options.user, at);
      if (certificate->not_before() > at)
        cure.advice = "or wait until " + base::listing_time(certificate->not_before(), lab_.zone());
      return cure;
    }
    return {};
  }

  Cure host_name() {
    const auto record = shown_record();
    const auto signer = record ? signer_of(path_.front()) : std::nullopt;
    if (!signer) return not_here("whoever signs the server's certificate must name the host " + shown_.station.host);
    const auto issuer = Certificate::from_stored(signer->der);
    const std::string& host = shown_.station.host;
    const std::string name = lab::is_address(host) ? "IP(" + host + ")" : "DOMAIN(" + in_quotes(host) + ")";
    sign_anew(
        writer_, shown_.station, *record, signwith_operand(*signer, record->owner),
        fmt::format("ALTNAME({}) {}", name, end_operand(lab_, path_.front().is_self_signed() ? nullptr : &issuer)));
    return taken(fmt::format("sign {} anew with the host's name", owner_and_label(*record)));
  }

  Cure wrong_purpose() {
    make_server_certificate(writer_, shown_.station, &path_.front());
    return taken("make a new certificate, whose extensions allow both parts of a handshake");
  }

  Cure unsuitable_key() {
    make_server_certificate(writer_, shown_.station, &path_.front());
    return taken("make a new certificate, with an RSA key that every version of TLS can use");
  }

  Cure not_a_ca() {
    const auto record = shown_record();
    if (!record) return {};
    const std::string label = make_own_ca(writer_, shown_.station, path_.back(), *record);
    bring_new_ca(label);
    return taken(fmt::format("make a CA on {} that may sign, and sign the certificate anew with it", shown_system()));
  }

 private:
  [[nodiscard]] RemedyWriter begun() const { return {lab_, judge_.options.user}; }
  [[nodiscard]] const std::string& judge_system() const { return judge_.station.system.name; }
  [[nodiscard]] const std::string& shown_system() const { return shown_.station.system.name; }
  void tell_judge(std::string command) { writer_.tso(judge_system(), std::move(command)); }

  Remedy take(std::string what) {
    Remedy remedy = writer_.finish();
    remedy.what = std::move(what);
    writer_ = begun();
    return remedy;
  }
  Cure taken(std::string what) { return {{take(std::move(what))}}; }

  static Cure not_here(std::string advice) { return {{}, false, std::move(advice)}; }

  // The highest issuer that the server sends or the lab holds.
  Certificate top_of_path() {
    Certificate top = path_.back();
    for (std::size_t depth = 0; depth < crypto::longest_chain && !top.is_self_signed(); ++depth) {
      const auto issuers = issuers_of(lab_, top, {judge_system(), shown_system()});
      if (issuers.empty()) break;
      top = Certificate::from_stored(issuers.front().record.der);
    }
    return top;
  }

  // Uses only characters that shells and key stores leave unchanged.
  static std::string alias_for(const Certificate& certificate) {
    std::string alias = "ca";
    const crypto::DistinguishedName subject = certificate.subject();
    for (const crypto::NamePart& part : subject.parts())
      if (part.attribute == "CN") alias = base::lower(part.value);
    for (char& c : alias)
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) c = '-';
    return alias;
  }

  static bool is_in_date(const Certificate& certificate, base::Instant at) {
    return certificate.not_before() <= at && at < certificate.not_after();
  }

  // A valid certificate with the same key is there already.
  static bool has_successor(const Certificate& certificate, const std::vector<Certificate>& ground, base::Instant at) {
    const std::string key = certificate.public_key().fingerprint();
    return std::any_of(ground.begin(), ground.end(), [&](const Certificate& other) {
      return is_in_date(other, at) && other.public_key().fingerprint() == key;
    });
  }

  // A server's certificate that another one signed is not an anchor; its issuer is.
  [[nodiscard]] bool can_anchor(const Certificate& certificate) const {
    return certificate.is_self_signed() || certificate != path_.front();
  }

  Cure from_outside(const Certificate& last) {
    const std::string name = can_anchor(last) ? last.subject().listing() : last.issuer().listing();
    const std::string data_set = writer_.free_data_set("CERT");
    writer_.by_hand(judge_system(), fmt::format("put the certificate of {} into '{}'", name, data_set));
    add_and_connect(data_set, "CA");
    return taken("get the issuer's certificate, which is nowhere in this lab");
  }

  // A ring holds a certificate once: as PERSONAL or as CERTAUTH.
  [[nodiscard]] bool is_shown_by_the_same_ring(const database::CertificateRecord& record) {
    const auto shown = shown_record();
    return shown && shown->id == record.id && !judge_.endpoint.stores &&
           judge_.station.system.database_id == shown_.station.system.database_id &&
           racf::to_string(judge_.station.ring.ring) == racf::to_string(shown_.station.ring.ring);
  }

  Cure connect_here(const database::CertificateRecord& record) {
    if (is_shown_by_the_same_ring(record)) {
      make_own_ca(writer_, shown_.station, path_.back(), record);
      return taken(fmt::format("make a CA on {}, and sign the certificate with it", shown_system()));
    }
    if (record.status == database::Status::notrust)
      tell_judge(
          fmt::format("RACDCERT {} ALTER({}) TRUST", racf::owner_operand(record.owner), label_operand(record.label)));
    writer_.connect(judge_system(), judge_.station.ring.ring, record.owner, record.label, "USAGE(CERTAUTH)");
    return taken(fmt::format("connect {} to the ring", owner_and_label(record)));
  }

  void add_and_connect(const std::string& data_set, const std::string& wanted) {
    const std::string label = writer_.free_label(judge_system(), database::certauth_owner, wanted);
    tell_judge(fmt::format("RACDCERT CERTAUTH ADD('{}') WITHLABEL({}) TRUST", data_set, in_quotes(label)));
    writer_.connect(judge_system(), judge_.station.ring.ring, database::certauth_owner, label);
  }

  Cure bring_here(const Holding& from) {
    add_and_connect(writer_.bring(from, judge_system()), label_for(from));
    return taken(
        fmt::format("bring {} from {} and connect it to the ring", owner_and_label(from.record), from.system.name));
  }

  // Keeps the label of the source system if it is free here; else the label names the source system.
  std::string label_for(const Holding& from) {
    const bool is_free =
        !judge_.station.database.certificates.by_label(database::certauth_owner, from.record.label).has_value();
    return is_free ? from.record.label : from.record.label + " of " + from.system.name;
  }

  void bring_new_ca(const std::string& label) {
    Holding made{shown_.station.system, {}};
    made.record.owner = database::certauth_owner;
    made.record.label = label;
    if (shown_.station.system.database_id == judge_.station.system.database_id)
      return writer_.connect(judge_system(), judge_.station.ring.ring, made.record.owner, label);
    add_and_connect(writer_.bring(made, judge_system()), label_for(made));
  }

  // RACF names a certificate after its serial number and issuer, so only one of the two fits into a database
  // (IRRD109I). The owner of the systems must decide which CA to remove.
  Cure identical_names(const Holding& theirs) {
    Cure cure;
    cure.needs_choice = true;
    cure.advice = fmt::format(
        "{} on {} and the CA of that name on {} have one name and one serial number, and only one fits into a database "
        "(IRRD109I)",
        owner_and_label(theirs.record), theirs.system.name, judge_system());
    const auto record = shown_record();
    if (!record) return cure;
    bring_new_ca(make_own_ca(writer_, shown_.station, path_.back(), *record));
    cure.remedies.push_back(take(fmt::format("give {} a CA with a name of its own", shown_system())));
    const auto ours = judge_.station.database.certificates.by_profile(theirs.record.profile);
    if (ours->has_key() && theirs.system.database_id == shown_.station.system.database_id) {
      one_ca_for_both({judge_.station.system, *ours}, theirs, *record);
      cure.remedies.push_back(
          take(fmt::format("let the CA of {} sign for {}, which gives up its own", judge_system(), shown_system())));
    }
    return cure;
  }

  void one_ca_for_both(const Holding& ours, const Holding& theirs, const database::CertificateRecord& server) {
    const auto issuer = Certificate::from_stored(ours.record.der);
    const std::string ca = writer_.bring(ours, shown_system());
    const std::string request = writer_.free_data_set("REQ");
    const std::string owner = racf::owner_operand(server.owner);
    const auto there = [&](std::string command) { writer_.tso(shown_system(), std::move(command)); };
    there(fmt::format("RACDCERT CERTAUTH DELETE({})", label_operand(theirs.record.label)));
    there(fmt::format("RACDCERT CERTAUTH ADD('{}') WITHLABEL({}) TRUST", ca, in_quotes(theirs.record.label)));
    writer_.connect(shown_system(), shown_.station.ring.ring, database::certauth_owner, theirs.record.label);
    there(fmt::format("RACDCERT {} GENREQ({}) DSN('{}')", owner, label_operand(server.label), request));
    writer_.transfer(request, shown_system(), judge_system());
    Holding signed_here{ours.system, {}};
    signed_here.record.owner = database::site_owner;
    signed_here.record.label = writer_.free_label(judge_system(), database::site_owner, "For " + shown_system());
    tell_judge(fmt::format("RACDCERT SITE GENCERT('{}') WITHLABEL({}) {} {}", request,
                           in_quotes(signed_here.record.label), signwith_operand(ours.record, database::site_owner),
                           end_operand(lab_, &issuer)));
    there(fmt::format("RACDCERT {} ADD('{}') TRUST", owner, writer_.bring(signed_here, shown_system())));
  }

  /// The member of the judge's ring that signed a certificate of the path and that the ring's readers do not see.
  const RingCertificate* issuer_on_ring() {
    for (const Certificate& certificate : path_)
      for (const RingCertificate& member : judge_.station.ring.members) {
        const bool is_hidden = !member.visible() || member.usage == database::Usage::personal;
        if (is_hidden && member.certificate.subject() == certificate.issuer() &&
            certificate.is_signed_by(member.certificate.public_key()))
          return &member;
      }
    return nullptr;
  }

  std::optional<database::CertificateRecord> shown_record() {
    for (const RingCertificate& member : shown_.station.ring.members)
      if (member.certificate == path_.front()) return member.record;
    return std::nullopt;
  }

  std::optional<database::CertificateRecord> signer_of(const Certificate& certificate) {
    for (const auto& record : shown_.station.database.certificates.by_subject(certificate.issuer().der()))
      if (record.has_key() && certificate.is_signed_by(Certificate::from_stored(record.der).public_key()))
        return record;
    return std::nullopt;
  }

  lab::Lab& lab_;
  LinkSide& judge_;
  LinkSide& shown_;
  std::vector<Certificate> path_;  ///< the certificate shown, then the issuers that the server sends
  RemedyWriter writer_;
};

}  // namespace

Cure cure_verification(LinkSide& judge, LinkSide& shown, Reason reason) {
  if (!shown.station.ring.party.identity) return {};
  if (judge.endpoint.stores && reason == Reason::another_key)
    return {{}, false, "the store's certificate of that name and the server's issuer have different keys"};
  const bool needs_new_certificate = reason == Reason::host_name || reason == Reason::wrong_purpose ||
                                     reason == Reason::unsuitable_key || reason == Reason::not_a_ca;
  if (shown.endpoint.stores && needs_new_certificate)
    return {{}, false, "the certificate is in a key store: keytool makes a new one, or a request for it"};
  VerificationCure cure(judge, shown);
  switch (reason) {
    case Reason::not_in_store:
      return cure.not_in_store();
    case Reason::not_on_ring:
    case Reason::another_key:
      return cure.not_on_ring();
    case Reason::notrust:
      return cure.notrust();
    case Reason::wrong_usage:
      return cure.wrong_usage();
    case Reason::expired:
    case Reason::not_yet_valid:
      return cure.out_of_date();
    case Reason::host_name:
      return cure.host_name();
    case Reason::wrong_purpose:
      return cure.wrong_purpose();
    case Reason::unsuitable_key:
      return cure.unsuitable_key();
    case Reason::not_a_ca:
      return cure.not_a_ca();
    default:
      return {{}, false, "there is no explanation besides OpenSSL's words"};
  }
}

}  // namespace ringside::harness

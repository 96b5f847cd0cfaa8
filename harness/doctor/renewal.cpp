// harness/doctor/renewal.cpp - the commands that renew a certificate (Security Administrator's Guide, "Renewing an
// expiring certificate").
#include "harness/doctor/renewal.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "harness/doctor/cure_issue.hpp"
#include "harness/doctor/remedy_writer.hpp"

namespace ringside::harness {
namespace {

using crypto::Certificate;

constexpr int last_year = 9997;  // RACDCERT's

// The new end: the old period of validity again, counted from the old end or a later moment, up to the end of that day,
// as a date that RACDCERT accepts.
base::Instant renewed_end(const Certificate& certificate, base::Instant from, base::Zone zone) {
  const auto length = certificate.not_after() - certificate.not_before();
  base::CivilTime day = base::to_local(std::max(certificate.not_after(), from) + length, zone);
  if (day.year > last_year) day = {last_year, 12, 31, 0, 0, 0};
  day.hour = 23;
  day.minute = day.second = 59;
  return *base::from_local(day, zone);
}

class Renewal {
 public:
  Renewal(lab::Lab& lab, const Certificate& certificate, std::string system, const std::string& user, base::Instant at)
      : lab_(lab),
        certificate_(certificate),
        system_(std::move(system)),
        writer_(lab, user),
        from_(std::max({certificate.not_after(), lab.now(), at})) {}

  /// Returns nullopt if the key is not in the lab.
  std::optional<Remedy> with_its_key() {
    const auto holder = key_of(lab_, certificate_, {system_});
    if (!holder) return std::nullopt;
    const std::string owner = racf::owner_operand(holder->record.owner);
    writer_.remedy().what =
        fmt::format("renew {} {} on {} with its key", owner, label_operand(holder->record.label), holder->system.name);
    const auto held = Certificate::from_stored(holder->record.der);
    const bool is_renewed = held.not_after() > from_;
    if (is_renewed)
      writer_.remedy().what = fmt::format("take over {} {} as {} has renewed it", owner,
                                          label_operand(holder->record.label), holder->system.name);
    else
      sign_again(*holder, holder->record.label);
    replace_copies(*holder);
    return writer_.finish();
  }

  std::optional<Remedy> with_a_new_key() {
    const auto holder = key_of(lab_, certificate_, {system_});
    if (!holder || holder->record.der != certificate_.der()) return std::nullopt;
    const std::string owner = racf::owner_operand(holder->record.owner);
    const std::string label = label_operand(holder->record.label);
    const std::string next = writer_.free_label(holder->system.name, holder->record.owner, holder->record.label + " 2");
    writer_.remedy().what = fmt::format("give {} {} on {} a new key", owner, label, holder->system.name);
    const bool signs_itself = certificate_.is_self_signed();
    tell(*holder, fmt::format("RACDCERT {} REKEY({}) WITHLABEL({}){}", owner, label, in_quotes(next),
                              signs_itself ? " " + end_operand(certificate_) : ""));
    if (!signs_itself) sign_again(*holder, next);
    Holding successor = *holder;
    successor.record.label = next;
    replace_copies(successor);
    tell(*holder, fmt::format("RACDCERT {} ROLLOVER({}) NEWLABEL({})", owner, label, in_quotes(next)));
    if (certificate_.extensions().basic_constraints)
      writer_.by_hand(holder->system.name, "sign anew what the old key has signed, before the old certificate ends");
    return writer_.finish();
  }

  Remedy by_its_owner() {
    const std::string name = certificate_.subject().listing();
    writer_.remedy().what = "have " + name + " renewed by its owner";
    for (const Holding& copy : holdings_of(lab_, certificate_, {system_})) {
      const std::string data_set = writer_.free_data_set("CERT");
      writer_.by_hand(copy.system.name, fmt::format("put the renewed certificate of {} into '{}'", name, data_set));
      add_copy(copy, data_set);
    }
    return writer_.finish();
  }

 private:
  void tell(const Holding& where, std::string command) { writer_.tso(where.system.name, std::move(command)); }

  [[nodiscard]] std::string end_operand(const Certificate& certificate, const Certificate* signer = nullptr) const {
    base::Instant end = renewed_end(certificate, from_, lab_.zone());
    if (signer != nullptr) {
      // An issuer that ends at the same time or earlier is renewed first.
      const bool is_renewed_first = signer->not_after() <= from_;
      end = std::min(end, is_renewed_first ? renewed_end(*signer, from_, lab_.zone()) : signer->not_after());
    }
    return not_after_operand(end, lab_.zone());
  }

  // Adds a request for the certificate with this label, which the certificate's issuer signs.
  void sign_again(const Holding& holder, const std::string& label) {
    const std::string owner = racf::owner_operand(holder.record.owner);
    const std::string request = writer_.free_data_set("REQ");
    tell(holder, fmt::format("RACDCERT {} GENREQ({}) DSN('{}')", owner, label_operand(label), request));
    // It ends after the certificate that signs it, itself: only TRUST keeps its status.
    if (certificate_.is_self_signed())
      return tell(holder, fmt::format("RACDCERT {} GENCERT('{}') {} {} TRUST", owner, request,
                                      signwith_operand(holder.record, holder.record.owner), end_operand(certificate_)));
    for (const Holding& signer : issuers_of(lab_, certificate_, {holder.system.name})) {
      if (!signer.record.has_key()) continue;
      const auto issuer = Certificate::from_stored(signer.record.der);
      return signer.system.database_id == holder.system.database_id
                 ? tell(holder, fmt::format("RACDCERT {} GENCERT('{}') {} {}", owner, request,
                                            signwith_operand(signer.record, holder.record.owner),
                                            end_operand(certificate_, &issuer)))
                 : sign_elsewhere(holder, signer, issuer, request);
    }
    const std::string answer = writer_.free_data_set("CERT");
    writer_.by_hand(holder.system.name, fmt::format("have {} sign the request in '{}', and put its answer into '{}'",
                                                    certificate_.issuer().listing(), request, answer));
    tell(holder, fmt::format("RACDCERT {} ADD('{}') TRUST", owner, answer));
  }

  void sign_elsewhere(const Holding& holder, const Holding& signer, const Certificate& issuer,
                      const std::string& request) {
    const std::string& there = signer.system.name;
    writer_.transfer(request, holder.system.name, there);
    Holding signed_there = signer;
    signed_there.record.owner = database::site_owner;
    signed_there.record.label = writer_.free_label(there, database::site_owner, "For " + holder.system.name);
    tell(signer,
         fmt::format("RACDCERT SITE GENCERT('{}') WITHLABEL({}) {} {}", request, in_quotes(signed_there.record.label),
                     signwith_operand(signer.record, database::site_owner), end_operand(certificate_, &issuer)));
    const std::string answer = writer_.bring(signed_there, holder.system.name);
    tell(holder, fmt::format("RACDCERT {} ADD('{}') TRUST", racf::owner_operand(holder.record.owner), answer));
  }

  // A renewal does not change copies without a key in other databases, so the new certificate is connected to their
  // rings.
  void replace_copies(const Holding& renewed) {
    for (const Holding& copy : holdings_of(lab_, certificate_, {system_})) {
      if (copy.system.database_id == renewed.system.database_id) continue;
      if (lab_.database_of(copy.system).rings.by_certificate(copy.record.id).empty()) continue;
      add_copy(copy, writer_.bring(renewed, copy.system.name));
    }
  }

  void add_copy(const Holding& old, const std::string& data_set) {
    const std::string& system = old.system.name;
    const std::string label = writer_.free_label(system, old.record.owner, old.record.label + " 2");
    tell(old, fmt::format("RACDCERT {} ADD('{}') WITHLABEL({}) TRUST", racf::owner_operand(old.record.owner), data_set,
                          in_quotes(label)));
    auto database = lab_.database_of(old.system);
    for (const database::Ring& ring : database.rings.by_certificate(old.record.id))
      for (const database::RingMember& member : database.rings.members(ring.id)) {
        if (member.certificate_id != old.record.id) continue;
        writer_.connect(
            system, {ring.owner, ring.name}, old.record.owner, label,
            fmt::format("USAGE({}){}", database::to_string(member.usage), member.is_default ? " DEFAULT" : ""));
      }
  }

  lab::Lab& lab_;
  const Certificate& certificate_;
  std::string system_;
  RemedyWriter writer_;
  base::Instant from_;  ///< the new certificate must end after this
};

}  // namespace

Cure renewal_of(lab::Lab& lab, const Certificate& certificate, const std::string& system, const std::string& user,
                base::Instant at) {
  Cure cure;
  if (auto remedy = Renewal(lab, certificate, system, user, at).with_its_key())
    cure.remedies.push_back(*std::move(remedy));
  if (cure.remedies.empty()) {
    cure.remedies.push_back(Renewal(lab, certificate, system, user, at).by_its_owner());
    cure.advice = "its private key is not in this lab";
    return cure;
  }
  if (auto remedy = Renewal(lab, certificate, system, user, at).with_a_new_key())
    cure.remedies.push_back(*std::move(remedy));
  return cure;
}

}  // namespace ringside::harness

// harness/doctor/cure_identity.cpp - repairs a ring that gives its server no certificate or no key.
#include "harness/doctor/cure_identity.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"
#include "emulator/racf/granting_commands.hpp"
#include "harness/doctor/cure_issue.hpp"

namespace ringside::harness {
namespace {

using racf::RingCertificate;

constexpr const char* transport_password = "choose-a-password";

bool is_server_certificate(const RingCertificate& member) {
  return member.visible() && member.usage == database::Usage::personal && member.key;
}

/// Writes the remedies of one cure.
class IdentityCure {
 public:
  explicit IdentityCure(LinkSide& side) : side_(side), station_(side.station), writer_(begun()) {}

  /// Returns nullopt if the ring's owner is a user of the system.
  std::optional<Cure> unknown_owner() {
    const std::string& owner = station_.ring.ring.owner;
    if (owner == database::certauth_owner || station_.database.users.find(owner)) return std::nullopt;
    std::vector<std::string> users;
    for (const database::User& user : station_.database.users.all()) users.push_back(user.name);
    return Cure{{},
                false,
                fmt::format("user {} is not defined on {}{}", owner, system(),
                            base::did_you_mean(owner, users, base::Quotes::yes))};
  }

  Cure no_ring() {
    const racf::RingName& ring = station_.ring.ring;
    std::vector<std::string> rings;
    for (const database::Ring& other : station_.database.rings.by_owner(ring.owner)) rings.push_back(other.name);
    tso(fmt::format("RACDCERT ID({}) ADDRING({})", ring.owner, ring.name));
    Cure cure = taken("make the ring");
    const std::string near = base::did_you_mean(ring.name, rings, base::Quotes::yes);
    if (!near.empty()) cure.advice = fmt::format("{} has no ring {}{}", ring.owner, ring.name, near);
    return cure;
  }

  Cure not_authorized() {
    for (const std::string& command : station_.ring.commands) tso(command);
    return taken(fmt::format("let {} read the ring", station_.ring.ring.owner));
  }

  Cure not_trusted() {
    tso(fmt::format("RACDCERT {} ALTER({}) TRUST", racf::owner_operand(chosen().record.owner),
                    label_operand(chosen().record.label)));
    return taken("give " + owner_and_label(chosen().record) + " status TRUST");
  }

  Cure not_personal() {
    connect(chosen().record, side_.endpoint.label ? "USAGE(PERSONAL)" : "USAGE(PERSONAL) DEFAULT");
    return taken("connect " + owner_and_label(chosen().record) + " with usage PERSONAL");
  }

  Cure no_default() {
    Cure cure;
    for (const RingCertificate& member : station_.ring.members)
      if (is_server_certificate(member)) add_default(cure, member.record);
    if (cure.remedies.empty())
      for (const auto& record : station_.database.certificates.by_owner(station_.ring.ring.owner))
        if (record.has_key() && record.status != database::Status::notrust) add_default(cure, record);
    cure.needs_choice = cure.remedies.size() > 1;
    if (cure.remedies.empty()) add_new_certificate(cure, nullptr);
    return cure;
  }

  Cure no_label() {
    const std::string& label = *side_.endpoint.label;
    const auto record = station_.database.certificates.by_label(station_.ring.ring.owner, label);
    if (record) {
      connect(*record, "");
      return taken("connect " + owner_and_label(*record) + " to the ring");
    }
    std::vector<std::string> labels;
    for (const RingCertificate& member : station_.ring.members) labels.push_back(member.record.label);
    return {{},
            false,
            fmt::format("no certificate of {} has that label{}", station_.ring.ring.owner,
                        base::did_you_mean(label, labels, base::Quotes::yes))};
  }

  Cure no_key() {
    Cure cure;
    const RingCertificate& member = chosen();
    if (const auto holder = key_of(side_.lab, member.certificate, {system()})) {
      const std::string name = writer_.free_data_set("P12");
      writer_.tso(holder->system.name, fmt::format("RACDCERT {} EXPORT({}) DSN('{}') FORMAT(PKCS12DER) PASSWORD('{}')",
                                                   racf::owner_operand(holder->record.owner),
                                                   label_operand(holder->record.label), name, transport_password));
      writer_.transfer(name, holder->system.name, system());
      tso(fmt::format("RACDCERT {} ADD('{}') TRUST PASSWORD('{}')", racf::owner_operand(member.record.owner), name,
                      transport_password));
      cure.remedies.push_back(take(fmt::format("bring the private key from {}", holder->system.name)));
    }
    for (const RingCertificate& other : station_.ring.members)
      if (is_server_certificate(other) && !side_.endpoint.label) add_default(cure, other.record);
    add_new_certificate(cure, &member.certificate);
    return cure;
  }

  Cure key_not_readable() {
    const RingCertificate& member = chosen();
    const bool of_authority =
        member.record.owner == database::certauth_owner || member.record.owner == database::site_owner;
    racf::Session session(side_.lab, station_.system, station_.ring.ring.owner);
    racf::Context context(session, nullptr);
    const std::string resource = racf::datalib::list_resource(station_.ring.ring);
    const bool by_facility = of_authority && !racf::access_to(context, "RDATALIB", resource).profile;
    const auto level = of_authority ? racf::AccessLevel::control : racf::AccessLevel::update;
    const racf::AccessNeed need = by_facility ? racf::AccessNeed{"FACILITY", "IRR.DIGTCERT.GENCERT", level}
                                              : racf::AccessNeed{"RDATALIB", resource, level};
    for (const std::string& command : racf::granting_commands(context, need)) tso(command);
    // RACF checks the class RDATALIB only if it is RACLISTed.
    if (!by_facility && !racf::is_raclisted(context, "RDATALIB")) tso("SETROPTS RACLIST(RDATALIB)");
    return taken(fmt::format("let {} use the key of {}", station_.ring.ring.owner, owner_and_label(member.record)));
  }

 private:
  [[nodiscard]] RemedyWriter begun() const { return {side_.lab, side_.options.user}; }
  [[nodiscard]] const std::string& system() const { return station_.system.name; }
  void tso(std::string command) { writer_.tso(system(), std::move(command)); }

  void connect(const database::CertificateRecord& record, const std::string& more) {
    writer_.connect(system(), station_.ring.ring, record.owner, record.label, more);
  }

  /// The member that should be the server's identity.
  const RingCertificate& chosen() {
    const auto& label = side_.endpoint.label;
    const auto& members = station_.ring.members;
    return *std::find_if(members.begin(), members.end(), [&](const RingCertificate& member) {
      return label ? member.record.label == *label : member.is_default;
    });
  }

  Remedy take(std::string what) {
    Remedy remedy = writer_.finish();
    remedy.what = std::move(what);
    writer_ = begun();
    return remedy;
  }
  Cure taken(std::string what) { return {{take(std::move(what))}}; }

  void add_default(Cure& cure, const database::CertificateRecord& record) {
    connect(record, "DEFAULT");
    cure.remedies.push_back(take("make " + owner_and_label(record) + " the ring's default"));
  }

  void add_new_certificate(Cure& cure, const crypto::Certificate* old) {
    make_server_certificate(writer_, station_, old);
    cure.remedies.push_back(take("make a new certificate, with a new key"));
  }

  LinkSide& side_;
  Station& station_;
  RemedyWriter writer_;
};

}  // namespace

Cure cure_identity(LinkSide& side, Reason reason) {
  if (side.endpoint.stores) return {{}, false, "the key store is to be mended with keytool"};
  IdentityCure cure(side);
  if (auto unknown = cure.unknown_owner()) return *std::move(unknown);
  switch (reason) {
    case Reason::no_ring:
      return cure.no_ring();
    case Reason::not_authorized:
      return cure.not_authorized();
    case Reason::notrust:
      return cure.not_trusted();
    case Reason::wrong_usage:
      return cure.not_personal();
    case Reason::no_default:
      return cure.no_default();
    case Reason::no_label:
      return cure.no_label();
    case Reason::no_key:
      return cure.no_key();
    case Reason::key_not_readable:
      return cure.key_not_readable();
    default:
      return {};
  }
}

}  // namespace ringside::harness

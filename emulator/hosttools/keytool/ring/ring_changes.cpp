// emulator/hosttools/keytool/ring/ring_changes.cpp - stores changes in a key ring, as Java's KeyStore.store() does.
//
// The update model and its limits: IBM Semeru Runtime, Security Reference, "RACF keystores and the
// KeyStore store() method". It is inferred that trusted certificates go to CERTAUTH and keys to the ring's owner. IBM's
// texts for changes that are not permitted are not known, so these are Ringside's own.
#include "emulator/hosttools/keytool/ring/ring_changes.hpp"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::keytool {
namespace {

namespace datalib = racf::datalib;

tl::unexpected<RingRefusal> refused_update(const std::string& alias, const std::string& why) {
  return refused("java.security.KeyStoreException", "The entry " + alias + " of a key ring " + why);
}

/// Stores changes in one ring; the caller undoes them if one is refused.
class Storing {
 public:
  Storing(const RingUser& user, const RingStore& store, RingRemarks& remarks)
      : user_(user), store_(store), remarks_(remarks), service_(user.lab, user.system, user.user) {}

  RingAnswer<void> make_ring() {
    if (store_.source.there) return {};
    if (const auto made = service_.new_ring(ring().owner, ring().name); !made)
      return refused_by(made.error(), remarks_);
    return {};
  }

  RingAnswer<void> remove(const std::string& alias) {
    const RingMember* const member = member_of(store_.source, alias);
    return member == nullptr ? RingAnswer<void>() : disconnect(*member);
  }

  RingAnswer<void> put(const RingEntry& entry) {
    const RingMember* const old = member_of(store_.source, entry.alias);
    if (const auto checked = check(old, entry); !checked) return checked;
    auto member = new_member(old, entry);
    if (!member) return tl::make_unexpected(std::move(member.error()));
    if (old != nullptr)
      if (auto removed = disconnect(*old); !removed) return removed;
    const auto put = service_.data_put(ring().owner, ring().name, *member);
    if (!put) return refused_by(put.error(), remarks_);
    remark_on(member->label, *put, entry);
    if (old != nullptr && old->entry.is_default)
      remarks_.push_back(
          fmt::format("'{}' was the ring's default certificate, and is connected anew without it", put->label));
    return {};
  }

 private:
  [[nodiscard]] const racf::RingName& ring() const { return store_.source.ring; }
  [[nodiscard]] bool is_expired(const X509& certificate) const {
    return certificate.certificate.not_after() < user_.lab.now();
  }

  RingAnswer<void> disconnect(const RingMember& member) {
    const auto removed = service_.data_remove(ring().owner, ring().name, member.entry.owner, member.entry.label);
    if (!removed) return refused_by(removed.error(), remarks_);
    return {};
  }

  RingAnswer<void> check(const RingMember* old, const RingEntry& entry) const {
    if (is_expired(entry.certificate)) return refused_update(entry.alias, "cannot be given an expired certificate");
    if (old == nullptr) return {};
    if (is_expired(old->certificate))
      return refused_update(entry.alias, "cannot be updated: its certificate has expired");
    if (is_key_entry(*old, *store_.type) != entry.is_key)
      return refused_update(entry.alias, "cannot change between key and certificate");
    if (old->certificate.certificate.public_key().spki() != entry.certificate.certificate.public_key().spki())
      return refused_update(entry.alias, "cannot be given a certificate with another public key");
    return {};
  }

  RingAnswer<datalib::NewMember> new_member(const RingMember* old, const RingEntry& entry) const {
    const std::string usual_owner = entry.is_key ? ring().owner : std::string(database::certauth_owner);
    datalib::NewMember member{
        old == nullptr ? usual_owner : old->entry.owner, old == nullptr ? entry.alias : old->entry.label,
        entry.is_key ? database::Usage::personal : database::Usage::certauth, entry.certificate.certificate};
    if (!entry.is_key) return member;
    if (!store_.type->stores_keys)
      return refused_update(
          entry.alias, fmt::format("of type {} cannot be given a key here: ICSF is not reached", store_.type->name));
    if (entry.pkcs8.empty()) return refused("java.security.UnrecoverableKeyException", "Cannot recover key");
    auto key = crypto::PrivateKey::from_pkcs8(entry.pkcs8);
    if (!key) return refused_update(entry.alias, "cannot hold this key: " + key.error().detail);
    member.private_key = *std::move(key);
    return member;
  }

  /// `label`: that under which the certificate was to be connected.
  void remark_on(const std::string& label, const datalib::Put& put, const RingEntry& entry) {
    if (put.label != label)
      remarks_.push_back(fmt::format("the certificate is in the database as '{}' of {}, and connected under that label",
                                     put.label, racf::owner_operand(put.owner)));
    if (put.status == database::Status::notrust)
      remarks_.push_back(fmt::format("'{}' has status NOTRUST: readers of the ring do not see it", put.label));
    if (entry.is_key && entry.issuers > 0)
      remarks_.push_back(fmt::format("the {} of '{}' {} not put into the ring: import as trusted certificates",
                                     entry.issuers == 1 ? "issuer" : "issuers", put.label,
                                     entry.issuers == 1 ? "is" : "are"));
  }

  const RingUser& user_;
  const RingStore& store_;
  RingRemarks& remarks_;
  datalib::Service service_;
};

}  // namespace

bool is_change(const RingStore& store, const std::string& alias, bool is_key, const X509& certificate) {
  const RingMember* const member = member_of(store.source, alias);
  return member == nullptr || is_key_entry(*member, *store.type) != is_key ||
         member->certificate.der() != certificate.der();
}

RingAnswer<void> store_changes(const RingUser& user, const RingStore& store, const RingChanges& changes,
                               RingRemarks& remarks) {
  Storing storing(user, store, remarks);
  auto savepoint = user.lab.savepoint();
  if (auto made = storing.make_ring(); !made) return made;
  for (const std::string& alias : changes.removed)
    if (auto removed = storing.remove(alias); !removed) return removed;
  for (const RingEntry& entry : changes.changed)
    if (is_change(store, entry.alias, entry.is_key, entry.certificate))
      if (auto put = storing.put(entry); !put) return put;
  savepoint.keep();
  return {};
}

}  // namespace ringside::keytool

// emulator/hosttools/keytool/ring/ring_sink.cpp - stores changes in a key ring, as Java's KeyStore.store() does.
//
// The update model and its limits: IBM Semeru Runtime, Security Reference, "RACF keystores and the
// KeyStore store() method". It is inferred that trusted certificates go to CERTAUTH and keys to the ring's owner. IBM's
// texts for changes that are not permitted are not known, so these are Ringside's own.
#include "emulator/hosttools/keytool/ring/ring_sink.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/ring/ring_source.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"

namespace ringside::keytool {
namespace {

namespace datalib = racf::datalib;

constexpr std::array reading = {Command::list, Command::exportcert, Command::certreq, Command::gencert};
constexpr std::array changing = {Command::delete_entry, Command::genkeypair, Command::importcert,
                                 Command::importkeystore};

bool is_expired(const Tool& tool, const Entry& entry) {
  return entry.chain.front().certificate.not_after() < tool.now();
}

[[noreturn]] void refuse_update(const Entry& entry, const std::string& why) {
  refuse_as("java.security.KeyStoreException", "The entry " + entry.alias + " of a key ring " + why);
}

void check_update(const Tool& tool, const Entry* old, const Entry& entry) {
  if (is_expired(tool, entry)) refuse_update(entry, "cannot be given an expired certificate");
  if (old == nullptr) return;
  if (is_expired(tool, *old)) refuse_update(entry, "cannot be updated: its certificate has expired");
  if (old->kind != entry.kind) refuse_update(entry, "cannot change between key and certificate");
  if (old->chain.front().certificate.public_key().spki() != entry.chain.front().certificate.public_key().spki())
    refuse_update(entry, "cannot be given a certificate with another public key");
}

crypto::PrivateKey key_of(const Tool& tool, const Entry& entry, const std::optional<base::Bytes>& plain) {
  if (!tool.ring->type->stores_keys)
    refuse_update(entry,
                  fmt::format("of type {} cannot be given a key here: ICSF is not reached", tool.ring->type->name));
  if (!plain) refuse_as("java.security.UnrecoverableKeyException", "Cannot recover key");
  auto key = crypto::PrivateKey::from_pkcs8(*plain);
  if (!key) refuse_update(entry, "cannot hold this key: " + key.error().detail);
  return std::move(*key);
}

void remark_on_put(Tool& tool, const Entry& entry, const datalib::Put& put) {
  if (put.label != entry.alias)
    tool.remark(fmt::format("the certificate is in the database as '{}' of {}, and connected under that label",
                            put.label, racf::owner_operand(put.owner)));
  if (put.status == database::Status::notrust)
    tool.remark(fmt::format("'{}' has status NOTRUST: readers of the ring do not see it", put.label));
  if (entry.kind == EntryKind::private_key && entry.chain.size() > 1)
    tool.remark(fmt::format("the {} of '{}' {} not put into the ring: import as trusted certificates",
                            entry.chain.size() == 2 ? "issuer" : "issuers", put.label,
                            entry.chain.size() == 2 ? "is" : "are"));
}

const RingMember* member_of(const RingSource& source, const std::string& label) {
  const auto found = std::find_if(source.members.begin(), source.members.end(),
                                  [&](const RingMember& member) { return member.label == label; });
  return found == source.members.end() ? nullptr : &*found;
}

void disconnect(Tool& tool, datalib::Service& service, const RingMember& member) {
  const racf::RingName& ring = tool.ring->ring;
  const auto removed = service.data_remove(ring.owner, ring.name, member.owner, member.label);
  if (!removed) refuse_service(tool, removed.error());
}

/// The keys of changed entries by alias, decrypted before the lab is locked, since that takes long.
using PlainKeys = std::map<std::string, std::optional<base::Bytes>>;

void put_entry(Tool& tool, datalib::Service& service, const Entry* old, const Entry& entry, const PlainKeys& keys) {
  check_update(tool, old, entry);
  const racf::RingName& ring = tool.ring->ring;
  const RingMember* const there = old == nullptr ? nullptr : member_of(*tool.ring, entry.alias);
  const bool is_key = entry.kind == EntryKind::private_key;
  datalib::NewMember member{there != nullptr ? there->owner
                            : is_key         ? ring.owner
                                             : database::certauth_owner,
                            entry.alias, is_key ? database::Usage::personal : database::Usage::certauth,
                            entry.chain.front().certificate};
  if (is_key) member.private_key = key_of(tool, entry, keys.at(entry.alias));
  if (there != nullptr) disconnect(tool, service, *there);
  const auto put = service.data_put(ring.owner, ring.name, member);
  if (!put) refuse_service(tool, put.error());
  remark_on_put(tool, entry, *put);
  if (there != nullptr && there->is_default)
    tool.remark(fmt::format("'{}' was the ring's default certificate, and is connected anew without it", put->label));
}

std::vector<const Entry*> changed_entries(const KeyStore& before, KeyStore& after) {
  std::vector<const Entry*> changed;
  for (const Entry& entry : after.entries()) {
    const Entry* old = before.find(entry.alias);
    if (old == nullptr || old->kind != entry.kind || old->chain.front().der() != entry.chain.front().der())
      changed.push_back(&entry);
  }
  return changed;
}

}  // namespace

void refuse_unless_ring_command(const Tool& tool) {
  const CommandInfo& info = *tool.options.command;
  const auto is_in = [&](const auto& list) { return std::find(list.begin(), list.end(), info.command) != list.end(); };
  if (is_in(reading) || is_in(changing)) return;
  refuse_as("java.lang.UnsupportedOperationException",
            fmt::format("{} does not work on a key ring; it is changed by -delete, -genkeypair, -importcert and "
                        "-importkeystore",
                        info.name));
}

void store_ring(Tool& tool) {
  const KeyStore before = entries_of(tool, *tool.ring, tool.options.storepass);
  datalib::Service service = ring_service(tool);
  const std::vector<const Entry*> changed = changed_entries(before, tool.store());
  PlainKeys keys;
  for (const Entry* entry : changed)
    if (entry->kind == EntryKind::private_key)
      keys[entry->alias] = recover_key(entry->key, tool.options.storepass.value_or(base::Secret()));
  auto savepoint = tool.process().lab.savepoint();
  const racf::RingName& ring = tool.ring->ring;
  if (!tool.ring->there)
    if (const auto made = service.new_ring(ring.owner, ring.name); !made) refuse_service(tool, made.error());
  for (const Entry& old : before.entries())
    if (tool.store().find(old.alias) == nullptr) disconnect(tool, service, *member_of(*tool.ring, old.alias));
  for (const Entry* entry : changed) put_entry(tool, service, before.find(entry->alias), *entry, keys);
  savepoint.keep();
}

}  // namespace ringside::keytool

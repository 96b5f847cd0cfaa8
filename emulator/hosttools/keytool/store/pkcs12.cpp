// emulator/hosttools/keytool/store/pkcs12.cpp - between entries and bags.
#include "emulator/hosttools/keytool/store/pkcs12.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "emulator/crypto/certificates/chain.hpp"
#include "emulator/crypto/containers/pkcs12_bags.hpp"
#include "emulator/crypto/containers/pkcs12_write.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/hosttools/keytool/certificates/dname.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/java_string.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"

namespace ringside::keytool {
namespace {

using base::Bytes;
using base::ByteView;
using crypto::Pkcs12Bag;
using crypto::Pkcs12BagKind;

// ---- reading

/// The results of the bags that were read so far.
struct Read {
  std::vector<Entry> entries;
  std::map<std::string, Bytes> key_ids;  ///< of the entries with private keys that may have a chain
  struct Certificate {
    X509 x509;
    std::optional<Bytes> id;
    std::string alias;
    bool trusted = false;
  };
  std::vector<Certificate> certificates;
  int private_keys = 0;
  int unnamed = 0;
};

// Java gives the first private key and the first certificate of a safe this identifier if they have none, so they
// match.
const Bytes stand_in_id = base::to_bytes("01");

std::int64_t created(const std::optional<Bytes>& id, std::int64_t now) {
  const std::string text = id ? base::to_text(*id) : "";
  if (!text.starts_with("Time ")) return now;
  const auto millis = base::number(text.substr(5), std::numeric_limits<long>::max());
  return millis ? *millis : now;
}

std::string alias_of(const Pkcs12Bag& bag, Read& read) {
  return java_lower(bag.friendly_name ? *bag.friendly_name : std::to_string(++read.unnamed));
}

/// A later entry of the same alias replaces the earlier one and keeps its place.
void put(Read& read, Entry entry) {
  const auto there = std::find_if(read.entries.begin(), read.entries.end(),
                                  [&](const Entry& old) { return old.alias == entry.alias; });
  if (there == read.entries.end())
    read.entries.push_back(std::move(entry));
  else
    *there = std::move(entry);
}

void take_key(const Pkcs12Bag& bag, Read& read, std::int64_t now) {
  const bool is_private = bag.kind == Pkcs12BagKind::shrouded_key;
  std::optional<Bytes> id = bag.local_key_id;
  if (is_private && ++read.private_keys == 1 && !id) id = stand_in_id;
  if (is_private && !id) return;  // Java ignores it
  Entry entry;
  entry.kind = is_private ? EntryKind::private_key : EntryKind::secret_key;
  entry.created = created(bag.local_key_id, now);
  entry.key = bag.content;
  entry.alias = alias_of(bag, read);
  read.key_ids.erase(entry.alias);
  if (is_private) read.key_ids.emplace(entry.alias, *std::move(id));
  put(read, std::move(entry));
}

void take_certificate(const Pkcs12Bag& bag, Read& read, std::int64_t now) {
  auto x509 = read_x509(bag.content);
  if (!x509) refuse_io("a certificate of the PKCS#12 cannot be read");
  std::optional<Bytes> id = bag.local_key_id;
  if (!id && read.private_keys == 1 && bag.leads) id = stand_in_id;
  if (bag.trusted) {
    Entry entry;
    entry.created = created(bag.local_key_id, now);
    entry.alias = alias_of(bag, read);
    entry.chain.push_back(*x509);
    read.key_ids.erase(entry.alias);
    put(read, std::move(entry));
  }
  read.certificates.push_back(
      {std::move(*x509), std::move(id), java_lower(bag.friendly_name.value_or("")), bag.trusted});
}

/// The certificate with this identifier and alias; else the last one with the identifier; else the last one with the
/// alias.
const X509* certificate_of(const std::string& alias, const Bytes& id, const Read& read) {
  const X509 *by_id = nullptr, *by_alias = nullptr;
  for (const auto& certificate : read.certificates) {
    if (certificate.trusted) continue;
    const bool same_alias = certificate.alias == alias;
    if (certificate.id == id && same_alias) return &certificate.x509;
    if (certificate.id == id)
      by_id = &certificate.x509;
    else if (same_alias)
      by_alias = &certificate.x509;
  }
  return by_id != nullptr ? by_id : by_alias;
}

// Like Java, matches issuers by name only: duplicate names may pick the wrong issuer. Stops at a cycle.
void build_chain(Entry& entry, const X509* own, const std::map<Bytes, const X509*>& by_subject) {
  for (const X509* next = own; next != nullptr && entry.chain.size() <= crypto::longest_chain;) {
    const bool seen = std::any_of(entry.chain.begin(), entry.chain.end(),
                                  [next](const X509& x509) { return x509.der() == next->der(); });
    if (seen) break;
    entry.chain.push_back(*next);
    if (next->is_self_issued()) break;
    const auto issuer = by_subject.find(next->issuer);
    next = issuer == by_subject.end() ? nullptr : issuer->second;
  }
}

[[noreturn]] void refuse_problem(const crypto::Problem& problem) {
  if (problem.kind == crypto::ProblemKind::wrong_password && problem.detail == crypto::pkcs12_mac_problem)
    refuse_io("Integrity check failed: java.security.UnrecoverableKeyException: Failed PKCS12 integrity checking");
  if (problem.kind == crypto::ProblemKind::wrong_password) refuse_io("keystore password was incorrect");
  refuse_io(problem.detail);
}

// ---- writing

Bytes key_id(const Entry& entry) {
  return base::to_bytes("Time " + std::to_string(entry.created));
}

crypto::Pkcs12SafePlan key_safe(const KeyStore& store) {
  crypto::Pkcs12SafePlan safe;
  for (const Entry& entry : store.entries()) {
    if (entry.kind == EntryKind::trusted_certificate) continue;
    const auto kind = entry.kind == EntryKind::private_key ? Pkcs12BagKind::shrouded_key : Pkcs12BagKind::secret;
    safe.items.push_back({kind, entry.key, utf16(entry.alias), key_id(entry)});
  }
  return safe;
}

crypto::Pkcs12SafePlan certificate_safe(const KeyStore& store) {
  crypto::Pkcs12SafePlan safe;
  const auto add = [&safe](const X509& certificate, const std::string& name) -> crypto::Pkcs12Item& {
    return safe.items.emplace_back(crypto::Pkcs12Item{Pkcs12BagKind::certificate, certificate.der(), utf16(name)});
  };
  for (const Entry& entry : store.entries()) {
    if (entry.kind == EntryKind::trusted_certificate) {
      add(entry.chain.front(), entry.alias).trusted = true;
      continue;
    }
    for (std::size_t i = 0; i < entry.chain.size(); ++i) {
      if (i == 0)
        add(entry.chain[i], entry.alias).local_key_id = key_id(entry);
      else
        add(entry.chain[i], dname_rfc2253(entry.chain[i].subject));
    }
  }
  return safe;
}

/// Whether the file is shorter than its outer length says.
bool is_cut_off(ByteView file) {
  if (file.size() < 2 || file[1] <= 0x80) return false;
  const std::size_t width = file[1] & 0x7Fu;
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < width && 2 + i < file.size(); ++i) length = length << 8 | file[2 + i];
  return width <= 8 && length > file.size() - std::min(file.size(), 2 + width);
}

void refuse_unless_ascii(const base::Secret& password, bool with_keys) {
  const bool ascii = std::all_of(password.reveal().begin(), password.reveal().end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return;
  const std::string failed = "getSecretKey failed: Password is not ASCII";
  if (!with_keys) refuse_io(failed);
  refuse_as(
      "java.security.KeyStoreException",
      "Key protection algorithm not found: java.security.UnrecoverableKeyException: Encrypt Private Key failed: " +
          failed);
}

}  // namespace

// Java recognises a PKCS#12 by its first 16 octets: SEQUENCE { INTEGER 3, SEQUENCE { OBJECT IDENTIFIER of nine octets,
// ...
bool is_pkcs12(ByteView content) {
  constexpr std::size_t looked_at = 16;
  constexpr std::array<std::uint8_t, 3> version = {0x02, 0x01, 0x03};
  constexpr std::array<std::uint8_t, 5> data = {0x06, 0x09, 0x2A, 0x86, 0x48};
  if (content.size() < looked_at) return false;
  ByteView rest = content.first(looked_at);
  const auto take_header = [&rest] {
    if (rest.size() < 2 || rest[0] != 0x30) return false;
    const std::size_t header = rest[1] <= 0x80 ? 2 : 2u + (rest[1] & 0x7Fu);
    if (header > rest.size()) return false;
    rest = rest.subspan(header);
    return true;
  };
  const auto take = [&rest](ByteView expected) {
    const std::size_t count = std::min(expected.size(), rest.size());
    if (!std::equal(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(count), expected.begin())) return false;
    rest = rest.subspan(count);
    return true;
  };
  return take_header() && take(version) && take_header() && take(data);
}

KeyStore read_pkcs12(ByteView file, const std::optional<base::Secret>& password, std::int64_t now) {
  if (is_cut_off(file)) refuse_as("java.io.EOFException");
  auto bags = crypto::read_pkcs12_bags(file, password);
  if (!bags) refuse_problem(bags.error());
  Read read;
  for (const Pkcs12Bag& bag : *bags) {
    if (bag.kind == Pkcs12BagKind::certificate)
      take_certificate(bag, read, now);
    else if (bag.kind != Pkcs12BagKind::clear_key)  // Java ignores keys in clear
      take_key(bag, read, now);
  }
  std::map<Bytes, const X509*> by_subject;
  for (const auto& certificate : read.certificates) by_subject.emplace(certificate.x509.subject, &certificate.x509);
  for (Entry& entry : read.entries)
    if (const auto id = read.key_ids.find(entry.alias); id != read.key_ids.end())
      build_chain(entry, certificate_of(entry.alias, id->second, read), by_subject);
  KeyStore store(StoreType::pkcs12);
  store.habits = pkcs12_habits(file, !read.certificates.empty());
  for (Entry& entry : read.entries) store.put(std::move(entry));
  return store;
}

Bytes write_pkcs12(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness) {
  refuse_unless_ascii(password, !store.only_certificates());
  crypto::Pkcs12Plan plan;
  if (auto keys = key_safe(store); !keys.items.empty()) plan.safes.push_back(std::move(keys));
  if (auto certificates = certificate_safe(store); !certificates.items.empty()) {
    const bool keeps = store.habits && store.habits->has_certificates;
    if (const auto cipher = keeps ? store.habits->certificates : store.pkcs12.for_certificates())
      certificates.encryption =
          crypto::PbeParameters{cipher->scheme,
                                crypto::random_octets(randomness, "pkcs12-salt", cipher->salt_octets()),
                                crypto::random_octets(randomness, "pkcs12-iv", 16),
                                cipher->iterations,
                                true,
                                cipher->prf};
    plan.safes.push_back(std::move(certificates));
  }
  if (const auto mac = store.habits ? store.habits->mac : store.pkcs12.mac())
    plan.mac =
        crypto::Pkcs12MacPlan{mac->digest, crypto::random_octets(randomness, "pkcs12-mac-salt", 20), mac->iterations};
  return crypto::write_pkcs12(plan, password);
}

}  // namespace ringside::keytool

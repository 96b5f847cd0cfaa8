// emulator/hosttools/keytool/store/pkcs12.cpp - between entries and bags.
#include "emulator/hosttools/keytool/store/pkcs12.hpp"

#include <algorithm>
#include <map>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/password_based.hpp"
#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/containers/pkcs12_bags.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/certificates/dname.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/java_string.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
namespace oid = crypto::pkcs12_oid;
using base::Bytes;
using base::ByteView;
using crypto::Pkcs12Bag;
using crypto::Pkcs12BagKind;

constexpr std::uint64_t pkcs12_store_iterations = 10'000;

// ---- reading

/// What is known of a file while its bags are gone through.
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

// A private key and a certificate without an identifier are taken for each other's where one key is there so far.
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

/// The last one of an alias counts, in the place of the first.
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
  if (is_private && !id) return;  // Java passes it over
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

/// Identifier and alias fit, or else the last certificate whose identifier does, or else whose alias does.
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

// By name alone, as Java does: an issuer's double leads it astray, and a circle ends where it closes.
void build_chain(Entry& entry, const X509* own, const Read& read) {
  std::map<Bytes, const X509*> by_subject;
  for (const auto& certificate : read.certificates) by_subject.emplace(certificate.x509.subject, &certificate.x509);
  for (const X509* next = own; next != nullptr && entry.chain.size() <= base::limits::chain_depth;) {
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

Bytes attribute(std::string_view type, ByteView value) {
  return der::sequence({der::oid(type), der::wrap(der::set_tag, value)});
}

Bytes attributes(const std::string& name, const std::optional<Bytes>& id, bool trusted) {
  std::vector<Bytes> list{attribute(oid::friendly_name, der::wrap(der::bmp_string_tag, utf16(name)))};
  if (id) list.push_back(attribute(oid::local_key_id, der::octet_string(*id)));
  if (trusted) list.push_back(attribute(oid::java_trusted_key_usage, der::oid("2.5.29.37.0")));
  std::sort(list.begin(), list.end());
  Bytes all;
  for (const Bytes& one : list) all.insert(all.end(), one.begin(), one.end());
  return der::wrap(der::set_tag, all);
}

Bytes bag(std::string_view type, ByteView value, ByteView attribute_set) {
  return der::sequence({der::oid(type), der::wrap(der::context(0), value), attribute_set});
}

Bytes key_id(const Entry& entry) {
  return base::to_bytes("Time " + std::to_string(entry.created));
}

void append(Bytes& all, const Bytes& one) {
  all.insert(all.end(), one.begin(), one.end());
}

Bytes key_bags(const KeyStore& store) {
  Bytes bags;
  for (const Entry& entry : store.entries()) {
    const Bytes set = attributes(entry.alias, key_id(entry), false);
    if (entry.kind == EntryKind::private_key) {
      append(bags, bag(oid::shrouded_key_bag, entry.key, set));
    } else if (entry.kind == EntryKind::secret_key) {
      const Bytes secret =
          der::sequence({der::oid(oid::shrouded_key_bag), der::wrap(der::context(0), der::octet_string(entry.key))});
      append(bags, bag(oid::secret_bag, secret, set));
    }
  }
  return bags;
}

Bytes certificate_bag(const X509& certificate, ByteView attribute_set) {
  const Bytes value = der::sequence(
      {der::oid(oid::x509_certificate), der::wrap(der::context(0), der::octet_string(certificate.der()))});
  return bag(oid::certificate_bag, value, attribute_set);
}

Bytes certificate_bags(const KeyStore& store) {
  Bytes bags;
  for (const Entry& entry : store.entries()) {
    if (entry.kind == EntryKind::trusted_certificate) {
      append(bags, certificate_bag(entry.chain.front(), attributes(entry.alias, std::nullopt, true)));
      continue;
    }
    for (std::size_t i = 0; i < entry.chain.size(); ++i) {
      const X509& certificate = entry.chain[i];
      append(bags, certificate_bag(certificate,
                                   i == 0 ? attributes(entry.alias, key_id(entry), false)
                                          : attributes(dname_rfc2253(certificate.subject), std::nullopt, false)));
    }
  }
  return bags;
}

Bytes data_content(ByteView content) {
  return der::sequence({der::oid(oid::data), der::wrap(der::context(0), der::octet_string(content))});
}

Bytes random(const base::Randomness& randomness, std::string_view purpose, std::size_t length) {
  Bytes octets(length);
  randomness.stream(purpose)->fill(octets);
  return octets;
}

Bytes encrypted_content(ByteView plain, const base::Secret& password, const base::Randomness& randomness) {
  const auto sealed = crypto::seal_pbes2(plain, password, random(randomness, "pkcs12-salt", 20),
                                         random(randomness, "pkcs12-iv", 16), pkcs12_store_iterations);
  const Bytes content =
      der::sequence({der::oid(oid::data), sealed.algorithm, der::wrap(der::context_primitive(0), sealed.content)});
  return der::sequence(
      {der::oid(oid::encrypted_data), der::wrap(der::context(0), der::sequence({der::integer(0), content}))});
}

// The outer length says more than there is.
bool is_cut_off(ByteView file) {
  if (file.size() < 2 || file[1] <= 0x80) return false;
  const std::size_t width = file[1] & 0x7Fu;
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < width && 2 + i < file.size(); ++i) length = length << 8 | file[2 + i];
  return width <= 8 && length > file.size() - std::min(file.size(), 2 + width);
}

}  // namespace

KeyStore read_pkcs12(ByteView file, const std::optional<base::Secret>& password, std::int64_t now) {
  if (is_cut_off(file)) refuse_as("java.io.EOFException");
  auto bags = crypto::read_pkcs12_bags(file, password);
  if (!bags) refuse_problem(bags.error());
  Read read;
  for (const Pkcs12Bag& bag : *bags) {
    if (bag.kind == Pkcs12BagKind::certificate)
      take_certificate(bag, read, now);
    else if (bag.kind != Pkcs12BagKind::clear_key)  // which Java passes over
      take_key(bag, read, now);
  }
  for (Entry& entry : read.entries)
    if (const auto id = read.key_ids.find(entry.alias); id != read.key_ids.end())
      build_chain(entry, certificate_of(entry.alias, id->second, read), read);
  KeyStore store(StoreType::pkcs12);
  for (Entry& entry : read.entries) store.put(std::move(entry));
  return store;
}

Bytes write_pkcs12(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness) {
  Bytes safes;
  const Bytes keys = key_bags(store);
  if (!keys.empty()) append(safes, data_content(der::wrap(der::sequence_tag, keys)));
  const Bytes certificates = certificate_bags(store);
  if (!certificates.empty())
    append(safes, encrypted_content(der::wrap(der::sequence_tag, certificates), password, randomness));
  const Bytes content = der::wrap(der::sequence_tag, safes);
  const Bytes salt = random(randomness, "pkcs12-mac-salt", 20);
  const Bytes hash = der::sequence({der::oid(oid::sha256), der::null()});
  const Bytes mac = crypto::pkcs12_mac(content, password, salt, pkcs12_store_iterations);
  const Bytes mac_data = der::sequence(
      {der::sequence({hash, der::octet_string(mac)}), der::octet_string(salt), der::integer(pkcs12_store_iterations)});
  return der::sequence({der::integer(3), data_content(content), mac_data});
}

}  // namespace ringside::keytool

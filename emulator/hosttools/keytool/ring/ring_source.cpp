// emulator/hosttools/keytool/ring/ring_source.cpp - reads key rings for keytool.
//
// A certificate with usage PERSONAL becomes a key entry, with CERTAUTH a trusted certificate; SITE is not supported,
// and one certificate that cannot be loaded fails the whole ring (WebSphere Application Server, "SAF keyrings"; IBM
// Semeru Runtime, Security Reference, IBMZSecurity). The error texts are those of users' listings.
#include "emulator/hosttools/keytool/ring/ring_source.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/chain.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/racf/datalib/ring_url.hpp"

namespace ringside::keytool {
namespace {

namespace datalib = racf::datalib;

struct ServiceText {
  datalib::Codes codes;
  std::string_view text;
};
constexpr std::array service_texts = {
    ServiceText{datalib::no_ring, "profile for ring not found"},
    ServiceText{datalib::not_authorized, "not RACF authorized to use the requested service"},
};

std::string_view text_of(const datalib::Codes& codes) {
  for (const ServiceText& row : service_texts)
    if (row.codes == codes) return row.text;
  return datalib::meaning(codes);
}

const RingType& check_type(Tool& tool, const racf::RingUrl& url, const Text& storetype) {
  const RingType* type = storetype ? ring_type(*storetype) : nullptr;
  if (!type && storetype && !type_named(*storetype))
    refuse_as("java.security.KeyStoreException", *storetype + " not found");
  if (!type) {
    tool.remark("a key ring is opened with -storetype JCERACFKS, JCECCARACFKS or JCEHYBRIDRACFKS");
    refuse_io("Invalid keystore format");
  }
  if (std::find(type->schemes.begin(), type->schemes.end(), url.scheme) == type->schemes.end()) {
    tool.remark(fmt::format("{}:// is for another store type than {}", url.scheme, type->name));
    refuse_io("Invalid keystore format");
  }
  return *type;
}

void remark_on_url(Tool& tool, const racf::RingUrl& url, const std::string& text) {
  if (url.slashes != 2 && !(url.slashes == 3 && text.ends_with(":///" + url.ring.name)))
    tool.remark(fmt::format("{} slashes: the form is {}://USER/RING, or {}:///RING for the current user's", url.slashes,
                            url.scheme, url.scheme));
  if (url.scheme == "safkeyring" && !tool.options.handler_packages)
    tool.remark(
        "a real Java opens safkeyring:// only with -J-Djava.protocol.handler.pkgs=PACKAGE (com.ibm.crypto.provider for "
        "IBMJCE), unless its java.security names the package");
}

std::string why_no_key(Tool& tool, const RingSource& source, const datalib::Entry& entry) {
  host::Process& process = tool.process();
  const auto record = process.lab.database_of(process.system).certificates.by_profile(entry.record_id);
  if (!record || !record->has_key()) return "it has no private key in this database";
  return fmt::format(
      "it belongs to {}, and the caller is {}; a ring with others' keys needs a profile {}.{}.LST in class RDATALIB",
      racf::owner_operand(entry.owner), process.user, source.ring.owner, base::upper(source.ring.name));
}

bool is_in_icsf(const datalib::Entry& entry) {
  return entry.key_type != datalib::KeyType::clear && entry.key_type != datalib::KeyType::ecc_clear;
}

void take_member(Tool& tool, RingSource& source, datalib::Entry entry) {
  if (entry.status == datalib::status_notrust)
    return tool.remark(fmt::format("'{}' is left out: its status is NOTRUST", entry.label));
  const bool personal = entry.usage == datalib::usage_personal;
  if (!personal && entry.usage != datalib::usage_certauth)
    return tool.remark(fmt::format("'{}' is left out: it is connected with usage SITE", entry.label));
  auto certificate = read_x509(entry.certificate);
  if (!certificate) refuse_as("java.security.cert.CertificateException", "Unable to parse '" + entry.label + "'");
  if (personal && !entry.private_key) {
    tool.remark(fmt::format("'{}': {}", entry.label, why_no_key(tool, source, entry)));
    refuse_io("The private key of " + entry.label + " is not available or no authority to access the private key");
  }
  if (personal && is_in_icsf(entry) && !source.type->sees_icsf_keys) {
    tool.remark(fmt::format("'{}' has its private key in ICSF, which {} does not see: no key entry", entry.label,
                            source.type->name));
    entry.private_key.reset();
  }
  if (std::any_of(source.members.begin(), source.members.end(),
                  [&](const RingMember& member) { return member.label == entry.label; }))
    tool.remark(fmt::format("the ring holds two certificates with the label '{}': the one connected last is the entry",
                            entry.label));
  source.members.push_back(
      {entry.label, entry.owner, entry.is_default, *std::move(certificate), std::move(entry.private_key)});
}

/// Reads all certificates of the ring, also those with status NOTRUST, to report that these are not visible.
std::vector<datalib::Entry> read_all(Tool& tool, RingSource& source, bool may_be_missing) {
  datalib::Service service = ring_service(tool);
  std::vector<datalib::Entry> entries;
  auto first = service.data_get_first(source.ring.owner, source.ring.name);
  for (const std::string& remark : service.remarks()) tool.remark(remark);
  source.there = first || first.error().codes != datalib::no_ring;
  if (!first) {
    const bool is_empty = first.error().codes == datalib::no_certificate;
    if (!is_empty && (source.there || !may_be_missing)) refuse_service(tool, first.error());
    return entries;
  }
  entries.push_back(std::move(first->entry));
  for (auto next = service.data_get_next(first->token); next; next = service.data_get_next(first->token))
    entries.push_back(*std::move(next));
  return entries;
}

// Finds issuers by name and signature among the certificates of the ring.
std::vector<X509> chain_of(const X509& leaf, const RingSource& source) {
  std::vector<X509> chain{leaf};
  while (chain.size() < crypto::longest_chain && !chain.back().is_self_issued()) {
    const X509& last = chain.back();
    const auto issuer = std::find_if(source.members.begin(), source.members.end(), [&](const RingMember& member) {
      return member.certificate.subject == last.issuer && member.certificate.der() != last.der() &&
             last.certificate.is_signed_by(member.certificate.certificate.public_key());
    });
    if (issuer == source.members.end()) break;
    chain.push_back(issuer->certificate);
  }
  return chain;
}

}  // namespace

bool names_ring(const Tool& tool, const Text& name) {
  return name && tool.runs_on_zos() && is_ring_url(*name);
}

datalib::Service ring_service(Tool& tool) {
  host::Process& process = tool.process();
  return {process.lab, process.system, process.user};
}

void refuse_service(Tool& tool, const datalib::Failure& failure) {
  for (const std::string& line : failure.console) tool.remark(line);
  if (!failure.explanation.empty()) tool.remark(failure.explanation);
  const datalib::Codes& codes = failure.codes;
  tool.remark(
      fmt::format("({}, {}, {}) are SAF return code, RACF return code and reason; 'ringside explain {}' says more",
                  codes.saf, codes.racf, codes.reason, datalib::to_string(codes)));
  refuse_io(
      fmt::format("R_datalib (IRRSDL00) error: {} ({}, {}, {})", text_of(codes), codes.saf, codes.racf, codes.reason));
}

RingSource open_ring(Tool& tool, const std::string& url, const Text& storetype, bool may_be_missing) {
  const auto parsed = racf::parse_ring_url(url, tool.process().user);
  if (!parsed) refuse_as("java.net.MalformedURLException", url + " is not of the form safkeyring://USER/RING");
  remark_on_url(tool, *parsed, url);
  RingSource source;
  source.ring = parsed->ring;
  const auto entries = read_all(tool, source, may_be_missing);
  source.type = &check_type(tool, *parsed, storetype ? storetype : tool.options.ring_type);
  for (const datalib::Entry& entry : entries) take_member(tool, source, entry);
  return source;
}

KeyStore entries_of(Tool& tool, const RingSource& source, const Password& password) {
  KeyStore store(StoreType::key_ring);
  for (const RingMember& member : source.members) {
    Entry entry;
    entry.alias = member.label;
    entry.created = tool.now_millis();
    entry.kind = member.key ? EntryKind::private_key : EntryKind::trusted_certificate;
    entry.chain = member.key ? chain_of(member.certificate, source) : std::vector{member.certificate};
    if (member.key)
      entry.key = protect_key(member.key->pkcs8(), {StoreType::key_ring, password.value_or(base::Secret()),
                                                    tool.randomness(), tool.options.pkcs12});
    store.put(std::move(entry));
  }
  return store;
}

void remark_on_ring_password(Tool& tool, const Password& password) {
  if (password && password->reveal() != "password")
    tool.remark("the password of a key ring means nothing to RACF; the one that everybody writes is 'password'");
}

}  // namespace ringside::keytool

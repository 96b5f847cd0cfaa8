// emulator/hosttools/keytool/ring/ring_source.cpp - a SAF key ring as keytool's key store.
#include "emulator/hosttools/keytool/ring/ring_source.hpp"

#include <fmt/format.h>

#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"

namespace ringside::keytool {
namespace {

void remark_on_handler(Tool& tool, const racf::RingUrl& url) {
  if (url.scheme == "safkeyring" && !tool.options.handler_packages)
    tool.remark(
        "a real Java opens safkeyring:// only with -J-Djava.protocol.handler.pkgs=PACKAGE (com.ibm.crypto.provider for "
        "IBMJCE), unless its java.security names the package");
}

void remark_on_hidden_keys(Tool& tool, const RingStore& store) {
  for (const RingMember& member : store.source.members)
    if (member.entry.private_key && !is_key_entry(member, *store.type))
      tool.remark(fmt::format("'{}' has its private key in ICSF, which {} does not see: no key entry", member.alias,
                              store.type->name));
}

std::vector<X509> certificates_of(const RingSource& source, const std::vector<std::size_t>& places) {
  std::vector<X509> certificates;
  certificates.reserve(places.size());
  for (const std::size_t place : places) certificates.push_back(source.members[place].certificate);
  return certificates;
}

}  // namespace

bool names_ring(const Tool& tool, const Text& name) {
  return name && tool.runs_on_zos() && is_ring_url(*name);
}

RingUser ring_user(Tool& tool) {
  host::Process& process = tool.process();
  return {process.lab, process.system, process.user};
}

void tell(Tool& tool, RingRemarks& remarks) {
  for (const std::string& remark : remarks) tool.remark(remark);
  remarks.clear();
}

void refuse_ring(const RingRefusal& refusal) {
  refuse_as(refusal.java_class, refusal.text);
}

RingStore open_ring(Tool& tool, const std::string& url, const Text& storetype, bool may_be_missing) {
  RingRemarks remarks;
  const auto parsed = told(tool, remarks, ring_of_url(url, tool.process().user, remarks));
  remark_on_handler(tool, parsed);
  RingStore store;
  store.source = told(tool, remarks, read_ring(ring_user(tool), parsed.ring, may_be_missing, remarks));
  store.type = told(tool, remarks, type_for(parsed, storetype ? storetype : tool.options.ring_type, remarks));
  remark_on_hidden_keys(tool, store);
  return store;
}

KeyStore entries_of(Tool& tool, const RingStore& store, const Password& password) {
  KeyStore entries(StoreType::key_ring);
  const std::vector<RingMember>& members = store.source.members;
  for (std::size_t place = 0; place < members.size(); ++place) {
    const RingMember& member = members[place];
    const bool is_key = is_key_entry(member, *store.type);
    Entry entry;
    entry.alias = member.alias;
    entry.created = tool.now_millis();
    entry.kind = is_key ? EntryKind::private_key : EntryKind::trusted_certificate;
    entry.chain =
        is_key ? certificates_of(store.source, chain_of(store.source, place)) : std::vector{member.certificate};
    if (is_key)
      entry.key =
          protect_key(member.entry.private_key->pkcs8(),
                      {StoreType::key_ring, password.value_or(base::Secret()), tool.randomness(), tool.options.pkcs12});
    entries.put(std::move(entry));
  }
  return entries;
}

void remark_on_ring_password(Tool& tool, const Password& password) {
  if (password && password->reveal() != "password")
    tool.remark("the password of a key ring means nothing to RACF; the one that everybody writes is 'password'");
}

}  // namespace ringside::keytool

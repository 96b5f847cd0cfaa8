// emulator/hosttools/keytool/ring/ring.cpp - a SAF key ring that is used as a key store.
#include "emulator/hosttools/keytool/ring/ring.hpp"

#include <algorithm>

#include "emulator/crypto/certificates/chain.hpp"

namespace ringside::keytool {

const RingMember* member_of(const RingSource& source, const std::string& alias) {
  const auto found = std::find_if(source.members.begin(), source.members.end(),
                                  [&](const RingMember& member) { return member.alias == alias; });
  return found == source.members.end() ? nullptr : &*found;
}

bool is_in_icsf(const RingMember& member) {
  using racf::datalib::KeyType;
  const KeyType type = member.entry.key_type;
  return type != KeyType::none && type != KeyType::clear && type != KeyType::ecc_clear;
}

bool is_key_entry(const RingMember& member, const RingType& type) {
  return member.entry.private_key && (type.sees_icsf_keys || !is_in_icsf(member));
}

std::vector<std::size_t> chain_of(const RingSource& source, std::size_t place) {
  std::vector<std::size_t> chain{place};
  while (chain.size() < crypto::longest_chain && !source.members[chain.back()].certificate.is_self_issued()) {
    const X509& last = source.members[chain.back()].certificate;
    const auto issuer = std::find_if(source.members.begin(), source.members.end(), [&](const RingMember& member) {
      return member.certificate.subject == last.issuer && member.certificate.der() != last.der() &&
             last.certificate.is_signed_by(member.certificate.certificate.public_key());
    });
    if (issuer == source.members.end()) break;
    chain.push_back(static_cast<std::size_t>(issuer - source.members.begin()));
  }
  return chain;
}

}  // namespace ringside::keytool

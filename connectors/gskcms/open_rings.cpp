// connectors/gskcms/open_rings.cpp - the key rings that this process has open, by handle.
#include "connectors/gskcms/open_rings.hpp"

#include <algorithm>

#include "emulator/racf/datalib/ring_reader.hpp"

namespace ringside::connectors::gskcms {
namespace {

using racf::datalib::Entry;
using racf::datalib::KeyType;
using racf::datalib::Service;

constexpr int without_notrust = 0;  // version of the parameter list of DataGetFirst

Member member_of(Entry&& entry) {
  Member member{std::move(entry.label), crypto::Certificate::from_stored(entry.certificate)};
  if (entry.key_type == KeyType::clear || entry.key_type == KeyType::ecc_clear) member.key = entry.private_key;
  return member;
}

racf::datalib::Answer<std::vector<Member>> members_of(Service& service, const std::string& owner,
                                                      const std::string& ring) {
  auto first = service.data_get_first(owner, ring, {}, without_notrust);
  if (!first && first.error().codes == racf::datalib::no_certificate) return std::vector<Member>{};
  if (!first) return tl::make_unexpected(std::move(first.error()));
  std::vector<Member> members;
  members.push_back(member_of(std::move(first->entry)));
  for (auto next = service.data_get_next(first->token); next; next = service.data_get_next(first->token))
    members.push_back(member_of(*std::move(next)));
  static_cast<void>(service.data_abort_query(first->token));
  return members;
}

}  // namespace

Answer<const Member*> OpenRing::member(const std::string& label) const {
  if (label.empty()) return fail(CMSERR_BAD_LABEL);
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const Member& each) { return each.label == label; });
  if (found == members.end()) return fail(CMSERR_RECORD_NOT_FOUND);
  return &*found;
}

std::vector<crypto::Certificate> OpenRing::with_issuers(const crypto::Certificate& certificate) const {
  std::vector<crypto::Certificate> all;
  for (const Member& member : members) all.push_back(member.certificate);
  std::vector<crypto::Certificate> chain = racf::chain_on_ring(certificate, all, read_at);
  chain.insert(chain.begin(), certificate);
  return chain;
}

Answer<OpenRing> read_ring(Turn& turn, const std::string& name) {
  const auto lab = turn.lab();
  if (!lab) {
    turn.tell(lab.error());
    return fail(status_of(lab.error().codes));
  }
  const std::size_t slash = name.find('/');
  const std::string owner = slash == std::string::npos ? turn.settings().user : name.substr(0, slash);
  const std::string ring = slash == std::string::npos ? name : name.substr(slash + 1);
  auto members = members_of((*lab)->service(), owner, ring);
  if (!members) {
    turn.tell(members.error());
    return fail(status_of(members.error().codes));
  }
  return OpenRing{*std::move(members), (*lab)->lab().now()};
}

OpenRings& OpenRings::of_process() {
  static OpenRings rings;
  return rings;
}

gsk_handle OpenRings::add(OpenRing ring) {
  rings_.insert_or_assign(++last_, std::move(ring));
  return reinterpret_cast<gsk_handle>(last_);  // NOLINT(performance-no-int-to-ptr): a number that programs keep
}

const OpenRing* OpenRings::find(gsk_handle handle) const {
  const auto found = rings_.find(reinterpret_cast<std::uintptr_t>(handle));
  return found == rings_.end() ? nullptr : &found->second;
}

bool OpenRings::remove(gsk_handle handle) {
  return rings_.erase(reinterpret_cast<std::uintptr_t>(handle)) > 0;
}

}  // namespace ringside::connectors::gskcms

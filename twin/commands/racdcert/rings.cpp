// twin/commands/racdcert/rings.cpp - RACDCERT ADDRING, DELRING, CONNECT and REMOVE that lead from the rings of a system
// to those of another.
#include "twin/commands/racdcert/rings.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "emulator/racf/racdcert/usage.hpp"
#include "twin/commands/racdcert/held_certificates.hpp"

namespace ringside::twin {
namespace {

using database::ListedMember;
using database::Ring;

bool is_same_certificate(const ListedMember& left, const ListedMember& right) {
  return left.owner == right.owner && left.label == right.label;
}

bool is_same(const ListedMember& left, const ListedMember& right) {
  return is_same_certificate(left, right) && left.usage == right.usage && left.is_default == right.is_default;
}

void connect_member(Transition& transition, const Ring& ring, const ListedMember& member) {
  const bool usual = racf::racdcert::usual_usage({member.owner}) == member.usage;
  transition.run(fmt::format(
      "RACDCERT ID({}) CONNECT({} RING({}){}{})", ring.owner, owner_and_label(member.owner, member.label), ring.name,
      usual ? "" : fmt::format(" USAGE({})", to_string(member.usage)), member.is_default ? " DEFAULT" : ""));
}

void remove(Transition& transition, const Ring& ring, const ListedMember& member) {
  transition.run(fmt::format("RACDCERT ID({}) REMOVE({} RING({}))", ring.owner,
                             owner_and_label(member.owner, member.label), ring.name));
}

/// How many members at the start are the same certificates in the same order.
std::size_t same_start(const std::vector<ListedMember>& left, const std::vector<ListedMember>& right) {
  std::size_t count = 0;
  while (count < left.size() && count < right.size() && is_same_certificate(left[count], right[count])) ++count;
  return count;
}

bool has_member(const std::vector<ListedMember>& members, const ListedMember& member) {
  return std::any_of(members.begin(), members.end(),
                     [&](const ListedMember& each) { return is_same_certificate(each, member); });
}

/// Removes what does not belong there. What is behind the first member out of order is removed and connected again.
void put_members(Transition& transition, const Ring& ring, std::int64_t wanted_ring) {
  const auto wanted = transition.wanted().rings.listed_members(wanted_ring);
  std::vector<ListedMember> kept;
  for (const ListedMember& member : transition.now().rings.listed_members(ring.id)) {
    if (has_member(wanted, member))
      kept.push_back(member);
    else
      remove(transition, ring, member);
  }
  const std::size_t same = same_start(kept, wanted);
  for (std::size_t at = same; at < kept.size(); ++at) remove(transition, ring, kept[at]);
  for (std::size_t at = 0; at < wanted.size(); ++at)
    if (at >= same || !is_same(kept[at], wanted[at])) connect_member(transition, ring, wanted[at]);
}

}  // namespace

void put_rings(Transition& transition) {
  for (const Ring& wanted : transition.wanted().rings.by_owner("")) {
    if (!transition.now().rings.find(wanted.owner, wanted.name))
      transition.run(fmt::format("RACDCERT ID({}) ADDRING({})", wanted.owner, wanted.name));
    if (const auto ring = transition.now().rings.find(wanted.owner, wanted.name))
      put_members(transition, *ring, wanted.id);
  }
}

void delete_rings(Transition& transition) {
  for (const Ring& ring : transition.now().rings.by_owner(""))
    if (!transition.wanted().rings.find(ring.owner, ring.name))
      transition.run(fmt::format("RACDCERT ID({}) DELRING({})", ring.owner, ring.name));
}

}  // namespace ringside::twin

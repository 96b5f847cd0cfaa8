// emulator/racf/racdcert/rings/rings.cpp - RACDCERT ADDRING, DELRING and LISTRING.
#include "emulator/racf/racdcert/rings/rings.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "emulator/racf/datalib/seen_rings.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/listing.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::string_view all_rings = "*";

void list_members(Context& context, const database::Ring& ring) {
  const auto members = context.database().rings.listed_members(ring.id);
  if (members.empty()) {
    context.line("  *** No certificates connected ***");
    return;
  }
  context.line("  Certificate Label Name             Cert Owner     USAGE      DEFAULT");
  context.line("  --------------------------------   ------------   --------   -------");
  // A capture of 3.1 has the blank lines, those of earlier levels do not (rulings).
  const bool spaced = context.rules().ring_blank_lines && context.rules().level >= lab::RacfLevel::v3r1;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (spaced && i != 0) context.line("");
    context.line(fmt::format("  {:<32}   {:<12}   {:<8}     {:<3}  ", displayable(members[i].label),
                             Owner{members[i].owner}.operand(), to_string(members[i].usage),
                             members[i].is_default ? "YES" : "NO"));
  }
}

void list_rings(Context& context, const Owner& owner, const std::vector<database::Ring>& rings) {
  context.line("");
  context.line("Digital ring information for " + owner.phrase() + ":");
  for (const database::Ring& ring : rings) {
    context.line("");
    context.line("  Ring:");
    list_name(context, ring.name);
    list_members(context, ring);
    const std::string remark = SeenRings(context.session()).stale_remark({ring.owner, ring.name});
    if (!remark.empty()) context.diagnose(remark);
  }
  context.line("");
}

// Where granular profiles decide, LISTRING leaves out rings that the issuer of the command has no authority to list.
bool may_list(Context& context, const Owner& owner, const database::Ring& ring) {
  return may_use_ring(context, "LISTRING", owner, ring.name, level_for(context, owner));
}

tl::unexpected<Refusal> no_ring(const std::string& name, int return_code = 0) {
  constexpr auto id = MessageId::irrd114i;
  return tl::make_unexpected(Refusal{id, cut_ring_name(id, {name}, 0), return_code});
}

}  // namespace

RingOperands read_ring(const Request& request) {
  return {request.owner, request.function.value()};
}

std::vector<std::string> cut_ring_name(MessageId id, std::vector<std::string> inserts, std::size_t ring) {
  const std::string name = std::exchange(inserts.at(ring), "");
  const std::size_t others = base::count_characters(messages().number(id) + " " + messages().text(id, inserts));
  const std::size_t room = rules::message_line_characters - std::min(others, rules::message_line_characters);
  inserts[ring] = base::first_characters(name, room);
  return inserts;
}

Result<database::Ring> find_ring(Context& context, const Owner& owner, const std::string& name) {
  const auto ring = context.database().rings.find(owner.id, name);
  if (!ring) return no_ring(name);
  return *ring;
}

Result<void> add_ring(Context& context, const RingOperands& operands) {
  const auto& [owner, name] = operands;
  if (auto refused = authorize_ring(context, "ADDRING", owner, name); !refused) return refused;
  if (name == all_rings) return refuse(MessageId::rsd209i, "ADDRING", name, "it names the virtual key ring");
  auto& rings = context.database().rings;
  if (rings.find(owner.id, name)) return refuse(MessageId::irrd122i, name);
  rings.add(owner.id, name);
  context.changed("DIGTRING");
  return {};
}

Result<void> delete_ring(Context& context, const RingOperands& operands) {
  if (auto refused = authorize_ring(context, "DELRING", operands.owner, operands.ring); !refused) return refused;
  const auto ring = find_ring(context, operands.owner, operands.ring);
  if (!ring) return refusal_of(ring);
  context.database().rings.remove(ring->id);
  context.changed("DIGTRING");
  return {};
}

Result<void> list_ring(Context& context, const RingOperands& operands) {
  const auto& [owner, name] = operands;
  const bool one = !name.empty() && name != all_rings;
  const bool granular = is_granular(context);
  if (one || !granular)
    if (auto refused = authorize_ring(context, "LISTRING", owner, name); !refused) return refused;
  if (one) {
    const auto ring = context.database().rings.find(owner.id, name);
    if (!ring) return no_ring(name, rules::nothing_found_return_code);
    list_rings(context, owner, {*ring});
    return {};
  }
  auto rings = context.database().rings.by_owner(owner.id);
  if (rings.empty())
    return tl::make_unexpected(Refusal{MessageId::irrd115i, {owner.id}, rules::nothing_found_return_code});
  if (granular)
    std::erase_if(rings, [&, &of = owner](const database::Ring& ring) { return !may_list(context, of, ring); });
  if (rings.empty()) return refuse(MessageId::irrd101i);
  list_rings(context, owner, rings);
  return {};
}

}  // namespace ringside::racf::racdcert

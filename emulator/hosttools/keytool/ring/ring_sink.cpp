// emulator/hosttools/keytool/ring/ring_sink.cpp - stores the changes of a keytool command in a key ring.
#include "emulator/hosttools/keytool/ring/ring_sink.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/ring/ring_changes.hpp"
#include "emulator/hosttools/keytool/ring/ring_source.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"

namespace ringside::keytool {
namespace {

constexpr std::array reading = {Command::list, Command::exportcert, Command::certreq, Command::gencert};
constexpr std::array changing = {Command::delete_entry, Command::genkeypair, Command::importcert,
                                 Command::importkeystore};

RingEntry ring_entry(Tool& tool, const Entry& entry) {
  RingEntry changed{entry.alias, entry.chain.front(), entry.kind == EntryKind::private_key};
  changed.issuers = entry.chain.size() - 1;
  if (changed.is_key)
    changed.pkcs8 = recover_key(entry.key, tool.options.storepass.value_or(base::Secret())).value_or(base::Bytes());
  return changed;
}

/// The changes, with keys decrypted before the lab is locked, since that takes long.
RingChanges changes_of(Tool& tool) {
  RingChanges changes;
  for (const RingMember& member : tool.ring->source.members)
    if (tool.store().find(member.alias) == nullptr) changes.removed.push_back(member.alias);
  for (const Entry& entry : tool.store().entries())
    if (is_change(*tool.ring, entry.alias, entry.kind == EntryKind::private_key, entry.chain.front()))
      changes.changed.push_back(ring_entry(tool, entry));
  return changes;
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
  RingRemarks remarks;
  const auto stored = store_changes(ring_user(tool), *tool.ring, changes_of(tool), remarks);
  tell(tool, remarks);
  if (!stored) refuse_ring(stored.error());
}

}  // namespace ringside::keytool

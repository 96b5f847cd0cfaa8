// connectors/pkcs11/token.cpp - reads rings and ICSF tokens through R_datalib.
#include "connectors/pkcs11/token.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "base/text.hpp"
#include "connectors/caller/opened_lab.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/racf/datalib/token_ring.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using racf::RingName;
using racf::datalib::Answer;
using racf::datalib::Entry;

// TRUST and HIGHTRUST only.
constexpr int without_notrust = 0;

void remark(const Settings& settings, const std::string& text) {
  if (settings.debug) std::fputs(("ringside: " + text + "\n").c_str(), stderr);
}

Answer<std::vector<Entry>> entries_of(racf::datalib::Service& service, const RingName& ring) {
  std::vector<Entry> entries;
  auto first = service.data_get_first(ring.owner, ring.name, {}, without_notrust);
  if (!first && first.error().codes == racf::datalib::no_certificate) return entries;
  if (!first) return tl::make_unexpected(first.error());
  entries.push_back(std::move(first->entry));
  for (auto next = service.data_get_next(first->token); next; next = service.data_get_next(first->token))
    entries.push_back(*std::move(next));
  static_cast<void>(service.data_abort_query(first->token));
  std::stable_partition(entries.begin(), entries.end(), [](const Entry& entry) { return entry.is_default; });
  return entries;
}

// OpenSSL's objects are made now, so that a child process finds nothing half done.
void decode_keys(const Object& object) {
  if (object.public_key) static_cast<void>(object.public_key->handle());
  if (object.private_key) static_cast<void>(object.private_key->handle());
}

Token token_of(const RingName& ring, const std::vector<Entry>& entries, const Settings& settings) {
  const std::string name = racf::to_string(ring);
  const bool is_icsf = ring.owner == racf::datalib::token_owner;
  Token token{name, ring.name, is_icsf ? "ICSF token" : "key ring", "", {}};
  token.serial = base::hex(crypto::sha256(base::to_bytes(name))).substr(0, 16);
  for (const Entry& entry : entries) {
    if (!entry.private_key && entry.usage == racf::datalib::usage_personal)
      remark(settings, fmt::format("{}: {} has no private key of '{}'", name, settings.user, entry.label));
    for (Object& object : objects_of(entry)) {
      decode_keys(object);
      token.objects.push_back(std::move(object));
    }
  }
  return token;
}

// Those of RINGSIDE_RINGS, in its order, or all.
std::vector<RingName> wanted_rings(racf::datalib::Service& service, const Settings& settings) {
  std::vector<RingName> all = service.all_rings();
  if (settings.rings.empty()) return all;
  std::vector<RingName> wanted;
  for (const std::string& text : base::split(settings.rings, ',')) {
    const auto ring = racf::ring_name(base::trim(text));
    if (ring)
      wanted.push_back(*ring);
    else
      remark(settings, fmt::format("RINGSIDE_RINGS: '{}' is not OWNER/RING", text));
  }
  return wanted;
}

}  // namespace

Answer<std::vector<Token>> read_tokens(const Settings& settings) {
  auto opened = OpenedLab::open(settings);
  if (!opened) return tl::make_unexpected(opened.error());
  racf::datalib::Service& service = (*opened)->service();
  std::vector<Token> tokens;
  for (const RingName& ring : wanted_rings(service, settings)) {
    const auto entries = entries_of(service, ring);
    if (entries)
      tokens.push_back(token_of(ring, *entries, settings));
    else
      remark(settings, fmt::format("{}: R_datalib {}: {}", racf::to_string(ring), to_string(entries.error().codes),
                                   entries.error().explanation));
  }
  return tokens;
}

}  // namespace ringside::connectors::pkcs11

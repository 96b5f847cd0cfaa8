// server/services/served_ring.cpp - reads the ring when the lab has changed, and makes TLS of it.
#include "server/services/served_ring.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "harness/doctor/cure_identity.hpp"
#include "harness/trust/explain.hpp"

namespace ringside::services {
namespace {

/// A self-signed certificate that says that it is none to trust.
crypto::Party emergency_party(base::Instant now) {
  const crypto::SystemRandomness random;
  const auto key = crypto::generate_key({crypto::KeyType::nist_ecc, 256}, random);
  const auto name = crypto::DistinguishedName::from_parts({{"CN", "Ringside cannot use the key ring"}}).value();
  const base::Instant end = now + std::chrono::days{365};
  crypto::Party party;
  party.identity = {
      crypto::issue({{0x01}, name, name, now - std::chrono::days{1}, end, key.public_key(), {}}, key, random), key, {}};
  return party;
}

/// Names what a ring gives: equal if nothing changed.
base::Bytes name_of(const racf::RingContents& contents) {
  base::Bytes all = base::to_bytes(contents.explanation);
  const auto add = [&](const crypto::Certificate& certificate) {
    const base::Bytes hash = certificate.sha256();
    all.insert(all.end(), hash.begin(), hash.end());
  };
  for (const auto& anchor : contents.party.anchors) add(anchor);
  if (const auto& identity = contents.party.identity) {
    add(identity->certificate);
    for (const auto& issuer : identity->chain) add(issuer);
  }
  return crypto::sha256(all);
}

/// The commands of the first remedy; none if only a manual step helps.
std::vector<std::string> mending_commands(lab::Lab& lab, const std::string& system, const racf::RingName& ring) {
  const harness::Endpoint endpoint{system, system, ring};
  const harness::TrustOptions options;
  auto stations = harness::read_stations(lab, {endpoint});
  harness::LinkSide side{lab, options, endpoint, stations.front()};
  const auto cure = harness::cure_identity(side, harness::explain_identity(stations.front().ring).reason);
  std::vector<std::string> commands;
  if (cure.remedies.empty()) return commands;
  for (const auto& line : cure.remedies.front().lines) commands.push_back(line.text);
  return commands;
}

}  // namespace

ServedRing::ServedRing(lab::Lab& lab, database::SystemRecord system, racf::RingName ring)
    : lab_(lab), system_(std::move(system)), ring_(std::move(ring)), emergency_(emergency_party(lab.now())) {
  refresh();
}

std::optional<std::string> ServedRing::refresh() {
  {
    const std::lock_guard lock(mutex_);
    offer_.at = lab_.now();
  }
  const auto version = lab_.data_version();
  if (version && version == version_) return std::nullopt;
  version_ = version;
  const racf::RingContents contents = racf::read_ring(lab_, system_, ring_);
  const base::Bytes seen = name_of(contents);
  if (seen == seen_) return std::nullopt;
  seen_ = seen;
  take(contents);
  if (problem_) return fmt::format("{}: {}", racf::to_string(ring_), problem_->text);
  const crypto::Certificate& certificate = party_.identity->certificate;
  return fmt::format("{}: the server shows {}, valid until {}", racf::to_string(ring_),
                     base::printable(certificate.subject().listing()),
                     base::listing_time(certificate.not_after(), lab_.zone()));
}

void ServedRing::take(const racf::RingContents& contents) {
  party_ = contents.party;
  problem_.reset();
  auto context = party_.identity ? http::TlsContext::make(http::TlsContext::Role::server, party_)
                                 : tl::make_unexpected(contents.explanation);
  if (!context) {
    problem_ = {context.error() + ".", {}};
    if (!party_.identity) problem_->commands = mending_commands(lab_, system_.name, ring_);
    context = http::TlsContext::make(http::TlsContext::Role::server, emergency_);
  }
  const std::lock_guard lock(mutex_);
  offer_ = {*context, lab_.now()};
}

http::TlsOffer ServedRing::offer() const {
  const std::lock_guard lock(mutex_);
  return offer_;
}

std::optional<crypto::Certificate> ServedRing::ca() const {
  if (!party_.identity) return std::nullopt;
  const auto& chain = party_.identity->chain;
  const crypto::Certificate& top = chain.empty() ? party_.identity->certificate : chain.back();
  return top.is_self_signed() ? std::optional(top) : std::nullopt;
}

std::string ServedRing::ca_fingerprint() const {
  const auto top = ca();
  return top ? base::hex(top->sha256()) : "";
}

}  // namespace ringside::services

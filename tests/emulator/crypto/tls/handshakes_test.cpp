// tests/emulator/crypto/tls/handshakes_test.cpp - many handshakes give what each of them gives alone, on any number of
// threads.
#include "emulator/crypto/tls/handshakes.hpp"

#include <gmock/gmock.h>

#include "emulator/crypto/keys/key_generate.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using namespace test;

Certificate old_root(const std::string& name) {
  return make_root(subject(name), {.from = day(2000, 1, 1), .to = day(2060, 1, 1)});
}
Party party(const std::string& name, const std::string& issuer, const std::vector<std::string>& anchors,
            const IssueOptions& options = {}) {
  Party made;
  made.identity = Identity{make_certificate(subject(name), subject(issuer), options), subject(name).key, {}};
  for (const std::string& anchor : anchors) made.anchors.push_back(old_root(anchor));
  return made;
}

/// What a person could tell two outcomes apart by.
std::string told(const HandshakeOutcome& outcome) {
  std::string text = outcome.trusted ? "trusted; " : "refused; ";
  for (const SideResult* side : {&outcome.client, &outcome.server}) {
    text += side->accepted ? "accepted, " : "not accepted, ";
    text += side->finished_handshake ? "finished, " : "not finished, ";
    text += std::to_string(side->verify_error) + ", " + side->verify_text + ", " + side->failed_subject + ", " +
            side->alert_received + ", " + side->error + "; ";
  }
  return text + outcome.host_note;
}

class Handshakes : public ::testing::TestWithParam<unsigned> {
 protected:
  Handshakes() {
    parties_ = {party("jupiter 1", "jupiter", {"jupiter", "saturn"}),
                party("jupiter 2", "jupiter", {"jupiter"}),
                party("saturn 1", "saturn", {"saturn", "jupiter"}),
                party("expired", "saturn", {"jupiter", "saturn"}, {.to = day(2021, 1, 1)}),
                party("no identity", "saturn", {"jupiter", "saturn"}),
                party("no anchors", "jupiter", {})};
    parties_[4].identity.reset();
    parties_[5].any_anchor = false;
    for (const Party& each : parties_) hosts_.push_back({&each, "HOST" + std::to_string(hosts_.size())});
    for (const TlsVersion version : {TlsVersion::tls12, TlsVersion::tls13})
      for (std::size_t client = 0; client < parties_.size(); ++client)
        for (std::size_t server = 0; server < parties_.size(); ++server) meetings_.push_back({client, server, version});
  }

  void expect_the_same(bool mutual, bool verify_host) {
    const base::Instant at = day(2025, 6, 1);
    const auto outcomes = handshakes(hosts_, meetings_, {mutual, at, verify_host, GetParam()});
    ASSERT_EQ(outcomes.size(), meetings_.size());
    std::size_t trusted = 0;
    for (std::size_t n = 0; n < meetings_.size(); ++n) {
      const auto& [client, server, version] = meetings_[n];
      HandshakeOptions alone{version, mutual, at, std::nullopt};
      if (verify_host) alone.verify_host = hosts_[server].name;
      EXPECT_EQ(told(outcomes[n]), told(handshake(parties_[client], parties_[server], alone, hosts_[server].name)))
          << client << " to " << server;
      if (outcomes[n].trusted) ++trusted;
    }
    EXPECT_EQ(trusted > 0, !verify_host);  // no certificate names its host
    EXPECT_LT(trusted, meetings_.size());
  }

  std::vector<Party> parties_;
  std::vector<Host> hosts_;
  std::vector<Meeting> meetings_;
};
INSTANTIATE_TEST_SUITE_P(Threads, Handshakes, ::testing::Values(0u, 1u, 2u, 8u));

TEST_P(Handshakes, GiveWhatEachGivesAlone) {
  expect_the_same(false, false);
}

TEST_P(Handshakes, GiveWhatEachGivesAloneWhenBothShowACertificate) {
  expect_the_same(true, false);
}

TEST_P(Handshakes, LookAtTheNameOfEachHost) {
  expect_the_same(false, true);
}

TEST(HandshakesOfNobody, AreNone) {
  EXPECT_TRUE(handshakes({}, {}, {}).empty());
}

// One client with one trust set: two chains that begin with the same certificate are two chains.
TEST(HandshakesOfOneClient, JudgeEveryChainByAllOfIt) {
  const Party client = [] {
    Party made;
    made.anchors = {old_root("jupiter")};
    return made;
  }();
  Party whole = party("leaf", "middle", {});
  Party cut_off = whole;
  whole.identity->chain = {make_certificate(subject("middle"), subject("jupiter"), {.is_ca = true})};
  const std::vector<Host> hosts = {{&client, ""}, {&cut_off, ""}, {&whole, ""}};
  const std::vector<Meeting> meetings = {
      {0, 1, TlsVersion::tls13}, {0, 2, TlsVersion::tls13}, {0, 1, TlsVersion::tls13}, {0, 2, TlsVersion::tls12}};
  const auto outcomes = handshakes(hosts, meetings, {false, day(2025, 6, 1), false, 1});
  EXPECT_FALSE(outcomes[0].trusted);
  EXPECT_TRUE(outcomes[1].trusted) << told(outcomes[1]);
  EXPECT_FALSE(outcomes[2].trusted);
  EXPECT_TRUE(outcomes[3].trusted);
}

}  // namespace
}  // namespace ringside::crypto

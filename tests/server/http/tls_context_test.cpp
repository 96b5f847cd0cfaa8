// tests/server/http/tls_context_test.cpp - the security level that the certificates of a party ask for.
#include "server/http/tls_context.hpp"

#include <future>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "tests/server/http/test_server.hpp"

namespace ringside::http {
namespace {

crypto::Identity with_key(crypto::KeySpec spec) {
  const crypto::SystemRandomness random;
  const auto key = crypto::generate_key(spec, random);
  const auto name = crypto::DistinguishedName::from_parts({{"CN", "weak"}}).value();
  return {crypto::issue({{0x01}, name, name, test::now, test::now + std::chrono::days{1}, key.public_key(), {}}, key,
                        random),
          key,
          {}};
}

int level_of(const crypto::Party& party) {
  const auto context = TlsContext::make(TlsContext::Role::server, party);
  return context ? (*context)->security_level() : -1;
}

TEST(TlsContext, HasTheHighestLevelThatItsCertificatesAllow) {
  const auto strong = test::self_signed("strong");
  EXPECT_EQ(level_of(test::party_of(strong)), 2);
  EXPECT_EQ(level_of(test::party_of(with_key({crypto::KeyType::rsa, 2048}))), 2);
  EXPECT_EQ(level_of(test::party_of(with_key({crypto::KeyType::rsa, 1024}))), 1);
  EXPECT_EQ(level_of(test::party_of(with_key({crypto::KeyType::rsa, 512}))), 0);
  EXPECT_EQ(level_of(test::party_of(strong, {with_key({crypto::KeyType::rsa, 1024}).certificate})), 1)
      << "a CA of clients counts too";
}

/// Both sides of a handshake in this thread.
bool shake_hands(const TlsContext& server, const TlsContext& client) {
  const crypto::Owned<SSL, SSL_free> one(SSL_new(server.handle())), other(SSL_new(client.handle()));
  BIO *of_one = nullptr, *of_other = nullptr;
  if (BIO_new_bio_pair(&of_one, 0, &of_other, 0) != 1) return false;
  SSL_set_bio(one.get(), of_one, of_one);
  SSL_set_bio(other.get(), of_other, of_other);
  for (const SSL* side : {one.get(), other.get()})
    X509_VERIFY_PARAM_set_time(SSL_get0_param(const_cast<SSL*>(side)), test::now.time_since_epoch().count());
  SSL_set_accept_state(one.get());
  SSL_set_connect_state(other.get());
  for (int turn = 0; turn < 10; ++turn) {
    const bool client_is_done = SSL_do_handshake(other.get()) == 1;
    const bool server_is_done = SSL_do_handshake(one.get()) == 1;
    if (client_is_done && server_is_done) return true;
  }
  return false;
}

// A ring that changes ends contexts, while the threads that used them go on; a server waited for such a thread forever.
TEST(TlsContext, ThreadsThatUsedItMayEndAfterIt) {
  const auto identity = test::self_signed("localhost");
  for (int round = 0; round < 30; ++round) {
    auto server = TlsContext::make(TlsContext::Role::server, test::party_of(identity)).value();
    auto client = TlsContext::make(TlsContext::Role::client, {std::nullopt, {identity.certificate}}).value();
    std::promise<bool> shaken;
    std::promise<void> gone;
    std::thread thread([&] {
      shaken.set_value(shake_hands(*server, *client));
      gone.get_future().wait();
    });
    EXPECT_TRUE(shaken.get_future().get());
    server.reset();
    client.reset();
    const std::vector<std::string> reused(1'000, std::string(500, '\x55'));
    gone.set_value();
    thread.join();
  }
}

TEST(TlsContext, SaysWhyAKeyCannotBeUsed) {
  auto mixed = test::self_signed("one");
  mixed.key = test::self_signed("other").key;
  const auto context = TlsContext::make(TlsContext::Role::server, test::party_of(mixed));
  ASSERT_FALSE(context);
  EXPECT_EQ(context.error(), "key values mismatch");
}

}  // namespace
}  // namespace ringside::http

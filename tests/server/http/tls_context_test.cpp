// tests/server/http/tls_context_test.cpp - the security level that the certificates of a party ask for.
#include "server/http/tls_context.hpp"

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

TEST(TlsContext, SaysWhyAKeyCannotBeUsed) {
  auto mixed = test::self_signed("one");
  mixed.key = test::self_signed("other").key;
  const auto context = TlsContext::make(TlsContext::Role::server, test::party_of(mixed));
  ASSERT_FALSE(context);
  EXPECT_EQ(context.error(), "key values mismatch");
}

}  // namespace
}  // namespace ringside::http

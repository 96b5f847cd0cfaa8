// tests/base/secret_test.cpp - secrets do not print, and do not stay behind in memory.
#include "base/secret.hpp"

#include <cstring>
#include <new>
#include <ostream>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <gtest/gtest.h>

namespace ringside::base {
namespace {

template <typename T>
concept Streams = requires(std::ostream& out, const T& value) {
  out << value;
};
template <typename T>
concept Appends = requires(std::string& text, const T& value) {
  text += value;
};

// The checks themselves tell the difference.
static_assert(Streams<std::string> && Appends<std::string> && fmt::is_formattable<std::string>::value);

static_assert(!Streams<Secret>, "a secret must not go to a stream");
static_assert(!Appends<Secret>, "a secret must not be added to a text");
static_assert(!fmt::is_formattable<Secret>::value, "a secret must not be formatted");
static_assert(!std::is_convertible_v<Secret, std::string> && !std::is_convertible_v<Secret, std::string_view>);
static_assert(!std::is_convertible_v<std::string, Secret>, "a secret is made on purpose");

TEST(Secret, IsRevealedByNameAndCopiedWhole) {
  Secret password(std::string("correct horse battery staple"));
  const Secret copy = password;
  password = Secret(std::string("other"));
  EXPECT_EQ(copy.reveal(), "correct horse battery staple");
  EXPECT_EQ(password.reveal(), "other");
  EXPECT_TRUE(Secret().empty());
}

TEST(Secret, AssigningToItselfKeepsIt) {
  Secret password(std::string("secret"));
  const Secret& same = password;
  password = same;
  EXPECT_EQ(password.reveal(), "secret");
}

bool holds(const unsigned char* memory, std::size_t size, std::string_view text) {
  return std::string_view(reinterpret_cast<const char*>(memory), size).find(text) != std::string_view::npos;
}

// A short value lies inside the object, where it can be looked for.
TEST(Secret, AShortValueIsGoneFromWhereItWasMoved) {
  alignas(Secret) unsigned char memory[sizeof(Secret)] = {};
  auto* source = new (memory) Secret(std::string("hunter2"));
  ASSERT_TRUE(holds(memory, sizeof memory, "hunter2"));
  const Secret target = std::move(*source);
  EXPECT_FALSE(holds(memory, sizeof memory, "unter2"));
  EXPECT_EQ(target.reveal(), "hunter2");
  source->~Secret();
}

TEST(Secret, AShortValueIsWipedWhenItGoes) {
  alignas(Secret) unsigned char memory[sizeof(Secret)] = {};
  auto* secret = new (memory) Secret(std::string("hunter2"));
  secret->~Secret();
  EXPECT_FALSE(holds(memory, sizeof memory, "unter2"));
}

}  // namespace
}  // namespace ringside::base

// tests/server/services/json_body_test.cpp - JSON that clients send.
#include "server/services/json_body.hpp"

#include <gtest/gtest.h>

namespace ringside::services {
namespace {

TEST(JsonBody, IsAnObject) {
  const auto json = json_object(R"({"a": "b", "c": 1})");
  ASSERT_TRUE(json);
  EXPECT_EQ(text_of(*json, "a"), "b");
  EXPECT_EQ(text_of(*json, "c"), "");
  EXPECT_EQ(text_of(*json, "none"), "");
  EXPECT_NE(member(*json, "c"), nullptr);
  for (const char* text : {"", "[]", "1", "{", "{\"a\"}", "{\"a\": }", "nonsense"})
    EXPECT_FALSE(json_object(text)) << text;
}

TEST(JsonBody, OneOverALimitIsRefused) {
  const auto nested = [](int depth) {
    return "{\"a\": " + std::string(static_cast<std::size_t>(depth - 1), '[') +
           std::string(static_cast<std::size_t>(depth - 1), ']') + "}";
  };
  EXPECT_TRUE(json_object(nested(most_json_depth)));
  EXPECT_FALSE(json_object(nested(most_json_depth + 1)));
  EXPECT_TRUE(json_object("{\"a\": \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"}"));
  const std::string filled = "{}" + std::string(most_json_bytes - 2, ' ');
  EXPECT_TRUE(json_object(filled));
  EXPECT_FALSE(json_object(filled + " "));
}

}  // namespace
}  // namespace ringside::services

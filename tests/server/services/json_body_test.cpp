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
  const auto nested = [](std::size_t depth) {
    return "{\"a\": " + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
  };
  EXPECT_TRUE(json_object(nested(most_json_depth)));
  EXPECT_FALSE(json_object(nested(most_json_depth + 1)));
  EXPECT_TRUE(json_object("{\"a\": \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"}"));
  const std::string filled = "{}" + std::string(most_json_bytes - 2, ' ');
  EXPECT_TRUE(json_object(filled));
  EXPECT_FALSE(json_object(filled + " "));
  const auto with_members = [](std::size_t count) {
    std::string text = "{";
    for (std::size_t at = 0; at < count; ++at) text += (at == 0 ? "\"m" : ",\"m") + std::to_string(at) + "\":1";
    return text + "}";
  };
  EXPECT_TRUE(json_object(with_members(most_json_members)));
  EXPECT_FALSE(json_object(with_members(most_json_members + 1)));
}

TEST(JsonBody, HasEveryNameOnce) {
  EXPECT_FALSE(json_object(R"({"a": 1, "a": 2})"));
  EXPECT_FALSE(json_object(R"({"x": {"a": 1, "b": 2, "a": 1}})"));
  EXPECT_TRUE(json_object(R"({"a": {"a": ["a:", "a"]}, "b": [{"a": 1}, {"a": 2}]})"));
}

TEST(JsonBody, IsUtf8WithNumbersThatCanBeHeld) {
  EXPECT_FALSE(json_object("{\"a\": \"\xff\"}"));
  EXPECT_FALSE(json_object("{\"a\": \"\xed\xa0\x80\"}"));
  EXPECT_FALSE(json_object("{\"a\": 1e999}"));
  EXPECT_TRUE(json_object("{\"a\": \"\xc3\xa9\"}"));
}

}  // namespace
}  // namespace ringside::services

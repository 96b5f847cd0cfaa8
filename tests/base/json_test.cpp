// tests/base/json_test.cpp - JSON values: their text, their order, what is refused.
#include "base/json.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"

namespace ringside::base {
namespace {

TEST(JsonValue, AnObjectKeepsTheOrderOfItsMembers) {
  Json json = {{"z", 1}, {"a", "text"}};
  json["m"] = true;
  json["a"] = Json();
  EXPECT_EQ(json.text(), "{\n  \"z\": 1,\n  \"a\": null,\n  \"m\": true\n}");
}

TEST(JsonValue, OnePairIsAnObjectAndAVectorIsAnArray) {
  const std::vector<std::string> words = {"one", "two"};
  const Json json = {{"pair", {{"id", "text"}}}, {"words", words}, {"none", Json::array()}, {"empty", Json::object()}};
  EXPECT_EQ(json.text(),
            "{\n  \"pair\": {\n    \"id\": \"text\"\n  },\n  \"words\": [\n    \"one\",\n    \"two\"\n  ],\n"
            "  \"none\": [],\n  \"empty\": {}\n}");
}

TEST(JsonValue, IsWrittenOnOneLineToo) {
  const Json json = {{"text", "a \" b \\ \n c"}, {"list", Json::array({1, "x y"})}, {"none", Json()}};
  EXPECT_EQ(json.compact(), "{\"text\":\"a \\\" b \\\\ \\n c\",\"list\":[1,\"x y\"],\"none\":null}");
}

TEST(JsonValue, NullBecomesWhatIsAddedToIt) {
  Json json;
  json["list"].push_back(1);
  json["list"].push_back({{"id", "x"}});
  EXPECT_EQ(json.text(), "{\n  \"list\": [\n    1,\n    {\n      \"id\": \"x\"\n    }\n  ]\n}");
}

TEST(JsonValue, UpdateReplacesMembersOfTheSameNameInTheirPlace) {
  Json json = {{"a", 1}, {"b", 2}};
  json.update({{"c", 3}, {"a", "new"}});
  EXPECT_EQ(json.text(), "{\n  \"a\": \"new\",\n  \"b\": 2,\n  \"c\": 3\n}");
}

TEST(JsonValue, ReplacesOctetsThatAreNotUtf8) {
  EXPECT_EQ(Json("a\xff\"\n\x01"
                 "b")
                .text(),
            "\"a\uFFFD\\\"\\n\\u0001b\"");
}

TEST(JsonValue, ReadsBackWhatItWrote) {
  const Json json = Json::array({{{"a", -5}, {"b", Json::array({true, Json(), "\u00e4"})}}, Json::object()});
  EXPECT_EQ(Json::parse(json.text()).text(), json.text());
  EXPECT_THROW(static_cast<void>(Json::parse("{\"a\": ")), Fault);
  EXPECT_EQ(Json::parse("1.5").text(), "1.5");
}

TEST(JsonValue, RefusesToAddToOtherKinds) {
  Json text = "text";
  EXPECT_THROW(text["a"] = 1, Fault);
  EXPECT_THROW(text.push_back(1), Fault);
  EXPECT_THROW(text.update({{"a", 1}}), Fault);
}

}  // namespace
}  // namespace ringside::base

// tests/server/page/page_test.cpp - the page as a response: headers that forbid what it does not need, and 304.
#include "server/page/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/page/live_script.hpp"

namespace ringside::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::Optional;

const Page page{"<!DOCTYPE html>", "\"a1\""};

TEST(PageResponse, AllowsItsOwnScriptAndStyleOnly) {
  const http::Response response = page_response({"GET", "/"}, page);
  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.body, page.html);
  EXPECT_THAT(
      response.headers.find("Content-Security-Policy"),
      Optional(AllOf(HasSubstr("default-src 'none'"), HasSubstr("script-src 'sha256-"), Not(HasSubstr("unsafe")),
                     HasSubstr("style-src 'sha256-"), HasSubstr("frame-ancestors 'none'"))));
  for (const auto& [name, value] : {std::pair{"X-Content-Type-Options", "nosniff"},
                                    {"Referrer-Policy", "no-referrer"},
                                    {"Cache-Control", "no-store"},
                                    {"ETag", "\"a1\""},
                                    {"Content-Type", "text/html; charset=UTF-8"}})
    EXPECT_EQ(response.headers.find(name), value) << name;
}

TEST(PageResponse, IsNotSentAgainToOneWhoHasIt) {
  http::Request request{"GET", "/"};
  request.headers.add("if-none-match", "\"a1\"");
  const http::Response same = page_response(request, page);
  EXPECT_EQ(same.status, 304U);
  EXPECT_EQ(same.body, "");
  EXPECT_EQ(same.headers.find("ETag"), "\"a1\"");
  EXPECT_EQ(page_response(request, {"<!DOCTYPE html>", "\"b2\""}).status, 200U);
}

TEST(PageResponse, ASystemWithoutAUsableRingSaysWhatIsMissing) {
  const http::Response response = trouble_response(
      {"SYSA", 10443, {"IZUSVR", "R"}, "ring IZUSVR/R does not exist.", {"RACDCERT ID(IZUSVR) ADDRING(R)"}});
  EXPECT_EQ(response.status, 503U);
  EXPECT_THAT(response.body, HasSubstr("SYSA: the server cannot use ring IZUSVR/R"));
  EXPECT_THAT(response.body, HasSubstr("<pre>RACDCERT ID(IZUSVR) ADDRING(R)</pre>"));
  EXPECT_TRUE(response.headers.find("Content-Security-Policy"));
}

TEST(PageResponse, TheScriptCannotEndItsElement) {
  EXPECT_THAT(std::string(live_script), Not(HasSubstr("</")));
}

}  // namespace
}  // namespace ringside::page

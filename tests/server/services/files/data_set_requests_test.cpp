// tests/server/services/files/data_set_requests_test.cpp - data sets are made like others, copied and renamed.
#include "server/services/files/data_set_requests.hpp"

#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

using testing::HasSubstr;

class DataSetRequests : public test_support::ServiceTest {
 protected:
  DataSetRequests() {
    for (const char* name : {"A.ONE", "A.TWO"}) send("POST", ds + name, R"({"dsorg":"PS","recfm":"FB","lrecl":80})");
    send("POST", ds + "A.LIB", R"({"dsorg":"PO","recfm":"FB","lrecl":80})");
    send("PUT", ds + "A.ONE", "one\n");
    send("PUT", ds + "A.LIB(M)", "member\n");
  }
  http::Response request(const std::string& what, const std::string& to, const base::Json& from, bool replace = false) {
    return send_json("PUT", ds + to, {{"request", what}, {"from-dataset", from}, {"replace", replace}});
  }
  std::string read(const std::string& name) { return send("GET", ds + name).body; }
};

TEST_F(DataSetRequests, ADataSetIsMadeLikeAnother) {
  EXPECT_EQ(send("POST", ds + "A.LIKE", R"({"like":"A.LIB","lrecl":100})").status, 201U);
  const auto made = lab_.session().data_sets.find("A.LIKE");
  EXPECT_TRUE(made->is_library);
  EXPECT_EQ(made->record_length, 100);
  EXPECT_EQ(send("POST", ds + "A.OTHER", R"({"like":"A.NONE"})").status, 404U);
}

TEST_F(DataSetRequests, ADataSetIsNotMadeTwiceOrWithWrongAttributes) {
  const auto twice = send("POST", ds + "A.ONE", R"({"dsorg":"PS"})");
  EXPECT_EQ(twice.status, 500U);
  EXPECT_EQ(value(twice, "message"), "Dynamic allocation Error");
  EXPECT_THAT(twice.body, HasSubstr("IGD17101I"));
  for (const char* wrong :
       {R"({"dsorg":"XX"})", R"({"recfm":"Q"})", R"({"recfm":"VB","lrecl":4})", R"({"lrecl":99999})"})
    EXPECT_EQ(send("POST", ds + "A.NEW", wrong).status, 500U) << wrong;
  EXPECT_EQ(send("POST", ds + "A.NEW", "[]").status, 400U);
}

TEST_F(DataSetRequests, ADataSetALibraryAndAMemberGetANewName) {
  EXPECT_EQ(request("rename", "A.NEW", {{"dsn", "A.ONE"}}).status, 200U);
  EXPECT_EQ(read("A.NEW"), "one\n");
  EXPECT_EQ(send("GET", ds + "A.ONE").status, 404U);
  EXPECT_EQ(request("rename", "A.LIB(N)", {{"dsn", "A.LIB"}, {"member", "m"}}).status, 200U);
  EXPECT_EQ(request("rename", "A.LIB2", {{"dsn", "A.LIB"}}).status, 200U);
  EXPECT_EQ(read("A.LIB2(N)"), "member\n");
  EXPECT_EQ(request("rename", "A.TWO", {{"dsn", "A.NEW"}}).status, 500U);
  EXPECT_EQ(request("rename", "A.X", {{"dsn", "A.NONE"}}).status, 404U);
  EXPECT_EQ(request("rename", "A.LIB2(X)", {{"dsn", "A.NEW"}}).status, 500U);
}

TEST_F(DataSetRequests, RecordsAndMembersAreCopied) {
  EXPECT_EQ(request("copy", "A.TWO", {{"dsn", "A.ONE"}}).status, 200U);
  EXPECT_EQ(read("A.TWO"), "one\n");
  EXPECT_EQ(request("copy", "A.LIB(M)", {{"dsn", "A.ONE"}}).status, 500U);
  EXPECT_EQ(request("copy", "A.LIB(M)", {{"dsn", "A.ONE"}}, true).status, 200U);
  EXPECT_EQ(read("A.LIB(M)"), "one\n");
  EXPECT_EQ(request("copy", "A.NONE", {{"dsn", "A.ONE"}}).status, 404U);
  EXPECT_EQ(request("copy", "A.TWO", {{"dsn", "A.LIB"}, {"member", "NONE"}}).status, 404U);
  EXPECT_EQ(request("copy", "A.TWO", {{"dsn", "A.LIB"}}).status, 500U);
}

TEST_F(DataSetRequests, OtherRequestsAreRefused) {
  EXPECT_EQ(request("hmigrate", "A.ONE", {}).status, 400U);
  EXPECT_EQ(request("copy", "A.ONE", {}).status, 400U);
}

}  // namespace
}  // namespace ringside::services

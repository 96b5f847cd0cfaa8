// tests/server/services/files/unix_files_test.cpp - UNIX files of a z/OS system over REST.
#include "server/services/files/unix_files.hpp"

#include "base/percent.hpp"
#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class UnixFileServices : public test_support::ServiceTest {
 protected:
  std::string list(const std::string& path) { return send("GET", fs + "?path=" + base::percent_encoded(path)).body; }
  http::Response request(const std::string& path, const base::Json& body) { return send_json("PUT", fs + path, body); }
};

TEST_F(UnixFileServices, AreWrittenReadAndDeleted) {
  EXPECT_EQ(send("PUT", fs + "/tmp/a%20b", "one\n", {{"Content-Type", "text/plain"}}).status, 201U);
  EXPECT_EQ(send("PUT", fs + "/tmp/a%20b", "two\n").status, 204U);
  const auto read = send("GET", fs + "/tmp/a%20b");
  EXPECT_EQ(read.body, "two\n");
  EXPECT_EQ(send("PUT", fs + "/tmp/a%20b", "x", {{"If-Match", "0"}}).status, 412U);
  EXPECT_EQ(send("DELETE", fs + "/tmp/a%20b").status, 204U);
  EXPECT_EQ(send("GET", fs + "/tmp/a%20b").status, 404U);
}

TEST_F(UnixFileServices, AreSearchedAndReadInPart) {
  send("PUT", fs + "/tmp/f", "one\ntwo\nthree");
  EXPECT_EQ(send("GET", fs + "/tmp/f").body, "one\ntwo\nthree");
  EXPECT_EQ(send("GET", fs + "/tmp/f?search=TW").body, "two\nthree\n");
  EXPECT_EQ(send("GET", fs + "/tmp/f?research=%5Etwo%24&maxreturnsize=1").body, "two\n");
  EXPECT_EQ(send("GET", fs + "/tmp/f?search=none").body, "");
  EXPECT_EQ(send("GET", fs + "/tmp/f", {}, {{"X-IBM-Record-Range", "0-1"}}).body, "one\ntwo\n");
  EXPECT_EQ(send("GET", fs + "/tmp/f?search=a&research=a").status, 400U);
}

TEST_F(UnixFileServices, AreListed) {
  send("POST", fs + "/tmp/d", R"({"type":"directory","mode":"rwxr-x---"})");
  send("PUT", fs + "/tmp/d/f", "12345");
  EXPECT_THAT(list("/tmp/d"), AllOf(HasSubstr("\"name\":\"f\""), HasSubstr("\"size\":5"), HasSubstr("\"name\":\"..\""),
                                    HasSubstr("\"drwxr-x---\""), HasSubstr("\"totalRows\":3")));
  EXPECT_THAT(list("/tmp/d/f"), AllOf(HasSubstr("-rw-r--r--"), HasSubstr("\"returnedRows\":1")));
  EXPECT_EQ(send("GET", fs).status, 400U);
  EXPECT_EQ(send("GET", fs + "?path=/none").status, 404U);
}

TEST_F(UnixFileServices, DirectoriesAreMadeAndRemoved) {
  EXPECT_EQ(send("POST", fs + "/tmp/d", R"({"type":"directory"})").status, 201U);
  EXPECT_EQ(send("POST", fs + "/tmp/d", R"({"type":"directory"})").status, 500U);
  EXPECT_EQ(send("POST", fs + "/tmp/d/f", R"({"type":"file","mode":"644"})").status, 201U);
  EXPECT_EQ(send("POST", fs + "/tmp/x", R"({"type":"pipe"})").status, 400U);
  EXPECT_EQ(send("POST", fs + "/tmp/x", R"({"type":"file","mode":"rwz"})").status, 400U);
  EXPECT_EQ(send("DELETE", fs + "/tmp/d").status, 500U);
  EXPECT_EQ(send("DELETE", fs + "/tmp/d", {}, {{"X-IBM-Option", "recursive"}}).status, 204U);
}

TEST_F(UnixFileServices, HaveUtilities) {
  send("PUT", fs + "/tmp/f", "text\n");
  EXPECT_EQ(request("/tmp/f", {{"request", "chmod"}, {"mode", "rwx------"}}).status, 200U);
  EXPECT_THAT(list("/tmp/f"), HasSubstr("-rwx------"));
  EXPECT_THAT(request("/tmp/f", {{"request", "chtag"}, {"action", "list"}}).body,
              HasSubstr("- untagged    T=off /tmp/f"));
  EXPECT_EQ(request("/tmp/g", {{"request", "copy"}, {"from", "/tmp/f"}}).status, 200U);
  EXPECT_EQ(request("/tmp/h", {{"request", "move"}, {"from", "/tmp/g"}}).status, 200U);
  EXPECT_EQ(send("GET", fs + "/tmp/h").body, "text\n");
  EXPECT_EQ(send("GET", fs + "/tmp/g").status, 404U);
  EXPECT_EQ(request("/tmp/f", {{"request", "getfacl"}}).status, 400U);
}

TEST_F(UnixFileServices, BelongToTheCallerAndAreProtectedByTheirMode) {
  lab_.must("ADDUSER USER1 OMVS(UID(11) HOME(/u/user1))");
  lab_.must("ADDUSER USER2 OMVS(UID(12) HOME(/u/user2))");
  user_ = "USER1";
  EXPECT_EQ(send("PUT", fs + "/u/user1/f", "x").status, 201U);
  EXPECT_THAT(list("/u/user1/f"), AllOf(HasSubstr("\"user\":\"USER1\""), HasSubstr("\"uid\":11")));
  user_ = "USER2";
  EXPECT_THAT(send("PUT", fs + "/u/user1/f", "y").body, HasSubstr("Permission denied"));
}

}  // namespace
}  // namespace ringside::services

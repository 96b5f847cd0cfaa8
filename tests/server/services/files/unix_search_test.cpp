// tests/server/services/files/unix_search_test.cpp - lists of UNIX files with filters.
#include "server/services/files/unix_search.hpp"

#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

class UnixSearch : public test_support::ServiceTest {
 protected:
  void SetUp() override {
    for (const char* path : {"/tmp/d", "/tmp/d/sub"}) send("POST", fs + path, R"({"type":"directory"})");
    send("PUT", fs + "/tmp/d/a.txt", "12345");
    send("PUT", fs + "/tmp/d/sub/b.txt", std::string(2'000, 'x'));
    send("PUT", fs + "/tmp/d/sub/c", "");
  }
  /// The names that a list with this query has, with blanks between them.
  std::string found(const std::string& query) {
    const auto response = send("GET", fs + "?path=/tmp/d&" + query);
    const auto body = json_object(response.body);
    const base::Json* items = body ? member(*body, "items") : nullptr;
    if (items == nullptr) return std::to_string(response.status);
    std::string names;
    for (const base::Json& item : std::get<base::Json::Array>(items->value()))
      names += (names.empty() ? "" : " ") + text_of(item, "name");
    return names;
  }
};

TEST_F(UnixSearch, FindsFilesOfAllLevelsByName) {
  EXPECT_EQ(found("name=*"), "a.txt sub sub/b.txt sub/c");
  EXPECT_EQ(found("name=*.txt"), "a.txt sub/b.txt");
  EXPECT_EQ(found("name=%3F.txt"), "a.txt sub/b.txt");
  EXPECT_EQ(found("name=*&depth=1"), "a.txt sub");
  EXPECT_EQ(found("name=none"), "");
}

TEST_F(UnixSearch, FiltersByWhatTheFilesAre) {
  EXPECT_EQ(found("type=d"), "sub");
  EXPECT_EQ(found("type=f&name=*.txt"), "a.txt sub/b.txt");
  EXPECT_EQ(found("size=%2B1K"), "sub/b.txt");
  EXPECT_EQ(found("type=f&size=-1"), "sub/c");
  EXPECT_EQ(found("size=5"), "a.txt");
  EXPECT_EQ(found("perm=755"), "sub");
  EXPECT_EQ(found("mtime=0&depth=1"), "a.txt sub");
  EXPECT_EQ(found("mtime=%2B1"), "");
  EXPECT_EQ(found("user=nobody"), "");
  EXPECT_EQ(found("group=nobody"), "");
  EXPECT_EQ(found("user=ibmuser&depth=1"), "a.txt sub");
}

TEST_F(UnixSearch, RefusesFiltersThatItCannotRead) {
  EXPECT_EQ(found("size=large"), "400");
  EXPECT_EQ(found("perm=9"), "400");
  EXPECT_EQ(found("name=*&depth=x"), "400");
}

}  // namespace
}  // namespace ringside::services

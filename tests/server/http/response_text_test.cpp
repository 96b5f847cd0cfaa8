// tests/server/http/response_text_test.cpp - a response as it is sent.
#include "server/http/response_text.hpp"

#include <gtest/gtest.h>

namespace ringside::http {
namespace {

TEST(ResponseText, HasItsFraming) {
  EXPECT_EQ(response_text({201, {{"A", "b"}}, "text"}, true, false),
            "HTTP/1.1 201 Created\r\nA: b\r\nContent-Length: 4\r\nConnection: keep-alive\r\n\r\ntext");
  EXPECT_EQ(response_text({404, {}, "text"}, false, true),
            "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(response_text({204, {}, "text"}, true, false), "HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n");
}

TEST(ResponseText, DoesNotLetAHeaderEndEarly) {
  EXPECT_EQ(response_text({204, {{"A", "b\r\nC: d"}}, ""}, true, false),
            "HTTP/1.1 204 No Content\r\nA: bC: d\r\nConnection: keep-alive\r\n\r\n");
}

}  // namespace
}  // namespace ringside::http

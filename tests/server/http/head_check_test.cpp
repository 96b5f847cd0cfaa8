// tests/server/http/head_check_test.cpp - heads of requests that mean the same to every server, and others.
#include "server/http/head_check.hpp"

#include <gtest/gtest.h>

#include "tests/server/http/malformed_requests.hpp"

namespace ringside::http {
namespace {

const std::string begin = "PUT /zosmf/RACD#$@(M)?a=*& HTTP/1.1\r\nHost: x\r\n";

TEST(HeadCheck, TakesWhatClientsSend) {
  for (const char* fields :
       {"", "Content-Length: 5\r\n", "content-length:0\r\n", "Content-Length: \t5 \r\n",
        "Transfer-Encoding: chunked\r\n", "transfer-encoding:CHUNKED\r\n",
        "X-IBM-JCL-Symbol-A: \xc3\xa9 and\ta tab\r\n", "A:\r\n", "X!#$%&'*+-.^_`|~1: y\r\n", "A: b\r\nA: c\r\n"})
    EXPECT_EQ(head_fault(begin + fields + "\r\n"), std::nullopt) << fields;
  EXPECT_EQ(head_fault("GET / HTTP/1.0\r\n\r\n"), std::nullopt) << "HTTP/1.0 has no Host header";
}

TEST(HeadCheck, SaysWhatIsWrong) {
  struct Row {
    std::string fields, fault;
  };
  for (const Row& row :
       {Row{"A: b\r\n c\r\n", "a header is folded"}, Row{"A : b\r\n", "the name of a header is malformed"},
        Row{"A: \x01\r\n", "a header has control characters"}, Row{"Host: x\r\n", "there are two Host headers"},
        Row{"Content-Length: 1\r\nContent-Length: 1\r\n", "there are two Content-Length headers"},
        Row{"Content-Length: 1x\r\n", "Content-Length is no number"},
        Row{"Transfer-Encoding: gzip\r\n", "Transfer-Encoding is not chunked"},
        Row{"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "Content-Length stands beside Transfer-Encoding"},
        Row{"A: b\nC: d\r\n", "a line does not end with CR LF"}})
    EXPECT_EQ(head_fault(begin + row.fields + "\r\n"), row.fault);
  EXPECT_EQ(head_fault("GET / HTTP/1.1\r\n\r\n"), "no Host header");
  EXPECT_EQ(head_fault("GET /\r\n\r\n"), "the request line is malformed");
  EXPECT_EQ(head_fault("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), "HTTP/1.0 has no Transfer-Encoding");
}

TEST(HeadCheck, RefusesEveryHeaderAndFramingOfTheTable) {
  for (const std::string& header : test::malformed_headers()) {
    if (header.starts_with("Expect")) continue;  // well formed, and refused later
    EXPECT_TRUE(head_fault(begin + header + "\r\n\r\n")) << testing::PrintToString(header);
  }
  for (const std::string& framing : test::ambiguous_framing())
    EXPECT_TRUE(head_fault(begin + framing + "\r\n\r\n")) << testing::PrintToString(framing);
}

}  // namespace
}  // namespace ringside::http

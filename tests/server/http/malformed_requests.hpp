// tests/server/http/malformed_requests.hpp - a table of what is no request: some of it is the beginning of one.
#pragma once

#include <string>
#include <vector>

namespace ringside::http::test {

/// Request lines, each before "Host: x" and a blank line.
inline std::vector<std::string> malformed_request_lines() {
  std::vector<std::string> lines = {"GET",
                                    "GET ",
                                    "GET /",
                                    "GET / ",
                                    "GET /  HTTP/1.1",
                                    "GET  / HTTP/1.1",
                                    " GET / HTTP/1.1",
                                    "\tGET / HTTP/1.1",
                                    "GET\t/ HTTP/1.1",
                                    "GET /\tHTTP/1.1",
                                    "GET / HTTP/1.1 ",
                                    "GET / HTTP/1.1\t",
                                    " / HTTP/1.1",
                                    "/ HTTP/1.1",
                                    "HTTP/1.1",
                                    "GET /a b HTTP/1.1",
                                    "GET / HTTP/2.0",
                                    "GET / HTTP/3.0",
                                    "GET / HTTP/1.2.3",
                                    "GET / HTTP/1",
                                    "GET / HTTP/",
                                    "GET / HTTP/1.",
                                    "GET / HTTP/.1",
                                    "GET / HTTP/11",
                                    "GET / HTTP/-1.1",
                                    "GET / HTTP/1,1",
                                    "GET / HTTP/x.y",
                                    "GET / HTTP/0.9",
                                    "GET / http/1.1",
                                    "GET / HTTQ/1.1",
                                    "GET / HTTPS/1.1",
                                    "GET / FTP/1.1",
                                    "GET http://x/ HTTP/1.1",
                                    "GET https://x/zosmf/info HTTP/1.1",
                                    "GET x HTTP/1.1",
                                    "GET ?a=b HTTP/1.1",
                                    "GET #a HTTP/1.1",
                                    "GET * HTTP/1.1",
                                    "OPTIONS * HTTP/1.1",
                                    "CONNECT localhost:443 HTTP/1.1",
                                    "G(T / HTTP/1.1",
                                    "G\"T / HTTP/1.1",
                                    "G,T / HTTP/1.1",
                                    "G:T / HTTP/1.1",
                                    "{} / HTTP/1.1",
                                    "G\xc3\xa9T / HTTP/1.1",
                                    "PRI * HTTP/2.0",
                                    "GET / HTTP/1.1 HTTP/1.1",
                                    "GET / HTTP/1.1\rX: y",
                                    "SSH-2.0-OpenSSH_9.2",
                                    "{\"a\": 1}",
                                    "<html></html>",
                                    std::string("GET /\0 HTTP/1.1", 15),
                                    std::string("G\0T / HTTP/1.1", 14)};
  for (const char control : {'\x01', '\x07', '\x08', '\x0b', '\x0c', '\x1b', '\x7f'})
    lines.push_back(std::string("GET /a") + control + "b HTTP/1.1");
  return lines;
}

/// Request targets: percent signs that are not followed by two hex digits, and an encoded NUL.
inline std::vector<std::string> malformed_targets() {
  return {"/%",
          "/%0",
          "/%g0",
          "/%0g",
          "/%%",
          "/%%30",
          "/%2",
          "/a%",
          "/%u0041",
          "/%-1",
          "/%+1",
          "/% 1",
          "/%0x",
          "/%00",
          "/a%00b",
          "/%2500%00",
          "/?%",
          "/?a=%zz",
          "/?a=1&%4",
          "/?a=%00",
          "/?%00=a",
          "/?%=1",
          "/zosmf/restfiles/fs/u/%",
          "/zosmf/restjobs/jobs/%2"};
}

/// Headers, each behind "GET / HTTP/1.1" and "Host: x".
inline std::vector<std::string> malformed_headers() {
  std::vector<std::string> headers = {"A",
                                      "A b",
                                      ": b",
                                      " : b",
                                      "A : b",
                                      "A\t: b",
                                      " A: b",
                                      "\tA: b",
                                      "A: b\r\n c",
                                      "A: b\r\n\tc",
                                      "A: b\r\n \r\nB: c",
                                      "(A): b",
                                      "A/B: c",
                                      "A@B: c",
                                      "A[0]: b",
                                      "{A}: b",
                                      "\"A\": b",
                                      "A,B: c",
                                      "A;B: c",
                                      "A=B: c",
                                      "A?: b",
                                      "A\\: b",
                                      "\xc3\xa9: b",
                                      "A: b\rc",
                                      "A: b\r\r",
                                      "A: b\nB: c",
                                      "A: b\n",
                                      "Host: y",
                                      "HOST: x",
                                      "Expect: tea",
                                      "Expect: 100-continue, tea",
                                      std::string("A\0: b", 5),
                                      std::string("A: b\0c", 6)};
  for (const char control : {'\x01', '\x08', '\x0b', '\x0c', '\x1b', '\x7f'}) {
    headers.push_back(std::string("A: b") + control);
    headers.push_back(std::string("A") + control + ": b");
  }
  return headers;
}

/// Headers that say in two ways, or in a wrong one, where the body ends. Each is behind "PUT / HTTP/1.1" and "Host: x",
/// and before a body of "0", CR LF, CR LF, which ends one in chunks.
inline std::vector<std::string> ambiguous_framing() {
  return {"Content-Length: 5\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked\r\nContent-Length: 5",
          "Content-Length: 0\r\nTransfer-Encoding: chunked",
          "content-length: 5\r\nTRANSFER-ENCODING: CHUNKED",
          "Content-Length: 5\r\nContent-Length: 5",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: 0\r\ncontent-length: 5",
          "Content-Length: 5, 5",
          "Content-Length: 5,6",
          "Content-Length: 5 5",
          "Content-Length:",
          "Content-Length: ",
          "Content-Length: -1",
          "Content-Length: +5",
          "Content-Length: 5x",
          "Content-Length: x5",
          "Content-Length: 0x5",
          "Content-Length: 5.0",
          "Content-Length: 5e0",
          "Content-Length: \"5\"",
          "Content-Length: 99999999999999999999",
          "Content-Length: 18446744073709551616",
          "Content-Length: 5;",
          "Content-Length: \xd9\xa5",
          "Content-Length : 5",
          " Content-Length: 5",
          "Content-Length\t: 5",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding: chunked, gzip",
          "Transfer-Encoding: chunked, chunked",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
          "Transfer-Encoding: identity",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding: chunked;q=1",
          "Transfer-Encoding: \"chunked\"",
          "Transfer-Encoding:",
          "Transfer-Encoding: \x0b"
          "chunked",
          "Transfer-Encoding: chunked\x0b",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding\t: chunked",
          " Transfer-Encoding: chunked",
          "Transfer-Encoding:\r\n chunked",
          "X: y\r\n Transfer-Encoding: chunked",
          "X: y\nTransfer-Encoding: chunked",
          "X: y\rTransfer-Encoding: chunked",
          "Transfer-Encoding: chun\r\n ked"};
}

/// Bodies in chunks.
inline std::vector<std::string> malformed_chunks() {
  return {"x\r\n",
          "-1\r\nx\r\n0\r\n\r\n",
          "+1\r\nx\r\n0\r\n\r\n",
          "0x1\r\nx\r\n0\r\n\r\n",
          "1h\r\nx\r\n0\r\n\r\n",
          " 1\r\nx\r\n0\r\n\r\n",
          "\r\n",
          "\r\n1\r\nx\r\n0\r\n\r\n",
          "1 x\r\nx\r\n0\r\n\r\n",
          "1\nx\n0\n\n",
          "1\rx\r0\r\r",
          "1\r\nxy\r\n0\r\n\r\n",
          "3\r\nabcd\r\n0\r\n\r\n",
          "1\r\nx0\r\n\r\n",
          "ffffffffffffffff\r\n",
          "fffffffffffffffff\r\n",
          "10000000000000000\r\nx",
          "8000000000000000\r\nx",
          "4000001\r\nx",
          "3\r\nab",
          "3\r\nabc",
          "3\r\nabc\r\n",
          "3\r\nabc\r\n0\r\n",
          "3\r\nabc\r\n0",
          ";x=y\r\n\r\n",
          "g\r\n",
          ".\r\n",
          "1.\r\nx\r\n0\r\n\r\n",
          "1,\r\nx\r\n0\r\n\r\n",
          "3\r\nabc\r\n0\r\nA: b",
          "3\r\nabc\r\n0\r\nA\r\n\r\n",
          "3\r\nabc\r\n0\r\n(A): b\r\n\r\n"};
}

/// What does not even look like HTTP, and requests that end too early.
inline std::vector<std::string> other_octets() {
  return {"\r\n\r\n\r\n",
          "\n\n",
          "\r\r",
          "\n",
          "   ",
          "G",
          "GET / HTT",
          "GET / HTTP/1.1\r\n",
          "GET / HTTP/1.1\r\nHost",
          "GET / HTTP/1.1\r\nHost: x\r\n",
          "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\nHost: x\n\n",
          "GET / HTTP/1.1\r\nHost: x\n\r\n",
          "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nab",
          "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n",
          "PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
          "\x16\x03\x01\x02\x01\x01\x01\x01\xfc\x03\x03",
          std::string("\0\0\0\0\0\0", 6),
          "\xff\xfe\xfd",
          "\x80\x2e\x01\x03\x01",
          std::string(300, 'A'),
          std::string(20'000, 'A'),
          "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(20'000, 'a') + "\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\n" + std::string(20'000, 'A') + ": b\r\n\r\n",
          [] {
            std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
            for (int i = 0; i < 5'000; ++i) many += "A: b\r\n";
            return many + "\r\n";
          }()};
}

/// All of them, whole.
inline std::vector<std::string> malformed_requests() {
  std::vector<std::string> all = other_octets();
  for (const std::string& line : malformed_request_lines()) all.push_back(line + "\r\nHost: x\r\n\r\n");
  for (const std::string& target : malformed_targets()) all.push_back("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
  for (const std::string& header : malformed_headers())
    all.push_back("GET / HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n");
  for (const std::string& framing : ambiguous_framing())
    all.push_back("PUT / HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n0\r\n\r\n");
  for (const std::string& chunks : malformed_chunks())
    all.push_back("PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
  return all;
}

}  // namespace ringside::http::test

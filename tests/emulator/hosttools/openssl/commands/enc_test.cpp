// tests/emulator/hosttools/openssl/commands/enc_test.cpp - openssl base64 and enc, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslBase64 : public OpensslBench {};

TEST_F(OpensslBase64, EncodesAndDecodesBase64) {
  expect(R"(
$ base64 <<maestro00
bWFlc3RybzAw
$ base64 -A <<maestro00\n
bWFlc3RybzAwCg==
$ base64 <<0123456789012345678901234567890123456789012345678901234567890123456789
MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3
ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OQ==
$ base64 -d <<bWFlc3RybzAw\n
maestro00
$ base64 -d -A <<bWFlc3RybzAw
maestro00
$ base64 -d -e <<x
eA==
$ enc -base64 <<x
eA==
$ enc -a -d <<eA==\n
x
$ enc -e <<as it is\n
as it is
)");
}

TEST_F(OpensslBase64, DecodesNothingWithoutALineEnd) {
  expect(R"(
$ base64 -d <<bWFlc3RybzAw
$ base64 -d <<!!!!\n
)");
}

TEST_F(OpensslBase64, ReadsAndWritesFiles) {
  expect(R"(
$ base64 -out a <<x
$ base64 -d -in a -out b
$ cat b
x
$ base64 -in nosuch
2> Can't open "nosuch" for reading, No such file or directory
[1]
$ base64 -out nosuch/x <<x
2> Can't open "nosuch/x" for writing, No such file or directory
[1]
$ base64 -foo
2> base64: Unknown cipher: foo
2> base64: Use -help for summary.
[1]
$ base64 extra
2> base64: Use -help for summary.
[1]
$ ls
644 a
644 b
)");
}

}  // namespace
}  // namespace ringside::openssl

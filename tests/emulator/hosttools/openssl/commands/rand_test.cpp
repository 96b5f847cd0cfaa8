// tests/emulator/hosttools/openssl/commands/rand_test.cpp - openssl rand, line by line as the real openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslRand : public OpensslBench {};

TEST_F(OpensslRand, RefusesWrongOptionsAndNumbers) {
  expect(R"(
$ rand -foo
2> rand: Unknown option: -foo
2> rand: Use -help for summary.
[1]
$ rand -out
2> rand: Option -out needs a value
2> rand: Use -help for summary.
[1]
$ rand 4 5
2> rand: Use -help for summary.
[1]
$ rand 8K
2> rand: Can't parse "8K" as a number
2> rand: Use -help for summary.
[1]
$ rand -5
2> rand: Unknown option: -5
2> rand: Use -help for summary.
[1]
$ rand 0
2> rand: Use -help for summary.
[1]
$ ls
)");
}

TEST_F(OpensslRand, WritesBytesAndASeed) {
  expect(R"(
$ rand
$ rand -out a
$ rand -out b 8192
$ rand -out c -rand ca.crt 8
$ rand -out d -rand nosuch 8
2> Can't load nosuch into RNG
[1]
$ rand -out e -writerand seed 16
$ rand -out nosuch/x 8
2> Can't open "nosuch/x" for writing, No such file or directory
[1]
$ ls
644 a empty
644 b
644 c
644 e
600 seed
)");
}

}  // namespace
}  // namespace ringside::openssl

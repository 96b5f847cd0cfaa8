// tests/emulator/hosttools/openssl/commands/dgst_test.cpp - openssl dgst and the names of digests, line by line as the
// real openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslDgst : public OpensslBench {};

TEST_F(OpensslDgst, PrintsEachFormOfADigest) {
  expect(R"(
$ dgst <<x
SHA256(stdin)= 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
$ dgst -sha1 server.crt
SHA1(server.crt)= 89352024f6ca7f214bdff0c9fb3df6f7678ed72f
$ dgst -md5 -c ca.crt
MD5(ca.crt)= 36:c1:2f:a7:0d:b3:ae:f9:87:aa:9f:9e:a8:54:03:c2
$ dgst -sha512 -r ca.crt server.crt
2591e5840b9d7afb8e5be2d44114150059c34caaf41da58bf2f2bdd438c3ab33243d35c2c434676c75da21638c69954dba0337f9dcf0938ae83164521c4d1837 *ca.crt
b68af32d0291c85968b9b0991af910525dc78ee7e4dc0c2a57e6e832d2450a2ebc85f93e1464f9debc3d4b98052771c0f144a9febd0884940c57524de33ce882 *server.crt
$ dgst -hex -sha224 <<\n
SHA2-224(stdin)= 48837a787f07673545d9c610bcbcd8d46a2691a71966d856c197e69e
$ sha256 ca.crt
SHA2-256(ca.crt)= e4dafe3c01cf6e44f9311c1452885d33e7b7caab1377fefd6e4aaa653c9bd1df
)");
}

TEST_F(OpensslDgst, WritesFilesAndNamesThoseThatAreMissing) {
  expect(R"(
$ sha1 nosuch ca.crt
SHA1(ca.crt)= d5c124c3abaccf92983230b9949eb347f32b244e
2> nosuch: No such file or directory
[1]
$ dgst -sha384 -out d ca.crt
$ cat d
SHA2-384(ca.crt)= 4a0d938843dde9c9ff6b1bfbd504c6857c5c3f12ee06edb9f84e573b40618f37cc23cfa8c7936e6b486619a6511e4b60
$ dgst -sha256 -binary -out b ca.crt
$ dgst -foo
2> dgst: Unknown option or message digest: foo
2> dgst: Use -help for summary.
[1]
$ ls
644 b
644 d
)");
}

}  // namespace
}  // namespace ringside::openssl

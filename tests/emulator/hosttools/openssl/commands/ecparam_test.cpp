// tests/emulator/hosttools/openssl/commands/ecparam_test.cpp - openssl ecparam, line by line as the real openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslEcparam : public OpensslBench {};

TEST_F(OpensslEcparam, PrintsParametersAndMakesKeys) {
  expect(R"(
$ ecparam -name prime256v1
-----BEGIN EC PARAMETERS-----
BggqhkjOPQMBBw==
-----END EC PARAMETERS-----
$ ecparam -name secp384r1 -noout
$ ecparam -name P-256
-----BEGIN EC PARAMETERS-----
BggqhkjOPQMBBw==
-----END EC PARAMETERS-----
$ ecparam -name prime256v1 -genkey -out a.key
$ ecparam -name secp521r1 -genkey -noout -out b.key
$ ecparam -name prime256v1 -outform DER -out c.der
$ ec -in a.key -check -noout
2> read EC key
2> EC Key valid.
$ ls
600 a.key
600 b.key
644 c.der
)");
}

TEST_F(OpensslEcparam, RefusesWrongCurvesAndOptions) {
  expect(R"(
$ ecparam -name nosuch
2> unable to generate key
[1]
$ ecparam -foo
2> ecparam: Unknown option: -foo
2> ecparam: Use -help for summary.
[1]
$ ecparam -name prime256v1 -outform FOO
2> ecparam: Bad format "FOO"
2> ecparam: Invalid format "FOO" for option -outform
2> ecparam: Use -help for summary.
[1]
)");
}

}  // namespace
}  // namespace ringside::openssl

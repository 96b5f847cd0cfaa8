// tests/emulator/hosttools/openssl/commands/genrsa_test.cpp - openssl genrsa and genpkey, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslGenrsa : public OpensslBench {};

TEST_F(OpensslGenrsa, MakesKeys) {
  expect(R"(
$ genrsa -out a.key 512
$ genrsa -traditional -out b.key 512
$ genrsa -out c.key -verbose 512
2> Generating RSA key with 512 bits
2> e is 65537 (0x010001)
$ genrsa -des3 -passout pass:maestro00 -out d.key 512
$ rsa -in a.key -check -noout
RSA key ok
$ rsa -in b.key -check -noout
RSA key ok
$ rsa -in d.key -passin pass:maestro00 -check -noout
RSA key ok
$ ls
600 a.key
600 b.key
600 c.key
600 d.key
)");
}

TEST_F(OpensslGenrsa, AsksForAPassPhraseTwice) {
  expect(R"(
$ genrsa -aes128 -out e.key 512 <<maestro00\nmaestro00\n
2> Enter PEM pass phrase:
2> Verifying - Enter PEM pass phrase:
$ genrsa -aes256 -out f.key 512 <<maestro00\nmaestro01\n
2> Enter PEM pass phrase:
2> Verifying - Enter PEM pass phrase:
2> Verify failure
[1]
$ genrsa -aes256 -out g.key 512 <<mae\nmae\n
2> Enter PEM pass phrase:
2> error:14000065:UI routines:UI_set_result_ex:result too small:You must type in 4 to 1024 characters
[1]
$ genrsa -aes256 -out h.key 512
2> Enter PEM pass phrase:
2> error:1400006B:UI routines:UI_process:processing error:while reading strings
[1]
$ rsa -in e.key -passin pass:maestro00 -check -noout
RSA key ok
$ ls
600 e.key
600 f.key empty
600 g.key empty
600 h.key empty
)");
}

TEST_F(OpensslGenrsa, RefusesWrongNumbersOptionsAndSources) {
  expect(R"(
$ genrsa -out h.key 100
2> Error setting RSA length
[1]
$ genrsa -out i.key abc
2> genrsa: Can't parse "abc" as a number
[1]
$ genrsa -out i.key 0
[1]
$ genrsa -out i.key 512 512
2> Extra arguments given.
2> genrsa: Use -help for summary.
[1]
$ genrsa -foo
2> genrsa: Unknown cipher: foo
[1]
$ genrsa -out
2> genrsa: Option -out needs a value
2> genrsa: Use -help for summary.
[1]
$ genrsa -passout foo -out i.key 512
2> Invalid password argument, missing ':' within the first 5 chars
2> Error getting password
[1]
$ genrsa -passout env:NOPE -out i.key 512
2> No environment variable NOPE
2> Error getting password
[1]
$ genrsa -passout file:nosuch -out i.key 512
2> Can't open file nosuch
2> Error getting password
[1]
$ genrsa -passout foobar:x -out i.key 512
2> Invalid password argument, missing ':' within the first 5 chars
2> Error getting password
[1]
$ genrsa -out nosuch/i.key 512
2> genrsa: Can't open "nosuch/i.key" for writing, No such file or directory
[1]
$ ls
600 h.key empty
)");
}

class OpensslGenpkey : public OpensslBench {};

TEST_F(OpensslGenpkey, MakesKeysOfEachAlgorithm) {
  expect(R"(
$ genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:512 -out a.key
$ genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out b.key
$ genpkey -algorithm ED25519 -out c.key
$ genpkey -algorithm X448 -outform DER -out d.der
$ genpkey -algorithm EC -pkeyopt group:P-384 -aes256 -pass pass:secret -out e.key
$ pkey -in e.key -passin pass:secret -noout -check
Key is valid
$ pkey -in b.key -noout -check
Key is valid
$ ls
600 a.key
600 b.key
600 c.key
600 d.der
600 e.key
)");
}

TEST_F(OpensslGenpkey, RefusesWrongAlgorithmsAndParameters) {
  expect(R"(
$ genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:100
2> genpkey: Error setting rsa_keygen_bits:100 parameter:
[1]
$ genpkey -algorithm EC -pkeyopt group:nosuch
2> genpkey: Error generating EC key
[1]
$ genpkey -algorithm EC
2> genpkey: Error generating EC key
[1]
$ genpkey -algorithm ED25519 -pkeyopt a:b
2> genpkey: Error setting a:b parameter:
[1]
$ genpkey -algorithm foo
2> Error initializing foo context
[1]
$ genpkey
2> genpkey: Use -help for summary.
[1]
$ genpkey -algorithm EC -pkeyopt group:P-384 -aes256 -pass foo
2> Invalid password argument, missing ':' within the first 5 chars
2> Error getting password
[1]
$ genpkey -algorithm EC -pkeyopt group:P-384 -outform FOO
2> genpkey: Bad format "FOO"
2> genpkey: Invalid format "FOO" for option -outform
2> genpkey: Use -help for summary.
[1]
$ genpkey -algorithm EC -pkeyopt group:P-384 extra
2> genpkey: Use -help for summary.
[1]
$ ls
)");
}

}  // namespace
}  // namespace ringside::openssl

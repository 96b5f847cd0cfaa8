// tests/emulator/hosttools/openssl/commands/req_key_test.cpp - openssl req makes keys, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslReqKey : public OpensslBench {};

TEST_F(OpensslReqKey, MakesKeys) {
  expect(R"(
$ req -new -newkey rsa:512 -nodes -keyout d.key -subj /CN=z -out d.csr
2> ....+++++
2> ....+++++
2> -----
$ req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout f.key -passout pass:secret -subj /CN=z -out f.csr
2> -----
$ req -new -newkey rsa:512 -keyout g.key -subj /CN=z -out g.csr <<secret\nsecret\n
2> ....+++++
2> ....+++++
2> Enter PEM pass phrase:
2> Verifying - Enter PEM pass phrase:
2> -----
$ req -new -newkey rsa:100 -nodes -keyout e.key -subj /CN=z
2> Error setting keysize
[1]
$ req -new -newkey foo -nodes -keyout e.key -subj /CN=z
2> Error allocating keygen context
[1]
$ req -new -newkey ec -nodes -keyout e.key -subj /CN=z
2> req: Error generating ec key
[1]
$ req -new -newkey ec:nosuch -nodes -keyout e.key -subj /CN=z
2> Cannot open parameter file nosuch
[1]
$ ls
644 d.csr
600 d.key
644 f.csr
600 f.key
644 g.csr
600 g.key
)");
}

}  // namespace
}  // namespace ringside::openssl

// tests/emulator/hosttools/openssl/commands/verify_test.cpp - openssl verify, line by line as the real openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslVerify : public OpensslBench {};

TEST_F(OpensslVerify, FollowsThePathToACa) {
  expect(R"(
$ verify -CAfile ca.crt server.crt
server.crt: OK
$ verify -trusted ca.crt server.crt
server.crt: OK
$ verify -partial_chain -CAfile server.crt server.crt
server.crt: OK
$ verify -CAfile ca.crt -show_chain server.crt
server.crt: OK
Chain:
depth=0: C = IT, O = Site, CN = www.site.example (untrusted)
depth=1: C = IT, O = Site, CN = Site CA
$ verify server.crt
2> C = IT, O = Site, CN = www.site.example
2> error 20 at 0 depth lookup: unable to get local issuer certificate
2> error server.crt: verification failed
[2]
$ verify -CAfile server.crt server.crt
2> C = IT, O = Site, CN = www.site.example
2> error 20 at 0 depth lookup: unable to get local issuer certificate
2> error server.crt: verification failed
[2]
$ verify ca.crt
2> C = IT, O = Site, CN = Site CA
2> error 18 at 0 depth lookup: self-signed certificate
2> error ca.crt: verification failed
[2]
)");
}

TEST_F(OpensslVerify, ChecksTheTime) {
  expect(R"(
$ verify -CAfile ca.crt expired.crt server.crt
server.crt: OK
2> C = IT, O = Site, CN = www.site.example
2> error 10 at 0 depth lookup: certificate has expired
2> error expired.crt: verification failed
[2]
$ verify -CAfile ca.crt -no_check_time expired.crt
expired.crt: OK
$ verify -CAfile ca.crt -attime 0 server.crt
2> C = IT, O = Site, CN = Site CA
2> error 9 at 1 depth lookup: certificate is not yet valid
2> error server.crt: verification failed
[2]
$ verify -CAfile ca.crt -nameopt RFC2253 expired.crt
2> CN=www.site.example,O=Site,C=IT
2> error 10 at 0 depth lookup: certificate has expired
2> error expired.crt: verification failed
[2]
)");
}

TEST_F(OpensslVerify, ChecksPurposesAndNames) {
  expect(R"(
$ verify -CAfile ca.crt -purpose sslserver server.crt
server.crt: OK
$ verify -CAfile ca.crt -purpose sslclient server.crt
2> C = IT, O = Site, CN = www.site.example
2> error 26 at 0 depth lookup: unsuitable certificate purpose
2> error server.crt: verification failed
[2]
$ verify -CAfile ca.crt -purpose foo server.crt
2> verify: Invalid purpose foo
[1]
$ verify -CAfile ca.crt -verify_hostname www.site.example server.crt
server.crt: OK
$ verify -CAfile ca.crt -verify_hostname other server.crt
2> C = IT, O = Site, CN = www.site.example
2> error 62 at 0 depth lookup: hostname mismatch
2> error server.crt: verification failed
[2]
$ verify -CAfile ca.crt -verify_ip 10.1.2.4 server.crt
2> C = IT, O = Site, CN = www.site.example
2> error 64 at 0 depth lookup: IP address mismatch
2> error server.crt: verification failed
[2]
$ verify -CAfile ca.crt -verify_email web@site.example server.crt
server.crt: OK
)");
}

TEST_F(OpensslVerify, HoldsToStricterRules) {
  expect(R"(
$ verify -CAfile ca.crt -crl_check server.crt
2> C = IT, O = Site, CN = www.site.example
2> error 3 at 0 depth lookup: unable to get certificate CRL
2> error server.crt: verification failed
[2]
$ verify -CAfile ca.crt -x509_strict server.crt
server.crt: OK
$ verify -CAfile ca.crt -auth_level 2 server.crt
2> C = IT, O = Site, CN = www.site.example
2> error 66 at 0 depth lookup: EE certificate key too weak
2> error server.crt: verification failed
[2]
$ verify -CAfile ca.crt -verify_depth 0 server.crt
server.crt: OK
)");
}

TEST_F(OpensslVerify, NamesFilesThatCannotBeRead) {
  expect(R"(
$ verify -trusted ca.crt -CAfile ca.crt server.crt
2> verify: Cannot use -trusted with -CAfile, -CApath or -CAstore
[1]
$ verify -CAfile nosuch server.crt
2> Error loading file nosuch
[1]
$ verify -CAfile ca.key server.crt
2> Error loading file ca.key
[1]
$ verify -CAfile ca.crt -untrusted nosuch server.crt
2> Could not open file or uri for loading certs of untrusted certificates from nosuch
[1]
$ verify -CAfile ca.crt -untrusted rsa.key server.crt
2> Could not read any untrusted certificates from rsa.key
[1]
$ verify -CAfile ca.crt nosuch
2> Could not open file or uri for loading certificate file from nosuch
2> Unable to load certificate file
[2]
$ verify -CAfile ca.crt rsa.key
2> Could not read certificate file from rsa.key
2> Unable to load certificate file
[2]
$ verify -CAfile ca.crt
2> Could not read certificate file from <stdin>
2> Unable to load certificate file
[2]
$ verify -foo
2> verify: Unknown option: -foo
2> verify: Use -help for summary.
[1]
$ verify -CAfile
2> verify: Option -CAfile needs a value
2> verify: Use -help for summary.
[1]
)");
}

}  // namespace
}  // namespace ringside::openssl

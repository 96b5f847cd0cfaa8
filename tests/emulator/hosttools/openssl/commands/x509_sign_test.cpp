// tests/emulator/hosttools/openssl/commands/x509_sign_test.cpp - openssl x509 signs, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslX509Sign : public OpensslBench {};

TEST_F(OpensslX509Sign, SignsARequest) {
  expect(R"(
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 5 -days 10
-----BEGIN CERTIFICATE-----
MIIB1DCCAT0CAQUwDQYJKoZIhvcNAQELBQAwLjELMAkGA1UEBhMCSVQxDTALBgNV
BAoMBFNpdGUxEDAOBgNVBAMMB1NpdGUgQ0EwHhcNMTcwNzE0MDI0MDAwWhcNMTcw
NzI0MDI0MDAwWjA3MQswCQYDVQQGEwJJVDENMAsGA1UECgwEU2l0ZTEZMBcGA1UE
AwwQd3d3LnNpdGUuZXhhbXBsZTCBnzANBgkqhkiG9w0BAQEFAAOBjQAwgYkCgYEA
4wgnuIs6cRTmdoTLllcI5xc0LY5dWwjhj4xnQgN15nBGW7Q8QxCU0q/DzFUgrNQS
mUr/YHn8MsPsp5ySv6J0rRS8s2IVeN6CE1g3TGwbq9GQfY1uUSeB1zmNt4aBzApZ
uxUJbdMx2AQIsrOBW4Zrs0E/OCTnW4gT0q13/Oa0SpECAwEAATANBgkqhkiG9w0B
AQsFAAOBgQCbntipXmbkXSwHu4B39VxaVJP9cJ9VPIPNRypqOxm3kbVf/C9AcXPv
m1qfQ2XJr9Ij1S27O/KewyXA3wx/xzj1asrDZOKR3zfmrOxjQgXe9lS68qf030Em
o7ss53/Xzfn51jpSG0wXywqacjtAzhy0bjLbrqyoKhzkBBlkop/blA==
-----END CERTIFICATE-----
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 0x1005 -days 10 -sha512 -out a.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -in a.crt -noout -text -certopt no_pubkey,no_sigdump
Certificate:
    Data:
        Version: 1 (0x0)
        Serial Number: 4101 (0x1005)
        Signature Algorithm: sha512WithRSAEncryption
        Issuer: C = IT, O = Site, CN = Site CA
        Validity
            Not Before: Jul 14 02:40:00 2017 GMT
            Not After : Jul 24 02:40:00 2017 GMT
        Subject: C = IT, O = Site, CN = www.site.example
$ verify -CAfile ca.crt a.crt
a.crt: OK
$ ls
644 a.crt
)");
}

TEST_F(OpensslX509Sign, CopiesExtensions) {
  expect(R"(
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 5 -copy_extensions copy -noout -ext subjectAltName
X509v3 Subject Alternative Name:
    DNS:www.site.example
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -copy_extensions foo
2> Invalid extension copy option: foo
[1]
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -extfile nosuch
2> Can't open "nosuch" for reading, No such file or directory
[1]
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -extfile ca.cnf -extensions nosuch
2> Error checking extension section nosuch
[1]
)");
}

// The commonest signing line. openssl 3.0 adds what verify -x509_strict asks for.
TEST_F(OpensslX509Sign, AddsKeyIdentifiers) {
  (void)files_.write("/plain.ext", base::to_bytes("basicConstraints=CA:FALSE\n"));
  (void)files_.write("/keyid.ext", base::to_bytes("subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"));
  (void)files_.write("/ca.ext", base::to_bytes("authorityKeyIdentifier=keyid:always,issuer:always\n"));
  expect(R"(
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 5 -extfile plain.ext -out a.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -in a.crt -noout -ext subjectKeyIdentifier,authorityKeyIdentifier,basicConstraints
X509v3 Basic Constraints:
    CA:FALSE
X509v3 Subject Key Identifier:
    D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
X509v3 Authority Key Identifier:
    1D:89:A2:F9:EB:30:55:2B:29:A3:6C:A7:42:85:9E:9E:20:56:A4:51
$ verify -x509_strict -CAfile ca.crt a.crt
a.crt: OK
$ x509 -req -in server.csr -signkey rsa.key -set_serial 5 -extfile plain.ext -out b.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -in b.crt -noout -ext subjectKeyIdentifier,authorityKeyIdentifier,basicConstraints
X509v3 Basic Constraints:
    CA:FALSE
X509v3 Subject Key Identifier:
    D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
$ x509 -req -in server.csr -signkey rsa.key -set_serial 5 -extfile keyid.ext -out b.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -in b.crt -noout -ext subjectKeyIdentifier,authorityKeyIdentifier
X509v3 Subject Key Identifier:
    D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 5 -extfile ca.ext -out a.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -in a.crt -noout -ext subjectKeyIdentifier,authorityKeyIdentifier
X509v3 Authority Key Identifier:
    keyid:1D:89:A2:F9:EB:30:55:2B:29:A3:6C:A7:42:85:9E:9E:20:56:A4:51
    DirName:/C=IT/O=Site/CN=Site CA
    serial:01
X509v3 Subject Key Identifier:
    D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 5 -copy_extensions copy -out a.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -in a.crt -noout -ext subjectAltName,subjectKeyIdentifier
X509v3 Subject Alternative Name:
    DNS:www.site.example
X509v3 Subject Key Identifier:
    D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
$ req -x509 -new -key rsa.key -subj /CN=x -CA ca.crt -CAkey ca.key -config ca.cnf -extensions server -out z.crt
$ x509 -in z.crt -noout -ext subjectKeyIdentifier,authorityKeyIdentifier
X509v3 Authority Key Identifier:
    1D:89:A2:F9:EB:30:55:2B:29:A3:6C:A7:42:85:9E:9E:20:56:A4:51
X509v3 Subject Key Identifier:
    D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
)");
}

TEST_F(OpensslX509Sign, LeavesOutKeyIdentifiersThatAreNone) {
  (void)files_.write("/none.ext", base::to_bytes("basicConstraints=CA:FALSE\nsubjectKeyIdentifier=none\n"
                                                 "authorityKeyIdentifier=none\n"));
  expect(R"(
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 5 -extfile none.ext -out a.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -in a.crt -noout -ext subjectKeyIdentifier,authorityKeyIdentifier,basicConstraints
X509v3 Basic Constraints:
    CA:FALSE
$ req -x509 -new -key rsa.key -subj /CN=x -config ca.cnf -extensions ca -addext subjectKeyIdentifier=none -out z.crt
$ x509 -in z.crt -noout -ext subjectKeyIdentifier,basicConstraints
X509v3 Basic Constraints: critical
    CA:TRUE
)");
}

TEST_F(OpensslX509Sign, OldReleasesAddNoKeyIdentifiers) {
  (void)files_.write("/plain.ext", base::to_bytes("basicConstraints=CA:FALSE\n"));
  EXPECT_THAT(play("$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 5 -extfile plain.ext -out a.crt\n"
                   "$ x509 -in a.crt -noout -text\n",
                   Personality::v1_1),
              testing::Not(testing::HasSubstr("Key Identifier")));
}

TEST_F(OpensslX509Sign, TakesSerialNumbersFromAFile) {
  expect(R"(
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAserial ca.srl -out b.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
2> ca.srl: No such file or directory
[1]
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAserial ca.srl -CAcreateserial -out c.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -set_serial 0xzz
2> x509: Use -help for summary.
[1]
$ ls
644 b.crt empty
644 c.crt
644 ca.srl
)");
}

TEST_F(OpensslX509Sign, RefusesSignersThatDoNotFit) {
  expect(R"(
$ x509 -req -in server.csr -CA ca.crt -CAkey rsa.key -out c.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
2> CA certificate and CA private key do not match
[1]
$ x509 -req -in server.csr -CA ca.crt
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
2> Could not read CA private key from ca.crt
[1]
$ x509 -req -in server.csr -CA ca.crt -CAkey nosuch
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
2> Could not open file or uri for loading CA private key from nosuch
[1]
$ x509 -req -in server.csr -CA nosuch -CAkey ca.key
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
2> Could not open file or uri for loading CA certificate from nosuch
2> Unable to load CA certificate
[1]
$ x509 -req -in server.csr -CA ca.key -CAkey ca.key
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
2> Could not read CA certificate from ca.key
2> Unable to load CA certificate
[1]
$ x509 -req -in nosuch -CA ca.crt -CAkey ca.key
2> Can't open "nosuch" for reading, No such file or directory
2> Unable to load certificate request input
[1]
$ x509 -req -in ca.crt -CA ca.crt -CAkey ca.key
2> Unable to load certificate request input
[1]
$ x509 -req -in server.csr -CA ca.crt -CAkey ca.key -days -2
2> x509: -days parameter arg must be >= -1
[1]
$ ls
644 c.crt empty
)");
}

TEST_F(OpensslX509Sign, RefusesOptionsThatContradictEachOther) {
  expect(R"(
$ x509 -req -in server.csr
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
2> We need a private key to sign with, use -key or -CAkey or -CA with private key
[1]
$ x509 -req -in server.csr -CAkey ca.key -out d.crt
2> Warning: ignoring -CAkey option since -CA option is not given
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
2> Unable to write certificate
[1]
$ x509 -req -in server.csr -key rsa.key -CA ca.crt
2> Cannot use both -key/-signkey and -CA option
[1]
$ x509 -new -key rsa.key
2> The -new option requires a subject to be set using -subj
[1]
$ x509 -new -subj /CN=n
2> The -new option requires using the -key or -force_pubkey option
[1]
$ x509 -x509toreq -in server.crt
2> Must specify request signing key using -key
[1]
$ x509 -in server.crt -CA ca.crt -CAkey ca.key
2> subject=C = IT, O = Site, CN = www.site.example
2> Error with certificate - error 20 at depth 0
2> unable to get local issuer certificate
2> subject=C = IT, O = Site, CN = www.site.example
2> Error with certificate - error 21 at depth 0
2> unable to verify the first certificate
2> Error with certificate to be certified - should be self-signed
[1]
)");
}

TEST_F(OpensslX509Sign, SignsWithItsOwnKey) {
  expect(R"(
$ x509 -req -in server.csr -signkey rsa.key -set_serial 6 -days 10 -noout -subject -issuer -serial
subject=C = IT, O = Site, CN = www.site.example
issuer=C = IT, O = Site, CN = www.site.example
serial=06
2> Certificate request self-signature ok
2> subject=C = IT, O = Site, CN = www.site.example
$ x509 -new -subj /CN=n -key rsa.key -set_serial 7 -days 10 -noout -subject -issuer -enddate
subject=CN = n
issuer=CN = n
notAfter=Jul 24 02:40:00 2017 GMT
$ x509 -in server.crt -signkey rsa.key -noout -serial -subject -issuer
serial=1234
subject=C = IT, O = Site, CN = www.site.example
issuer=C = IT, O = Site, CN = www.site.example
$ x509 -x509toreq -in server.crt -signkey rsa.key
-----BEGIN CERTIFICATE REQUEST-----
MIIBdjCB4AIBADA3MQswCQYDVQQGEwJJVDENMAsGA1UECgwEU2l0ZTEZMBcGA1UE
AwwQd3d3LnNpdGUuZXhhbXBsZTCBnzANBgkqhkiG9w0BAQEFAAOBjQAwgYkCgYEA
4wgnuIs6cRTmdoTLllcI5xc0LY5dWwjhj4xnQgN15nBGW7Q8QxCU0q/DzFUgrNQS
mUr/YHn8MsPsp5ySv6J0rRS8s2IVeN6CE1g3TGwbq9GQfY1uUSeB1zmNt4aBzApZ
uxUJbdMx2AQIsrOBW4Zrs0E/OCTnW4gT0q13/Oa0SpECAwEAAaAAMA0GCSqGSIb3
DQEBCwUAA4GBAF36drv+KUbltud4VC6xG5YUiPTmLr0r9ZLFJ1rnro4+KEDltJQ2
tilRxmz/BvbwdwFthROCpOhbwfBjE9Dxu/01tJTccyWN0gqW3v9VL5rspm0BYFy7
oJ/8Lrl+9fX9Fb9Uta4WXfZDShOe9Tfe5htzRqFiYTkivfRp0G7qovGA
-----END CERTIFICATE REQUEST-----
)");
}

}  // namespace
}  // namespace ringside::openssl

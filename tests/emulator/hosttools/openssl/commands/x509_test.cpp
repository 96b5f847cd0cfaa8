// tests/emulator/hosttools/openssl/commands/x509_test.cpp - openssl x509 shows certificates, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslX509 : public OpensslBench {};

TEST_F(OpensslX509, PrintsFactsInTheOrderOfTheOptions) {
  expect(R"(
$ x509 -in server.crt -noout -subject -issuer -serial -dates
subject=C = IT, O = Site, CN = www.site.example
issuer=C = IT, O = Site, CN = Site CA
serial=1234
notBefore=Mar 20 08:53:20 2017 GMT
notAfter=Nov  9 08:53:20 2041 GMT
$ x509 -in server.crt -noout -startdate -enddate -dateopt iso_8601
notBefore=2017-03-20 08:53:20Z
notAfter=2041-11-09 08:53:20Z
$ x509 -in server.crt -noout -next_serial -email -ocsp_uri -alias
1235
web@site.example
<No Alias>
$ x509 -in server.crt -noout -hash -issuer_hash -subject_hash_old -issuer_hash_old
41755ccc
2fd22fa3
05c198ed
9e2e09d9
$ x509 -in server.crt -noout -fingerprint
SHA1 Fingerprint=37:4F:6B:89:61:18:33:99:DC:F8:6B:02:01:98:36:D0:F4:02:9E:CA
$ x509 -in server.crt -noout -fingerprint -sha256
sha256 Fingerprint=F9:F6:86:A3:A4:3F:53:57:17:51:6D:81:61:E9:EE:BA:05:07:1C:4B:2A:11:E2:C3:83:C8:EE:B7:A1:A8:1F:E5
$ x509 -in server.crt -noout -fingerprint -foo
2> Unknown digest
[1]
$ x509 -in server.crt -noout -modulus
Modulus=E30827B88B3A7114E67684CB965708E717342D8E5D5B08E18F8C67420375E670465BB43C431094D2AFC3CC5520ACD412994AFF6079FC32C3ECA79C92BFA274AD14BCB3621578DE821358374C6C1BABD1907D8D6E512781D7398DB78681CC0A59BB15096DD331D80408B2B3815B866BB3413F3824E75B8813D2AD77FCE6B44A91
$ x509 -in server.crt -noout -pubkey
-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDjCCe4izpxFOZ2hMuWVwjnFzQt
jl1bCOGPjGdCA3XmcEZbtDxDEJTSr8PMVSCs1BKZSv9gefwyw+ynnJK/onStFLyz
YhV43oITWDdMbBur0ZB9jW5RJ4HXOY23hoHMClm7FQlt0zHYBAiys4FbhmuzQT84
JOdbiBPSrXf85rRKkQIDAQAB
-----END PUBLIC KEY-----
$ x509 -in server.crt -noout -ext subjectAltName,keyUsage
X509v3 Subject Alternative Name:
    DNS:www.site.example, IP Address:10.1.2.3, email:web@site.example
X509v3 Key Usage:
    Digital Signature
$ x509 -in server.crt -noout -ext basicConstraints
2> No extensions in certificate
$ x509 -in server.crt -noout -enddate -dateopt foo
2> Invalid date format: foo
[1]
)");
}

TEST_F(OpensslX509, ChecksEndHostAndAddress) {
  expect(R"(
$ x509 -in server.crt -noout -checkend 0
Certificate will not expire
$ x509 -in expired.crt -noout -checkend 0
Certificate will expire
[1]
$ x509 -in server.crt -noout -checkhost www.site.example -checkip 10.9.9.9 -checkemail web@site.example
Hostname www.site.example does match certificate
Email web@site.example does match certificate
IP 10.9.9.9 does NOT match certificate
)");
}

TEST_F(OpensslX509, ReadsAndWritesEachForm) {
  expect(R"(
$ x509 -in server.crt -outform DER -out a.der
$ x509 -in a.der -noout -subject
subject=C = IT, O = Site, CN = www.site.example
$ x509 -in a.der -inform PEM -noout
2> Could not read certificate from a.der
2> Unable to load certificate
[1]
$ x509 -in server.crt -inform DER -noout
2> Could not read certificate from server.crt
2> Unable to load certificate
[1]
$ x509 -in server.crt -outform FOO
2> x509: Bad format "FOO"
2> x509: Invalid format "FOO" for option -outform
2> x509: Use -help for summary.
[1]
$ x509 -in nosuch -noout
2> Could not open file or uri for loading certificate from nosuch
2> Unable to load certificate
[1]
$ x509 -in rsa.key -noout
2> Could not read certificate from rsa.key
2> Unable to load certificate
[1]
$ x509 -foo
2> Could not read certificate from <stdin>
2> Unable to load certificate
[1]
$ x509 -in
2> x509: Option -in needs a value
2> x509: Use -help for summary.
[1]
$ x509 extra
2> x509: Use -help for summary.
[1]
$ ls
644 a.der
)");
}

}  // namespace
}  // namespace ringside::openssl

// tests/emulator/hosttools/openssl/commands/req_make_test.cpp - openssl req makes requests and certificates, line by
// line as the real openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslReqMake : public OpensslBench {};

TEST_F(OpensslReqMake, MakesRequests) {
  expect(R"(
$ req -new -key rsa.key -subj /C=IT/O=Site/CN=new
-----BEGIN CERTIFICATE REQUEST-----
MIIBaTCB0wIBADAqMQswCQYDVQQGEwJJVDENMAsGA1UECgwEU2l0ZTEMMAoGA1UE
AwwDbmV3MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDjCCe4izpxFOZ2hMuW
VwjnFzQtjl1bCOGPjGdCA3XmcEZbtDxDEJTSr8PMVSCs1BKZSv9gefwyw+ynnJK/
onStFLyzYhV43oITWDdMbBur0ZB9jW5RJ4HXOY23hoHMClm7FQlt0zHYBAiys4Fb
hmuzQT84JOdbiBPSrXf85rRKkQIDAQABoAAwDQYJKoZIhvcNAQELBQADgYEABEY1
beOlg7vo4uDNiFkRl/mwjtYmPfe4780JYcR3t/JMsbOWGiDfbQSq53bqWEK80Arp
sINeeVvymFhMOxuzl6l9wy0ya6yaGCh27WKsDBEC5uVBR1Mq0zXUqE0DkiFDbgFW
6QT5sZQOrifd5B52Txd/XHG3eoLqhum9YRLzbDc=
-----END CERTIFICATE REQUEST-----
$ req -new -key rsa.key -subj /CN=x -addext subjectAltName=DNS:a.example,IP:10.0.0.1 -noout -text -reqopt no_pubkey,no_sigdump
Certificate Request:
    Data:
        Version: 1 (0x0)
        Subject: CN = x
        Attributes:
            Requested Extensions:
                X509v3 Subject Alternative Name:
                    DNS:a.example, IP Address:10.0.0.1
$ req -new -key locked.key -passin pass:secret -subj /CN=x -noout -subject
subject=CN = x
$ req -new -key rsa.key -subj /CN=x -days 5 -noout
2> Ignoring -days without -x509; not generating a certificate
)");
}

TEST_F(OpensslReqMake, MakesCertificates) {
  expect(R"(
$ req -x509 -key rsa.key -subj /CN=x -set_serial 7 -days 10 -out b.crt
$ x509 -in b.crt -noout -text -certopt no_pubkey,no_sigdump
Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: 7 (0x7)
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: CN = x
        Validity
            Not Before: Jul 14 02:40:00 2017 GMT
            Not After : Jul 24 02:40:00 2017 GMT
        Subject: CN = x
        X509v3 extensions:
            X509v3 Subject Key Identifier:
                D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
            X509v3 Authority Key Identifier:
                D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
            X509v3 Basic Constraints: critical
                CA:TRUE
$ req -x509 -in server.csr -key rsa.key -copy_extensions copy -set_serial 8 -noout -subject
subject=C = IT, O = Site, CN = www.site.example
$ req -new -CA ca.crt -CAkey ca.key -key rsa.key -subj /CN=y -set_serial 9 -out c.crt
$ verify -CAfile ca.crt c.crt
c.crt: OK
$ req -x509 -key rsa.key -subj /CN=x -days 0
2> req: Non-positive number "0" for option -days
2> req: Use -help for summary.
[1]
$ req -x509 -in server.csr
2> Must provide a signature key using -key or provide -CA / -CAkey
[1]
$ ls
644 b.crt
644 c.crt
)");
}

}  // namespace
}  // namespace ringside::openssl

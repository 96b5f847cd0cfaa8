// tests/emulator/hosttools/openssl/commands/x509_show_test.cpp - names, purposes and texts of openssl x509, line by
// line as the real openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslX509Show : public OpensslBench {};

TEST_F(OpensslX509Show, PrintsNamesInEachStyle) {
  expect(R"(
$ x509 -in server.crt -noout -issuer -subject -nameopt RFC2253
issuer=CN=Site CA,O=Site,C=IT
subject=CN=www.site.example,O=Site,C=IT
$ x509 -in server.crt -noout -subject -nameopt multiline
subject=
    countryName               = IT
    organizationName          = Site
    commonName                = www.site.example
$ x509 -in server.crt -noout -subject -nameopt compat
subject=/C=IT/O=Site/CN=www.site.example
$ x509 -in server.crt -noout -subject -nameopt lname,sep_multiline
subject=
    countryName=IT
    organizationName=Site
    commonName=www.site.example
$ x509 -in server.crt -noout -subject -nameopt nosuch
2> x509: Use -help for summary.
[1]
)");
}

TEST_F(OpensslX509Show, PrintsPurposes) {
  expect(R"(
$ x509 -in ca.crt -noout -purpose
Certificate purposes:
SSL client : No
SSL client CA : Yes
SSL server : No
SSL server CA : Yes
Netscape SSL server : No
Netscape SSL server CA : Yes
S/MIME signing : No
S/MIME signing CA : Yes
S/MIME encryption : No
S/MIME encryption CA : Yes
CRL signing : Yes
CRL signing CA : Yes
Any Purpose : Yes
Any Purpose CA : Yes
OCSP helper : Yes
OCSP helper CA : Yes
Time Stamp signing : No
Time Stamp signing CA : Yes
)");
}

TEST_F(OpensslX509Show, PrintsTheWholeText) {
  expect(R"(
$ x509 -in server.crt -noout -text
Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: 4660 (0x1234)
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: C = IT, O = Site, CN = Site CA
        Validity
            Not Before: Mar 20 08:53:20 2017 GMT
            Not After : Nov  9 08:53:20 2041 GMT
        Subject: C = IT, O = Site, CN = www.site.example
        Subject Public Key Info:
            Public Key Algorithm: rsaEncryption
                Public-Key: (1024 bit)
                Modulus:
                    00:e3:08:27:b8:8b:3a:71:14:e6:76:84:cb:96:57:
                    08:e7:17:34:2d:8e:5d:5b:08:e1:8f:8c:67:42:03:
                    75:e6:70:46:5b:b4:3c:43:10:94:d2:af:c3:cc:55:
                    20:ac:d4:12:99:4a:ff:60:79:fc:32:c3:ec:a7:9c:
                    92:bf:a2:74:ad:14:bc:b3:62:15:78:de:82:13:58:
                    37:4c:6c:1b:ab:d1:90:7d:8d:6e:51:27:81:d7:39:
                    8d:b7:86:81:cc:0a:59:bb:15:09:6d:d3:31:d8:04:
                    08:b2:b3:81:5b:86:6b:b3:41:3f:38:24:e7:5b:88:
                    13:d2:ad:77:fc:e6:b4:4a:91
                Exponent: 65537 (0x10001)
        X509v3 extensions:
            X509v3 Subject Alternative Name:
                DNS:www.site.example, IP Address:10.1.2.3, email:web@site.example
            X509v3 Extended Key Usage:
                TLS Web Server Authentication
            X509v3 Key Usage:
                Digital Signature
            X509v3 Authority Key Identifier:
                1D:89:A2:F9:EB:30:55:2B:29:A3:6C:A7:42:85:9E:9E:20:56:A4:51
            X509v3 Subject Key Identifier:
                D9:26:C0:89:D5:E6:B3:C7:BC:37:CA:2B:DB:5A:2C:DF:1E:C5:37:D9
    Signature Algorithm: sha256WithRSAEncryption
    Signature Value:
        10:df:54:92:de:d4:48:57:b3:bf:5a:b6:14:1d:3d:ba:4a:a8:
        96:f0:fa:1d:9f:6c:cc:d9:c9:55:24:e2:b1:1c:2b:d2:41:ea:
        97:6c:b9:cf:80:b8:d2:7f:e3:49:3b:32:c4:9e:1f:4a:97:13:
        77:e8:12:26:66:08:2f:d5:32:1e:c9:25:0f:2b:57:ee:e7:ed:
        dc:7a:60:2f:dd:60:95:2d:e3:0a:7f:b8:83:80:8a:96:f7:0b:
        f7:6e:f1:29:c4:a2:1c:ea:8d:b6:fd:d7:0e:91:3d:42:ce:9d:
        7a:3b:e5:71:c7:84:17:e3:ab:1b:f5:07:42:df:41:06:48:13:
        a4:c7
)");
}

TEST_F(OpensslX509Show, LeavesOutPartsOfTheText) {
  expect(R"(
$ x509 -in ca.crt -noout -text -certopt no_sigdump,no_pubkey,no_version -nameopt RFC2253
Certificate:
    Data:
        Serial Number: 1 (0x1)
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: CN=Site CA,O=Site,C=IT
        Validity
            Not Before: Mar 20 08:53:20 2017 GMT
            Not After : Aug  5 08:53:20 2044 GMT
        Subject: CN=Site CA,O=Site,C=IT
        X509v3 extensions:
            X509v3 Basic Constraints: critical
                CA:TRUE
            X509v3 Key Usage: critical
                Certificate Sign, CRL Sign
            X509v3 Subject Key Identifier:
                1D:89:A2:F9:EB:30:55:2B:29:A3:6C:A7:42:85:9E:9E:20:56:A4:51
$ x509 -in server.crt -clrext -noout -text -certopt no_sigdump,no_pubkey
Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: 4660 (0x1234)
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: C = IT, O = Site, CN = Site CA
        Validity
            Not Before: Mar 20 08:53:20 2017 GMT
            Not After : Nov  9 08:53:20 2041 GMT
        Subject: C = IT, O = Site, CN = www.site.example
$ x509 -in server.crt -noout -text -certopt nosuch
2> x509: Use -help for summary.
[1]
)");
}

}  // namespace
}  // namespace ringside::openssl

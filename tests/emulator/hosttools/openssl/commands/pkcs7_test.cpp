// tests/emulator/hosttools/openssl/commands/pkcs7_test.cpp - openssl pkcs7 and crl2pkcs7, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslPkcs7 : public OpensslBench {};

TEST_F(OpensslPkcs7, PrintsItsCertificates) {
  expect(R"(
$ pkcs7 -in chain.p7b -print_certs -noout
subject=C = IT, O = Site, CN = www.site.example
issuer=C = IT, O = Site, CN = Site CA

subject=C = IT, O = Site, CN = Site CA
issuer=C = IT, O = Site, CN = Site CA

$ pkcs7 -in chain.p7b -print_certs
subject=C = IT, O = Site, CN = www.site.example
issuer=C = IT, O = Site, CN = Site CA
-----BEGIN CERTIFICATE-----
MIICdzCCAeCgAwIBAgICEjQwDQYJKoZIhvcNAQELBQAwLjELMAkGA1UEBhMCSVQx
DTALBgNVBAoMBFNpdGUxEDAOBgNVBAMMB1NpdGUgQ0EwHhcNMTcwMzIwMDg1MzIw
WhcNNDExMTA5MDg1MzIwWjA3MQswCQYDVQQGEwJJVDENMAsGA1UECgwEU2l0ZTEZ
MBcGA1UEAwwQd3d3LnNpdGUuZXhhbXBsZTCBnzANBgkqhkiG9w0BAQEFAAOBjQAw
gYkCgYEA4wgnuIs6cRTmdoTLllcI5xc0LY5dWwjhj4xnQgN15nBGW7Q8QxCU0q/D
zFUgrNQSmUr/YHn8MsPsp5ySv6J0rRS8s2IVeN6CE1g3TGwbq9GQfY1uUSeB1zmN
t4aBzApZuxUJbdMx2AQIsrOBW4Zrs0E/OCTnW4gT0q13/Oa0SpECAwEAAaOBmjCB
lzAzBgNVHREELDAqghB3d3cuc2l0ZS5leGFtcGxlhwQKAQIDgRB3ZWJAc2l0ZS5l
eGFtcGxlMBMGA1UdJQQMMAoGCCsGAQUFBwMBMAsGA1UdDwQEAwIHgDAfBgNVHSME
GDAWgBQdiaL56zBVKymjbKdChZ6eIFakUTAdBgNVHQ4EFgQU2SbAidXms8e8N8or
21os3x7FN9kwDQYJKoZIhvcNAQELBQADgYEAEN9Ukt7USFezv1q2FB09ukqolvD6
HZ9szNnJVSTisRwr0kHql2y5z4C40n/jSTsyxJ4fSpcTd+gSJmYIL9UyHsklDytX
7uft3HpgL91glS3jCn+4g4CKlvcL927xKcSiHOqNtv3XDpE9Qs6dejvlcceEF+Or
G/UHQt9BBkgTpMc=
-----END CERTIFICATE-----

subject=C = IT, O = Site, CN = Site CA
issuer=C = IT, O = Site, CN = Site CA
-----BEGIN CERTIFICATE-----
MIICFDCCAX2gAwIBAgIBATANBgkqhkiG9w0BAQsFADAuMQswCQYDVQQGEwJJVDEN
MAsGA1UECgwEU2l0ZTEQMA4GA1UEAwwHU2l0ZSBDQTAeFw0xNzAzMjAwODUzMjBa
Fw00NDA4MDUwODUzMjBaMC4xCzAJBgNVBAYTAklUMQ0wCwYDVQQKDARTaXRlMRAw
DgYDVQQDDAdTaXRlIENBMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDDrRAS
g78nEpf0+9u/m/2WlafOOCbWXeyaI48XFIaVEM3I011hgLamCwXdORXpTO3NSviD
vQ2mIFZwyMRKtoBLsf5lhax6w1RGgF8t5BrJtmgjSQPj0VXmTtHGpRh8ycBFW/Y2
hhy5zhz0FWgZTgk9/SNaNVRS6qstrPK9Q7MlcwIDAQABo0IwQDAPBgNVHRMBAf8E
BTADAQH/MA4GA1UdDwEB/wQEAwIBBjAdBgNVHQ4EFgQUHYmi+eswVSspo2ynQoWe
niBWpFEwDQYJKoZIhvcNAQELBQADgYEASGFaAFXaP6zQuG6xC4AzHqxf04ya7eSB
gAWoKO/TJD1J/yTHEBxNf8ODei0uksBAfzY8JRqnyxpphRZ0QwMj4JjQTzIjyQ4U
6PykvmPWig6z6nX9ZUt2ajpGmHreWBIieJFuG/JzYsKhqLAfogE1TIqTCHtdvaei
4MbXVPRwD1U=
-----END CERTIFICATE-----

)");
}

TEST_F(OpensslPkcs7, ConvertsAndRefuses) {
  expect(R"(
$ pkcs7 -in chain.p7b -outform DER -out a.der
$ pkcs7 -in a.der -inform DER -print_certs -noout
subject=C = IT, O = Site, CN = www.site.example
issuer=C = IT, O = Site, CN = Site CA

subject=C = IT, O = Site, CN = Site CA
issuer=C = IT, O = Site, CN = Site CA

$ pkcs7 -in chain.p7b -noout
$ pkcs7 -in ca.crt
2> unable to load PKCS7 object
[1]
$ pkcs7 -in nosuch
2> Can't open "nosuch" for reading, No such file or directory
[1]
$ pkcs7 -in chain.p7b -outform FOO
2> pkcs7: Bad format "FOO"
2> pkcs7: Invalid format "FOO" for option -outform
2> pkcs7: Use -help for summary.
[1]
$ pkcs7 -foo
2> pkcs7: Unknown option: -foo
2> pkcs7: Use -help for summary.
[1]
$ ls
644 a.der
)");
}

TEST_F(OpensslPkcs7, IsMadeOfCertificates) {
  expect(R"(
$ crl2pkcs7 -nocrl -certfile ca.crt
-----BEGIN PKCS7-----
MIICQwYJKoZIhvcNAQcCoIICNDCCAjACAQExADALBgkqhkiG9w0BBwGgggIYMIIC
FDCCAX2gAwIBAgIBATANBgkqhkiG9w0BAQsFADAuMQswCQYDVQQGEwJJVDENMAsG
A1UECgwEU2l0ZTEQMA4GA1UEAwwHU2l0ZSBDQTAeFw0xNzAzMjAwODUzMjBaFw00
NDA4MDUwODUzMjBaMC4xCzAJBgNVBAYTAklUMQ0wCwYDVQQKDARTaXRlMRAwDgYD
VQQDDAdTaXRlIENBMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDDrRASg78n
Epf0+9u/m/2WlafOOCbWXeyaI48XFIaVEM3I011hgLamCwXdORXpTO3NSviDvQ2m
IFZwyMRKtoBLsf5lhax6w1RGgF8t5BrJtmgjSQPj0VXmTtHGpRh8ycBFW/Y2hhy5
zhz0FWgZTgk9/SNaNVRS6qstrPK9Q7MlcwIDAQABo0IwQDAPBgNVHRMBAf8EBTAD
AQH/MA4GA1UdDwEB/wQEAwIBBjAdBgNVHQ4EFgQUHYmi+eswVSspo2ynQoWeniBW
pFEwDQYJKoZIhvcNAQELBQADgYEASGFaAFXaP6zQuG6xC4AzHqxf04ya7eSBgAWo
KO/TJD1J/yTHEBxNf8ODei0uksBAfzY8JRqnyxpphRZ0QwMj4JjQTzIjyQ4U6Pyk
vmPWig6z6nX9ZUt2ajpGmHreWBIieJFuG/JzYsKhqLAfogE1TIqTCHtdvaei4MbX
VPRwD1UxAA==
-----END PKCS7-----
$ crl2pkcs7 -nocrl -certfile ca.crt -certfile server.crt -outform DER -out b.der
$ crl2pkcs7 -nocrl -certfile nosuch
2> error opening the file, nosuch
2> error loading certificates
[1]
$ crl2pkcs7 -foo
2> crl2pkcs7: Unknown option: -foo
2> crl2pkcs7: Use -help for summary.
[1]
$ ls
644 b.der
)");
}

}  // namespace
}  // namespace ringside::openssl

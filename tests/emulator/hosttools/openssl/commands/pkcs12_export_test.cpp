// tests/emulator/hosttools/openssl/commands/pkcs12_export_test.cpp - openssl pkcs12 -export, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslPkcs12Export : public OpensslBench {};

TEST_F(OpensslPkcs12Export, PutsKeyAndCertificatesTogether) {
  expect(R"(
$ pkcs12 -export -inkey rsa.key -in server.crt -certfile ca.crt -name web -passout pass:secret -out e.p12
$ pkcs12 -in e.p12 -passin pass:secret -info -noout
2> MAC: sha256, Iteration 2048
2> MAC length: 32, salt length: 8
2> PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256
2> Certificate bag
2> Certificate bag
2> PKCS7 Data
2> Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256
$ pkcs12 -export -inkey rsa.key -in server.crt -chain -CAfile ca.crt -passout pass:secret -iter 5 -macalg sha512 -keypbe PBE-SHA1-3DES -certpbe NONE -out f.p12
$ pkcs12 -in f.p12 -passin pass:secret -info -noout
2> MAC: sha512, Iteration 5
2> MAC length: 64, salt length: 8
2> PKCS7 Data
2> Certificate bag
2> Certificate bag
2> PKCS7 Data
2> Shrouded Keybag: pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 5
$ pkcs12 -export -inkey locked.key -passin pass:secret -in server.crt -out g.p12 <<secret\nsecret\n
2> Enter Export Password:
2> Verifying - Enter Export Password:
$ pkcs12 -export -nokeys -in ca.crt -caname root -passout pass:secret -out i.p12
$ pkcs12 -in i.p12 -passin pass:secret
Bag Attributes
    friendlyName: root
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
$ ls
600 e.p12
600 f.p12
600 g.p12
600 i.p12
)");
}

TEST_F(OpensslPkcs12Export, RefusesWhatDoesNotFit) {
  expect(R"(
$ pkcs12 -export -inkey rsa.key -in server.crt -chain -passout pass:secret
2> Error getting chain: unable to get local issuer certificate
[1]
$ pkcs12 -export -inkey ca.key -in server.crt -passout pass:secret
2> No cert in -in file 'server.crt' matches private key
[1]
$ pkcs12 -export -inkey nosuch -in server.crt -passout pass:secret
2> Could not open file or uri for loading private key from -inkey file from nosuch
[1]
$ pkcs12 -export -in server.crt -passout pass:secret
2> Could not read private key from -in file from server.crt
[1]
$ pkcs12 -export -inkey rsa.key -in nosuch -passout pass:secret
2> Could not open file or uri for loading certs of certificates from -in file from nosuch
[1]
$ pkcs12 -export -inkey rsa.key -in server.crt -certfile nosuch -passout pass:secret
2> Could not open file or uri for loading certs of extra certificates from -certfile from nosuch
[1]
$ pkcs12 -export -nokeys -in chain.p7b -passout pass:secret
2> Could not read any certificates from -in file from chain.p7b
[1]
$ pkcs12 -export -inkey rsa.key -in server.crt -out h.p12 <<secret\nother0\n
2> Enter Export Password:
2> Verifying - Enter Export Password:
2> Verify failure
2> Can't read Password
[1]
$ ls
)");
}

TEST_F(OpensslPkcs12Export, RefusesIterationsThatItCouldNotReadAgain) {
  expect(R"(
$ pkcs12 -export -inkey rsa.key -in server.crt -passout pass:secret -iter 999999999 -out f.p12
2> pkcs12: -iter of more than 333333 is not emulated
2> pkcs12: Use -help for summary.
[1]
$ pkcs12 -export -inkey rsa.key -in server.crt -passout pass:secret -iter 0 -out f.p12
2> pkcs12: Non-positive number "0" for option -iter
2> pkcs12: Use -help for summary.
[1]
$ ls
)");
}

}  // namespace
}  // namespace ringside::openssl

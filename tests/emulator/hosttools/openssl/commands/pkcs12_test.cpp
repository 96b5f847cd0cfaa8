// tests/emulator/hosttools/openssl/commands/pkcs12_test.cpp - openssl pkcs12 prints, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslPkcs12 : public OpensslBench {};

TEST_F(OpensslPkcs12, PrintsKeysWithoutEncryption) {
  expect(R"(
$ pkcs12 -in web.p12 -passin pass:secret -nodes -nocerts
Bag Attributes
    friendlyName: web
    localKeyID: 37 4F 6B 89 61 18 33 99 DC F8 6B 02 01 98 36 D0 F4 02 9E CA
Key Attributes: <No Attributes>
-----BEGIN PRIVATE KEY-----
MIICeAIBADANBgkqhkiG9w0BAQEFAASCAmIwggJeAgEAAoGBAOMIJ7iLOnEU5naE
y5ZXCOcXNC2OXVsI4Y+MZ0IDdeZwRlu0PEMQlNKvw8xVIKzUEplK/2B5/DLD7Kec
kr+idK0UvLNiFXjeghNYN0xsG6vRkH2NblEngdc5jbeGgcwKWbsVCW3TMdgECLKz
gVuGa7NBPzgk51uIE9Ktd/zmtEqRAgMBAAECgYEA0ez9hYe/30Y7H8YE1hveUIhF
KAamzgF1SB3EcObwQsb4V91dh4myguohOzRPxV9HX1VYtCW3jF1b21RM4UPfa1jv
h6sQow1ceOQfUIrvVAstShHYPQfMUwGDwQ8ShBmT7R4t5X7Lh7QoK8VaJAge06FE
fKVXHNg1T73QNpnDyy0CQQD+b0sS9D0/foGtZvieCSGtcFz9w+6rjpM7HqqHQ+Eb
2FkSE9R97MTS8uIa0rRFnJKG7m82stAZJ0GY9Fi/H5PzAkEA5G20k1h69X7bA7v3
e1t/Jqz5leDk05X6Gp3L7Hc+Sw0eH59beaNsM/8VSNGPBkvXEsjNliwNeoyadlL3
Anm8awJBAO+Uvp1/bHjwV41/i5XMRXD6gCXYLFJQ86RUsQCj00GUC/MwxwM4QvHc
ETpus59k2rjBpelcoQU+aM9tLm/xfS8CQFkxlQ7rv6dYT0CYBrx+L5n0dMhXNkKA
D1aRQu0kaoh3qMmEOf23GCr9cVwrp4M33dUR32TB8sllWXLWVmj7C90CQQCXffm8
f3GTDKe3cyTW5Ee4/QuVWSuDUy3ShUOt1j7jDG8Oqd5PBgz7afQZd5JileIfViRW
cIaerEg91Zq+k+VJ
-----END PRIVATE KEY-----
)");
}

TEST_F(OpensslPkcs12, PrintsCertificates) {
  expect(R"(
$ pkcs12 -in web.p12 -passin pass:secret -info -nokeys -clcerts -out a
2> MAC: sha256, Iteration 1000
2> MAC length: 32, salt length: 8
2> PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 1000, PRF hmacWithSHA256
2> Certificate bag
2> Certificate bag
2> PKCS7 Data
2> Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 1000, PRF hmacWithSHA256
$ cat a
Bag Attributes
    friendlyName: web
    localKeyID: 37 4F 6B 89 61 18 33 99 DC F8 6B 02 01 98 36 D0 F4 02 9E CA
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
$ pkcs12 -in web.p12 -passin pass:secret -nokeys -cacerts
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
)");
}

TEST_F(OpensslPkcs12, TellsHowItIsProtected) {
  expect(R"(
$ pkcs12 -in web.p12 -passin pass:secret -info -noout
2> MAC: sha256, Iteration 1000
2> MAC length: 32, salt length: 8
2> PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 1000, PRF hmacWithSHA256
2> Certificate bag
2> Certificate bag
2> PKCS7 Data
2> Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 1000, PRF hmacWithSHA256
$ pkcs12 -in web.p12 -nokeys -clcerts -noout <<secret\n
2> Enter Import Password:
$ pkcs12 -in web.p12 -passin pass:wrong
2> Mac verify error: invalid password?
[1]
$ pkcs12 -in web.p12 -noout
2> Enter Import Password:
2> Can't read Password
[1]
$ pkcs12 -in ca.crt -passin pass:x
2> error:pkcs12:not a PKCS#12: wrong tag
[1]
$ pkcs12 -in nosuch
2> Can't open "nosuch" for reading, No such file or directory
[1]
$ pkcs12 -foo
2> pkcs12: Unknown cipher: foo
2> pkcs12: Use -help for summary.
[1]
)");
}

TEST_F(OpensslPkcs12, EncryptsPrintedKeys) {
  expect(R"(
$ pkcs12 -in web.p12 -passin pass:secret -nocerts -passout pass:other0 -out b.key
$ pkcs12 -in web.p12 -passin pass:secret -nocerts -out c.key <<other0\nother0\n
2> Enter PEM pass phrase:
2> Verifying - Enter PEM pass phrase:
$ rsa -in b.key -passin pass:other0 -check -noout
RSA key ok
$ ls
600 b.key
600 c.key
)");
}

}  // namespace
}  // namespace ringside::openssl

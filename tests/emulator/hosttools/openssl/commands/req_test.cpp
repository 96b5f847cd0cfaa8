// tests/emulator/hosttools/openssl/commands/req_test.cpp - openssl req shows requests, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslReq : public OpensslBench {};

TEST_F(OpensslReq, ShowsARequest) {
  expect(R"(
$ req -in server.csr -noout -text
Certificate Request:
    Data:
        Version: 1 (0x0)
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
        Attributes:
            Requested Extensions:
                X509v3 Subject Alternative Name:
                    DNS:www.site.example
    Signature Algorithm: sha256WithRSAEncryption
    Signature Value:
        7c:a1:cf:5d:5f:19:13:c7:55:49:db:6b:4c:7f:84:a8:5a:de:
        85:47:94:62:e6:71:45:11:d8:38:cc:0a:f6:b3:ea:b0:68:dc:
        5a:18:4b:98:eb:0b:50:43:96:16:0a:eb:7f:6e:80:5b:7f:9e:
        4a:10:31:ee:ab:0f:62:82:3e:10:af:01:6d:46:18:b7:0a:46:
        63:ba:50:9f:d9:34:70:78:da:56:63:c0:64:92:90:cd:52:72:
        ab:ef:e2:56:c9:da:a6:45:d5:b4:c5:04:ca:d2:5d:58:64:ae:
        2a:c8:20:ee:fc:94:06:0a:9f:13:4d:16:48:26:ee:78:46:a4:
        bd:03
$ req -in server.csr -noout -subject -nameopt RFC2253
subject=CN=www.site.example,O=Site,C=IT
$ req -in server.csr -noout -verify
2> Certificate request self-signature verify OK
)");
}

TEST_F(OpensslReq, PrintsPartsOfARequest) {
  expect(R"(
$ req -in server.csr -noout -modulus
Modulus=E30827B88B3A7114E67684CB965708E717342D8E5D5B08E18F8C67420375E670465BB43C431094D2AFC3CC5520ACD412994AFF6079FC32C3ECA79C92BFA274AD14BCB3621578DE821358374C6C1BABD1907D8D6E512781D7398DB78681CC0A59BB15096DD331D80408B2B3815B866BB3413F3824E75B8813D2AD77FCE6B44A91
$ req -in server.csr -noout -pubkey
-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDjCCe4izpxFOZ2hMuWVwjnFzQt
jl1bCOGPjGdCA3XmcEZbtDxDEJTSr8PMVSCs1BKZSv9gefwyw+ynnJK/onStFLyz
YhV43oITWDdMbBur0ZB9jW5RJ4HXOY23hoHMClm7FQlt0zHYBAiys4FbhmuzQT84
JOdbiBPSrXf85rRKkQIDAQAB
-----END PUBLIC KEY-----
$ req -in server.csr
-----BEGIN CERTIFICATE REQUEST-----
MIIBpTCCAQ4CAQAwNzELMAkGA1UEBhMCSVQxDTALBgNVBAoMBFNpdGUxGTAXBgNV
BAMMEHd3dy5zaXRlLmV4YW1wbGUwgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGB
AOMIJ7iLOnEU5naEy5ZXCOcXNC2OXVsI4Y+MZ0IDdeZwRlu0PEMQlNKvw8xVIKzU
EplK/2B5/DLD7Keckr+idK0UvLNiFXjeghNYN0xsG6vRkH2NblEngdc5jbeGgcwK
WbsVCW3TMdgECLKzgVuGa7NBPzgk51uIE9Ktd/zmtEqRAgMBAAGgLjAsBgkqhkiG
9w0BCQ4xHzAdMBsGA1UdEQQUMBKCEHd3dy5zaXRlLmV4YW1wbGUwDQYJKoZIhvcN
AQELBQADgYEAfKHPXV8ZE8dVSdtrTH+EqFrehUeUYuZxRRHYOMwK9rPqsGjcWhhL
mOsLUEOWFgrrf26AW3+eShAx7qsPYoI+EK8BbUYYtwpGY7pQn9k0cHjaVmPAZJKQ
zVJyq+/iVsnapkXVtMUEytJdWGSuKsgg7vyUBgqfE00WSCbueEakvQM=
-----END CERTIFICATE REQUEST-----
$ req -in server.csr -outform DER -out a.der
$ req -in a.der -inform DER -noout -subject
subject=C = IT, O = Site, CN = www.site.example
)");
}

TEST_F(OpensslReq, RefusesWhatIsNoRequest) {
  expect(R"(
$ req -in ca.crt
2> Unable to load X509 request
[1]
$ req -in nosuch
2> Can't open "nosuch" for reading, No such file or directory
2> Unable to load X509 request
[1]
$ req -foo
2> req: Unknown option or message digest: foo
2> req: Use -help for summary.
[1]
$ req -new -key nosuch -subj /CN=x
2> Could not open file or uri for loading private key from nosuch
[1]
$ req -new -key locked.key -passin pass:wrong -subj /CN=x
2> Could not read private key from locked.key
2> error:1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt
2> error:11800074:PKCS12 routines:PKCS12_pbe_crypt_ex:pkcs12 cipherfinal error:maybe wrong password
[1]
$ req -new -key rsa.key -subj CN=x
2> req: subject name is expected to be in the format /type0=value0/type1=value1/type2=... where characters may be escaped by \. This name is not in that format: 'CN=x'
[1]
$ req -new -key rsa.key -subj /C=ITA
2> error:asn1 encoding routines:string too long
2> req: Error adding subject name attribute "/C=ITA"
[1]
$ req -new -key rsa.key -subj /CN=x -config nosuch
2> Can't open "nosuch" for reading, No such file or directory
[1]
$ req -new -key rsa.key -subj /CN=x -reqexts nosuch
2> Error checking request extension section nosuch
[1]
$ req -new -key rsa.key -subj /CN=x -addext a=b
2> error:a=b: unknown extension name
2> Error checking extensions defined using -addext
[1]
$ req -new -key rsa.key -subj /CN=x -addext subjectAltName=DNS:a -addext subjectAltName=DNS:b
2> Duplicate extension: subjectAltName=DNS:b
2> req: Use -help for summary.
[1]
)");
}

}  // namespace
}  // namespace ringside::openssl

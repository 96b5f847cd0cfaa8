// tests/emulator/hosttools/openssl/commands/key_test.cpp - openssl rsa, ec, pkey and pkcs8, line by line as the real
// openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslKeyCommands : public OpensslBench {};

TEST_F(OpensslKeyCommands, RsaShowsKeys) {
  expect(R"(
$ rsa -in rsa.key -noout -text
Private-Key: (1024 bit, 2 primes)
modulus:
    00:e3:08:27:b8:8b:3a:71:14:e6:76:84:cb:96:57:
    08:e7:17:34:2d:8e:5d:5b:08:e1:8f:8c:67:42:03:
    75:e6:70:46:5b:b4:3c:43:10:94:d2:af:c3:cc:55:
    20:ac:d4:12:99:4a:ff:60:79:fc:32:c3:ec:a7:9c:
    92:bf:a2:74:ad:14:bc:b3:62:15:78:de:82:13:58:
    37:4c:6c:1b:ab:d1:90:7d:8d:6e:51:27:81:d7:39:
    8d:b7:86:81:cc:0a:59:bb:15:09:6d:d3:31:d8:04:
    08:b2:b3:81:5b:86:6b:b3:41:3f:38:24:e7:5b:88:
    13:d2:ad:77:fc:e6:b4:4a:91
publicExponent: 65537 (0x10001)
privateExponent:
    00:d1:ec:fd:85:87:bf:df:46:3b:1f:c6:04:d6:1b:
    de:50:88:45:28:06:a6:ce:01:75:48:1d:c4:70:e6:
    f0:42:c6:f8:57:dd:5d:87:89:b2:82:ea:21:3b:34:
    4f:c5:5f:47:5f:55:58:b4:25:b7:8c:5d:5b:db:54:
    4c:e1:43:df:6b:58:ef:87:ab:10:a3:0d:5c:78:e4:
    1f:50:8a:ef:54:0b:2d:4a:11:d8:3d:07:cc:53:01:
    83:c1:0f:12:84:19:93:ed:1e:2d:e5:7e:cb:87:b4:
    28:2b:c5:5a:24:08:1e:d3:a1:44:7c:a5:57:1c:d8:
    35:4f:bd:d0:36:99:c3:cb:2d
prime1:
    00:fe:6f:4b:12:f4:3d:3f:7e:81:ad:66:f8:9e:09:
    21:ad:70:5c:fd:c3:ee:ab:8e:93:3b:1e:aa:87:43:
    e1:1b:d8:59:12:13:d4:7d:ec:c4:d2:f2:e2:1a:d2:
    b4:45:9c:92:86:ee:6f:36:b2:d0:19:27:41:98:f4:
    58:bf:1f:93:f3
prime2:
    00:e4:6d:b4:93:58:7a:f5:7e:db:03:bb:f7:7b:5b:
    7f:26:ac:f9:95:e0:e4:d3:95:fa:1a:9d:cb:ec:77:
    3e:4b:0d:1e:1f:9f:5b:79:a3:6c:33:ff:15:48:d1:
    8f:06:4b:d7:12:c8:cd:96:2c:0d:7a:8c:9a:76:52:
    f7:02:79:bc:6b
exponent1:
    00:ef:94:be:9d:7f:6c:78:f0:57:8d:7f:8b:95:cc:
    45:70:fa:80:25:d8:2c:52:50:f3:a4:54:b1:00:a3:
    d3:41:94:0b:f3:30:c7:03:38:42:f1:dc:11:3a:6e:
    b3:9f:64:da:b8:c1:a5:e9:5c:a1:05:3e:68:cf:6d:
    2e:6f:f1:7d:2f
exponent2:
    59:31:95:0e:eb:bf:a7:58:4f:40:98:06:bc:7e:2f:
    99:f4:74:c8:57:36:42:80:0f:56:91:42:ed:24:6a:
    88:77:a8:c9:84:39:fd:b7:18:2a:fd:71:5c:2b:a7:
    83:37:dd:d5:11:df:64:c1:f2:c9:65:59:72:d6:56:
    68:fb:0b:dd
coefficient:
    00:97:7d:f9:bc:7f:71:93:0c:a7:b7:73:24:d6:e4:
    47:b8:fd:0b:95:59:2b:83:53:2d:d2:85:43:ad:d6:
    3e:e3:0c:6f:0e:a9:de:4f:06:0c:fb:69:f4:19:77:
    92:62:95:e2:1f:56:24:56:70:86:9e:ac:48:3d:d5:
    9a:be:93:e5:49
)");
}

TEST_F(OpensslKeyCommands, RsaPrintsPublicParts) {
  expect(R"(
$ rsa -in rsa.key -pubout
-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDjCCe4izpxFOZ2hMuWVwjnFzQt
jl1bCOGPjGdCA3XmcEZbtDxDEJTSr8PMVSCs1BKZSv9gefwyw+ynnJK/onStFLyz
YhV43oITWDdMbBur0ZB9jW5RJ4HXOY23hoHMClm7FQlt0zHYBAiys4FbhmuzQT84
JOdbiBPSrXf85rRKkQIDAQAB
-----END PUBLIC KEY-----
2> writing RSA key
$ rsa -in rsa.key -noout -modulus
Modulus=E30827B88B3A7114E67684CB965708E717342D8E5D5B08E18F8C67420375E670465BB43C431094D2AFC3CC5520ACD412994AFF6079FC32C3ECA79C92BFA274AD14BCB3621578DE821358374C6C1BABD1907D8D6E512781D7398DB78681CC0A59BB15096DD331D80408B2B3815B866BB3413F3824E75B8813D2AD77FCE6B44A91
$ rsa -in rsa.key -check -noout
RSA key ok
)");
}

TEST_F(OpensslKeyCommands, RsaConvertsKeys) {
  expect(R"(
$ rsa -in rsa.key
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
2> writing RSA key
$ rsa -in rsa.key -traditional -out a.key
2> writing RSA key
$ rsa -in locked.key -passin pass:secret -out b.key
2> writing RSA key
$ rsa -in rsa.key -des3 -passout pass:secret -out c.key
2> writing RSA key
$ rsa -in rsa.key -des3 -out d.key <<secret\nsecret\n
2> writing RSA key
2> Enter pass phrase:
2> Verifying - Enter pass phrase:
$ rsa -in rsa.key -des3 -out e.key <<secret\nother0\n
2> writing RSA key
2> Enter pass phrase:
2> Verifying - Enter pass phrase:
2> Verify failure
2> unable to write key
[1]
$ rsa -in rsa.key -outform DER -out f.der
2> writing RSA key
$ rsa -in f.der -inform DER -check -noout
RSA key ok
$ ls
600 a.key
600 b.key
600 c.key
600 d.key
600 e.key empty
600 f.der
)");
}

TEST_F(OpensslKeyCommands, RsaTakesPassPhrasesFromTheirSources) {
  expect(R"(
$ rsa -in locked.key -passin env:SECRET -noout
$ rsa -in locked.key -noout <<secret\n
2> Enter pass phrase for locked.key:
$ rsa -in locked.key -noout
2> Enter pass phrase for locked.key:
2> Enter pass phrase for locked.key:
2> Enter pass phrase for locked.key:
2> Could not read private key from locked.key
2> error:1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt
2> error:11800074:PKCS12 routines:PKCS12_pbe_crypt_ex:pkcs12 cipherfinal error:maybe wrong password
[1]
$ rsa -in locked.key -passin pass:wrong
2> Could not read private key from locked.key
2> error:1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt
2> error:11800074:PKCS12 routines:PKCS12_pbe_crypt_ex:pkcs12 cipherfinal error:maybe wrong password
[1]
)");
}

TEST_F(OpensslKeyCommands, RsaRefusesOtherFiles) {
  expect(R"(
$ rsa -in ec.key
2> Not an RSA key
[1]
$ rsa -in nosuch
2> Could not open file or uri for loading private key from nosuch
[1]
$ rsa -in ca.crt
2> Could not read private key from ca.crt
[1]
$ rsa -in rsa.key -outform FOO
2> rsa: Bad format "FOO"
2> rsa: Invalid format "FOO" for option -outform
2> rsa: Use -help for summary.
[1]
$ rsa -foo
2> rsa: Unknown cipher: foo
2> rsa: Use -help for summary.
[1]
)");
}

TEST_F(OpensslKeyCommands, EcShowsAndConvertsKeys) {
  expect(R"(
$ ec -in ec.key
-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIOrONwMmQJvmKwz87KxpTMGRUXsNSb7ixLK/o5PN9uuSoAoGCCqGSM49
AwEHoUQDQgAEneyoY5KPwcBL/uQabgHFkSqDa2xRzkBaZjYEBH+hRnDakhVg/ck2
KweEKrlwgG5TSNRf5pg0yRtSPLR8UGSwsw==
-----END EC PRIVATE KEY-----
2> read EC key
2> writing EC key
$ ec -in ec.key -noout -text
Private-Key: (256 bit)
priv:
    ea:ce:37:03:26:40:9b:e6:2b:0c:fc:ec:ac:69:4c:
    c1:91:51:7b:0d:49:be:e2:c4:b2:bf:a3:93:cd:f6:
    eb:92
pub:
    04:9d:ec:a8:63:92:8f:c1:c0:4b:fe:e4:1a:6e:01:
    c5:91:2a:83:6b:6c:51:ce:40:5a:66:36:04:04:7f:
    a1:46:70:da:92:15:60:fd:c9:36:2b:07:84:2a:b9:
    70:80:6e:53:48:d4:5f:e6:98:34:c9:1b:52:3c:b4:
    7c:50:64:b0:b3
ASN1 OID: prime256v1
NIST CURVE: P-256
2> read EC key
$ ec -in ec.key -pubout
-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEneyoY5KPwcBL/uQabgHFkSqDa2xR
zkBaZjYEBH+hRnDakhVg/ck2KweEKrlwgG5TSNRf5pg0yRtSPLR8UGSwsw==
-----END PUBLIC KEY-----
2> read EC key
2> writing EC key
$ ec -in ec.key -check -noout
2> read EC key
2> EC Key valid.
$ ec -in ec.key -aes256 -passout pass:secret -out g.key
2> read EC key
2> writing EC key
$ ec -in nosuch
2> read EC key
2> Could not open file or uri for loading private key from nosuch
2> unable to load Key
[1]
$ ls
600 g.key
)");
}

TEST_F(OpensslKeyCommands, PkeyTakesEveryAlgorithm) {
  expect(R"(
$ pkey -in ec.key
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6s43AyZAm+YrDPzs
rGlMwZFRew1JvuLEsr+jk83265KhRANCAASd7Khjko/BwEv+5BpuAcWRKoNrbFHO
QFpmNgQEf6FGcNqSFWD9yTYrB4QquXCAblNI1F/mmDTJG1I8tHxQZLCz
-----END PRIVATE KEY-----
$ pkey -in ec.key -pubout -out pub.pem
$ pkey -pubin -in pub.pem
-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEneyoY5KPwcBL/uQabgHFkSqDa2xR
zkBaZjYEBH+hRnDakhVg/ck2KweEKrlwgG5TSNRf5pg0yRtSPLR8UGSwsw==
-----END PUBLIC KEY-----
$ pkey -pubin -in pub.pem -noout -text
Public-Key: (256 bit)
pub:
    04:9d:ec:a8:63:92:8f:c1:c0:4b:fe:e4:1a:6e:01:
    c5:91:2a:83:6b:6c:51:ce:40:5a:66:36:04:04:7f:
    a1:46:70:da:92:15:60:fd:c9:36:2b:07:84:2a:b9:
    70:80:6e:53:48:d4:5f:e6:98:34:c9:1b:52:3c:b4:
    7c:50:64:b0:b3
ASN1 OID: prime256v1
NIST CURVE: P-256
$ pkey -in ec.key -noout -check
Key is valid
$ pkey -pubin -in ec.key
2> Could not read key of Public Key from ec.key
[1]
$ pkey -in nosuch
2> Could not open file or uri for loading key from nosuch
[1]
$ ls
644 pub.pem
)");
}

TEST_F(OpensslKeyCommands, Pkcs8WrapsKeys) {
  expect(R"(
$ pkcs8 -topk8 -nocrypt -in ec.key
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6s43AyZAm+YrDPzs
rGlMwZFRew1JvuLEsr+jk83265KhRANCAASd7Khjko/BwEv+5BpuAcWRKoNrbFHO
QFpmNgQEf6FGcNqSFWD9yTYrB4QquXCAblNI1F/mmDTJG1I8tHxQZLCz
-----END PRIVATE KEY-----
$ pkcs8 -topk8 -in ec.key -out a.key -passout pass:secret
$ pkcs8 -topk8 -in ec.key -out b.key <<secret\nsecret\n
2> Enter Encryption Password:
2> Verifying - Enter Encryption Password:
$ pkcs8 -topk8 -in ec.key -v2 des3 -out c.key -passout pass:secret
$ pkcs8 -topk8 -in ec.key -v2 foo -out d.key -passout pass:secret
2> pkcs8: Unknown cipher: foo
2> pkcs8: Use -help for summary.
[1]
$ pkcs8 -topk8 -nocrypt -in ec.key -outform DER -out e.der
$ pkcs8 -topk8 -in nosuch
2> Can't open "nosuch" for reading, No such file or directory
[1]
$ pkcs8 -in a.key -passin pass:secret
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6s43AyZAm+YrDPzs
rGlMwZFRew1JvuLEsr+jk83265KhRANCAASd7Khjko/BwEv+5BpuAcWRKoNrbFHO
QFpmNgQEf6FGcNqSFWD9yTYrB4QquXCAblNI1F/mmDTJG1I8tHxQZLCz
-----END PRIVATE KEY-----
$ pkcs8 -foo
2> pkcs8: Unknown option: -foo
2> pkcs8: Use -help for summary.
[1]
$ ls
600 a.key
600 b.key
600 c.key
600 e.der
)");
}

}  // namespace
}  // namespace ringside::openssl

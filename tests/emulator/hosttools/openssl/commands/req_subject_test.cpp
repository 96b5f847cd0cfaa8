// tests/emulator/hosttools/openssl/commands/req_subject_test.cpp - the questions of openssl req, line by line as the
// real openssl 3.0.
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslReqSubject : public OpensslBench {};

TEST_F(OpensslReqSubject, AsksForTheSubject) {
  expect(R"(
$ req -new -key rsa.key -out a.csr <<IT\nLazio\n\nSite\n\nme\n\n\n\n
2> You are about to be asked to enter information that will be incorporated
2> into your certificate request.
2> What you are about to enter is what is called a Distinguished Name or a DN.
2> There are quite a few fields but you can leave some blank
2> For some fields there will be a default value,
2> If you enter '.', the field will be left blank.
2> -----
2> Country Name (2 letter code) [AU]:State or Province Name (full name) [Some-State]:Locality Name (eg, city) []:Organization Name (eg, company) [Internet Widgits Pty Ltd]:Organizational Unit Name (eg, section) []:Common Name (e.g. server FQDN or YOUR name) []:Email Address []:
2> Please enter the following 'extra' attributes
2> to be sent with your certificate request
2> A challenge password []:An optional company name []:
$ req -in a.csr -noout -subject
subject=C = IT, ST = Lazio, O = Site, CN = me
)");
}

TEST_F(OpensslReqSubject, RepeatsAQuestionUntilTheLengthFits) {
  expect(R"(
$ req -new -key rsa.key -out b.csr <<ITA\nIT\nLazio\n\nSite\n\nme\n\nsecret\nother\n
2> You are about to be asked to enter information that will be incorporated
2> into your certificate request.
2> What you are about to enter is what is called a Distinguished Name or a DN.
2> There are quite a few fields but you can leave some blank
2> For some fields there will be a default value,
2> If you enter '.', the field will be left blank.
2> -----
2> Country Name (2 letter code) [AU]:String too long, must be at most 2 bytes long
2> Country Name (2 letter code) [AU]:State or Province Name (full name) [Some-State]:Locality Name (eg, city) []:Organization Name (eg, company) [Internet Widgits Pty Ltd]:Organizational Unit Name (eg, section) []:Common Name (e.g. server FQDN or YOUR name) []:Email Address []:
2> Please enter the following 'extra' attributes
2> to be sent with your certificate request
2> A challenge password []:An optional company name []:
$ req -in b.csr -noout -text -reqopt no_pubkey,no_sigdump
Certificate Request:
    Data:
        Version: 1 (0x0)
        Subject: C = IT, ST = Lazio, O = Site, CN = me
        Attributes:
            unstructuredName         :other
            challengePassword        :secret
            Requested Extensions:
)");
}

TEST_F(OpensslReqSubject, EndsWithoutASubject) {
  expect(R"(
$ req -new -key rsa.key -out c.csr <<.\n.\n.\n.\n.\n.\n.\n.\n.\n
2> You are about to be asked to enter information that will be incorporated
2> into your certificate request.
2> What you are about to enter is what is called a Distinguished Name or a DN.
2> There are quite a few fields but you can leave some blank
2> For some fields there will be a default value,
2> If you enter '.', the field will be left blank.
2> -----
2> Country Name (2 letter code) [AU]:State or Province Name (full name) [Some-State]:Locality Name (eg, city) []:Organization Name (eg, company) [Internet Widgits Pty Ltd]:Organizational Unit Name (eg, section) []:Common Name (e.g. server FQDN or YOUR name) []:Email Address []:Error: No objects specified in config file
2> Error making certificate request
[1]
$ req -new -key rsa.key -out d.csr <<IT\n
2> You are about to be asked to enter information that will be incorporated
2> into your certificate request.
2> What you are about to enter is what is called a Distinguished Name or a DN.
2> There are quite a few fields but you can leave some blank
2> For some fields there will be a default value,
2> If you enter '.', the field will be left blank.
2> -----
2> Country Name (2 letter code) [AU]:State or Province Name (full name) [Some-State]:Error making certificate request
[1]
$ ls
)");
}

TEST_F(OpensslReqSubject, TakesTheSubjectOfAConfiguration) {
  expect(R"(
$ req -new -key rsa.key -config ca.cnf -noout -subject
subject=C = IT, O = Site, CN = Site CA
$ req -new -key rsa.key -batch -noout -subject
subject=C = AU, ST = Some-State, O = Internet Widgits Pty Ltd
$ req -x509 -config ca.cnf -key ca.key -set_serial 1 -days 10 -noout -text -reqopt no_pubkey,no_sigdump
Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: 1 (0x1)
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: C = IT, O = Site, CN = Site CA
        Validity
            Not Before: Jul 14 02:40:00 2017 GMT
            Not After : Jul 24 02:40:00 2017 GMT
        Subject: C = IT, O = Site, CN = Site CA
        X509v3 extensions:
            X509v3 Basic Constraints: critical
                CA:TRUE
            X509v3 Key Usage: critical
                Certificate Sign, CRL Sign
            X509v3 Subject Key Identifier:
                1D:89:A2:F9:EB:30:55:2B:29:A3:6C:A7:42:85:9E:9E:20:56:A4:51
$ req -x509 -config ca.cnf -key ca.key -extensions nosuch
2> Error checking x509 extension section nosuch
[1]
)");
}

}  // namespace
}  // namespace ringside::openssl

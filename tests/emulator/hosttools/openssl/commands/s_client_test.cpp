// tests/emulator/hosttools/openssl/commands/s_client_test.cpp - openssl s_client, line by line as the real openssl 3.0.
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A host "www" that serves server.crt on port 443, and asks for client certificates of ca.crt on port 444.
class OneServer final : public host::Network {
 public:
  explicit OneServer(const host::Files& files) : files_(files) {}
  tl::expected<host::Server, host::NetworkError> reach(const std::string& host, unsigned port) override {
    if (host != "www") return tl::unexpected(host::NetworkError::unknown_host);
    if (port != 443 && port != 444) return tl::unexpected(host::NetworkError::refused);
    const auto key = crypto::read_key_file(*files_.read("/rsa.key"), std::nullopt);
    const auto anchors = certificates_in(*files_.read("/ca.crt"));
    return host::Server{{crypto::Identity{certificates_in(*files_.read("/server.crt")).front(), *key, {}}, anchors},
                        port == 444};
  }

 private:
  const host::Files& files_;
};

class OpensslSClient : public OpensslBench {
 protected:
  OpensslSClient() { network_ = &server_; }
  OneServer server_{files_};
};

TEST_F(OpensslSClient, RefusesWrongOptionsAndFiles) {
  expect(R"(
$ s_client -foo
2> s_client: Unknown option: -foo
2> s_client: Use -help for summary.
[1]
$ s_client -connect
2> s_client: Option -connect needs a value
2> s_client: Use -help for summary.
[1]
$ s_client -connect www:443 -tls1_2 -tls1_3
2> Cannot supply multiple protocol flags
[1]
$ s_client -connect www:443 -CAfile nosuch
2> error:80000002:system library:BIO_new_file:No such file or directory:calling fopen(nosuch, r)
[1]
$ s_client -connect www:443 -CAfile rsa.key
2> error:05880088:x509 certificate routines:X509_load_cert_crl_file_ex:no certificate or crl found
[1]
$ s_client -connect www:443 -cert nosuch
2> Could not open file or uri for loading client certificate private key from nosuch
[1]
$ s_client -connect www:443 -cert server.crt -key ca.key
2> error setting private key
2> error:05800074:x509 certificate routines:X509_check_private_key:key values mismatch
[1]
$ s_client -connect www:443 -verify x
2> s_client: Can't parse "x" as a number
2> s_client: Use -help for summary.
[1]
)");
}

TEST_F(OpensslSClient, NamesServersThatItDoesNotReach) {
  expect(R"(
$ s_client -connect www:1
2> error:8000006F:system library:BIO_connect:Connection refused:calling connect()
2> error:10000067:BIO routines:BIO_connect:connect error
2> connect:errno=111
[1]
$ s_client -connect nosuch:443
2> error:10080002:BIO routines:BIO_lookup_ex:system lib:Name or service not known
2> connect:errno=2
[1]
)");
}

TEST_F(OpensslSClient, SummarizesAConnection) {
  expect(R"(
$ s_client -connect www:443 -CAfile ca.crt -brief
2> CONNECTION ESTABLISHED
2> Protocol version: TLSv1.3
2> Ciphersuite: TLS_AES_256_GCM_SHA384
2> Peer certificate: C = IT, O = Site, CN = www.site.example
2> Hash used: SHA256
2> Signature type: RSA-PSS
2> Verification: OK
2> Server Temp Key: X25519, 253 bits
2> DONE
$ s_client -connect www:443 -CAfile ca.crt -brief -tls1_2
2> CONNECTION ESTABLISHED
2> Protocol version: TLSv1.2
2> Ciphersuite: ECDHE-RSA-AES256-GCM-SHA384
2> Peer certificate: C = IT, O = Site, CN = www.site.example
2> Hash used: SHA256
2> Signature type: RSA-PSS
2> Verification: OK
2> Supported Elliptic Curve Point Formats: uncompressed:ansiX962_compressed_prime:ansiX962_compressed_char2
2> Server Temp Key: X25519, 253 bits
2> DONE
$ s_client -connect www:443 -brief
2> depth=0 C = IT, O = Site, CN = www.site.example
2> verify error:num=20:unable to get local issuer certificate
2> depth=0 C = IT, O = Site, CN = www.site.example
2> verify error:num=21:unable to verify the first certificate
2> CONNECTION ESTABLISHED
2> Protocol version: TLSv1.3
2> Ciphersuite: TLS_AES_256_GCM_SHA384
2> Peer certificate: C = IT, O = Site, CN = www.site.example
2> Hash used: SHA256
2> Signature type: RSA-PSS
2> Verification error: unable to verify the first certificate
2> Server Temp Key: X25519, 253 bits
2> DONE
)");
}

TEST_F(OpensslSClient, ChecksTimeAndName) {
  expect(R"(
$ s_client -connect www:443 -CAfile ca.crt -verify_return_error -brief -attime 0
2> depth=1 C = IT, O = Site, CN = Site CA
2> verify error:num=9:certificate is not yet valid
2> notBefore=Mar 20 08:53:20 2017 GMT
2> error:0A000086:SSL routines:tls_post_process_server_certificate:certificate verify failed
[1]
$ s_client -connect www:443 -CAfile ca.crt -verify_hostname www.site.example -brief
2> CONNECTION ESTABLISHED
2> Protocol version: TLSv1.3
2> Ciphersuite: TLS_AES_256_GCM_SHA384
2> Peer certificate: C = IT, O = Site, CN = www.site.example
2> Hash used: SHA256
2> Signature type: RSA-PSS
2> Verification: OK
2> Verified peername: www.site.example
2> Server Temp Key: X25519, 253 bits
2> DONE
$ s_client -connect www:443 -CAfile ca.crt -verify_hostname other -brief
2> depth=0 C = IT, O = Site, CN = www.site.example
2> verify error:num=62:hostname mismatch
2> CONNECTION ESTABLISHED
2> Protocol version: TLSv1.3
2> Ciphersuite: TLS_AES_256_GCM_SHA384
2> Peer certificate: C = IT, O = Site, CN = www.site.example
2> Hash used: SHA256
2> Signature type: RSA-PSS
2> Verification error: hostname mismatch
2> Server Temp Key: X25519, 253 bits
2> DONE
$ s_client -connect www:443 -CAfile ca.crt -verify 3 -quiet
2> verify depth is 3
2> depth=1 C = IT, O = Site, CN = Site CA
2> verify return:1
2> depth=0 C = IT, O = Site, CN = www.site.example
2> verify return:1
)");
}

TEST_F(OpensslSClient, ReportsAConnection) {
  const std::string report = play("$ s_client -connect www:443 -CAfile ca.crt -showcerts -nameopt RFC2253");
  EXPECT_THAT(report, HasSubstr(R"(CONNECTED(00000003)
---
Certificate chain
 0 s:CN=www.site.example,O=Site,C=IT
   i:CN=Site CA,O=Site,C=IT
   a:PKEY: rsaEncryption, 1024 (bit); sigalg: RSA-SHA256
   v:NotBefore: Mar 20 08:53:20 2017 GMT; NotAfter: Nov  9 08:53:20 2041 GMT
)" + content("/server.crt") + R"(---
Server certificate
subject=CN=www.site.example,O=Site,C=IT
issuer=CN=Site CA,O=Site,C=IT
---
No client certificate CA names sent
Peer signing digest: SHA256
Peer signature type: RSA-PSS
Server Temp Key: X25519, 253 bits
---
)"));
  // The line between tells how many octets were read and written.
  EXPECT_THAT(report, HasSubstr(R"(Verification: OK
---
New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384
Server public key is 1024 bit
Secure Renegotiation IS NOT supported
Compression: NONE
Expansion: NONE
No ALPN negotiated
Early data was not sent
Verify return code: 0 (ok)
---
2> depth=1 CN=Site CA,O=Site,C=IT
2> verify return:1
2> depth=0 CN=www.site.example,O=Site,C=IT
2> verify return:1
2> DONE
)"));
}

TEST_F(OpensslSClient, HearsOfARefusalUnderTls12Alone) {
  EXPECT_THAT(play("$ s_client -connect www:444 -CAfile ca.crt -brief -tls1_2"),
              AllOf(HasSubstr("sslv3 alert handshake failure"), HasSubstr("[1]\n")));
  EXPECT_THAT(play("$ s_client -connect www:444 -CAfile ca.crt -brief"),
              AllOf(HasSubstr("RSD423W the server has refused the client: peer did not return a certificate"),
                    HasSubstr("2> DONE\n"), Not(HasSubstr("[1]\n"))));
}

}  // namespace
}  // namespace ringside::openssl

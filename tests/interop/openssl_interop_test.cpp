// tests/interop/openssl_interop_test.cpp - the same command lines through the real openssl and through ours: exit
// status and every line that both can know.
#include <algorithm>
#include <filesystem>
#include <regex>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/openssl/run.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::openssl {
namespace {

/// Two folders in which the same things happen, one by the real tool.
class OpensslInterop : public testing::Test {
 protected:
  void SetUp() override {
    const auto version = test_support::run_program("openssl version");
    if (!version.output.starts_with("OpenSSL 3.0")) GTEST_SKIP() << "these lines are those of OpenSSL 3.0";
    std::filesystem::create_directory(directory_.file("real"));
    std::filesystem::create_directory(directory_.file("ours"));
    lab_.add_system(system_);
  }

  struct Ran {
    int status = 0;
    std::string text;
  };

  /// Without the error queue, whose lines name places in OpenSSL's sources, and without the dots of a prime search.
  static std::string comparable(const std::string& text) {
    static const std::regex unknowable("([0-9A-F]{16}:)?error:.*|[.+*]*");
    std::string kept;
    for (const std::string& line : base::lines(text))
      if (!std::regex_match(line, unknowable)) kept += line + "\n";
    return kept;
  }

  Ran real(const std::string& line, const std::string& input) const {
    test_support::write_file(directory_.file("input"), input);
    const auto ran = test_support::run_program("cd " + directory_.file("real") + " && setsid -w openssl " + line +
                                               " <" + directory_.file("input"));
    return {ran.status, comparable(ran.output)};
  }

  Ran ours(const std::string& line, const std::string& input) {
    Arguments arguments = base::split(line, ' ');
    host::RealFiles files;
    Both streams(input);
    host::Process process{lab_, system_, "root", files, streams, directory_.file("ours"), {}};
    const int status = run(arguments, process);
    return {status, comparable(streams.text)};
  }

  void both(const std::string& line, const std::string& input = "") {
    const Ran expected = real(line, input);
    const Ran came = ours(line, input);
    EXPECT_EQ(came.status, expected.status) << line;
    EXPECT_EQ(came.text, expected.text) << line;
  }

  /// Names, sizes that do not depend on keys, and modes of the files in a folder.
  std::string listing(const std::string& folder) const {
    std::vector<std::string> lines;
    for (const auto& entry : std::filesystem::directory_iterator(directory_.file(folder))) {
      const auto mode = static_cast<unsigned>(entry.status().permissions());
      lines.push_back(entry.path().filename().string() + " " + std::to_string(mode) +
                      (entry.file_size() == 0 ? " empty" : ""));
    }
    std::sort(lines.begin(), lines.end());
    return base::join(lines, "\n");
  }

 private:
  using Arguments = std::vector<std::string>;

  /// Output and errors in one stream, in their order.
  struct Both final : host::Streams {
    explicit Both(const std::string& input) : in(input) {}
    void out(std::string_view more) override { text += more; }
    void error(std::string_view more) override { text += more; }
    std::optional<std::string> read_line(bool hidden) override { return in.read_line(hidden); }
    base::Bytes read_rest() override { return in.read_rest(); }
    host::TextStreams in;
    std::string text;
  };

 protected:
  test_support::TemporaryDirectory directory_;
  base::SystemClock clock_;
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"HOST", "distributed", "", "HOST", 0};
};

TEST_F(OpensslInterop, Options) {
  for (const char* line : {"nosuch",
                           "help nosuch",
                           "rand -foo",
                           "rand",
                           "rand -out",
                           "rand -out a -hex 4 5",
                           "rand 8K",
                           "rand -5",
                           "rand 0",
                           "rand -out a -rand ./nosuch 8",
                           "rand -out a",
                           "rand -out b 8192",
                           "genrsa -out q abc",
                           "genrsa -foo",
                           "genrsa -out",
                           "genrsa -out q 100",
                           "genrsa -passout foo -out r 1024",
                           "genrsa -passout env:NOPE -out r 1024",
                           "genrsa -passout file:/nosuch -des3 -out r 1024",
                           "base64 -in nosuch",
                           "base64 -in b -out /nosuch/x",
                           "base64 -foo",
                           "enc -foo",
                           "version -foo",
                           "req -foo",
                           "verify -foo",
                           "rsa -foo",
                           "pkcs12 -foo",
                           "dgst -foo b",
                           "dgst -sha256 nosuch",
                           "genpkey",
                           "genpkey -algorithm FOO",
                           "genpkey -algorithm RSA -pkeyopt foo:1",
                           "x509 -in nosuch -noout",
                           "x509 -noout -in b",
                           "x509 -noout extra",
                           "x509 -req -days -1x -in b",
                           "pkcs7 -in nosuch",
                           "pkcs12 -in nosuch",
                           "rsa -in nosuch",
                           "req -new -key nosuch.key"})
    both(line);
  EXPECT_EQ(listing("ours"), listing("real"));
}

TEST_F(OpensslInterop, AKeyARequestACertificate) {
  for (const char* line :
       {"genrsa -des3 -passout pass:maestro00 -out k.key 1024",
        "genrsa -traditional -out t.key 1024",
        "genrsa -des3 -out q.key 1024",
        "req -new -key k.key -passin pass:wrong -subj /CN=x",
        "req -new -key k.key -passin pass:maestro00 -subj CN=x",
        "req -new -key k.key -passin pass:maestro00 -subj /C=ITA",
        "req -new -key k.key -passin pass:maestro00 -config ./nosuch.cnf",
        "req -new -key k.key -passin pass:maestro00 -out r.csr -subj /C=IT/O=x",
        "req -new -key k.key -passin pass:maestro00 -out r.csr-config ./x",
        "req -in r.csr -noout -subject -verify",
        "req -in k.key",
        "req -x509 -newkey rsa:1024 -noenc -keyout ca.key -out ca.crt -days 3650 -subj /CN=CA",
        "genrsa -out other.key 1024",
        "x509 -req -in r.csr -CA ca.crt -CAkey ca.key -out c.crt -days 10",
        "x509 -req -in r.csr -CA ca.crt -CAkey other.key -out c2.crt",
        "x509 -req -in r.csr -CA k.key -CAkey ca.key",
        "x509 -req -in r.csr -CA nosuch -CAkey ca.key",
        "x509 -req -in r.csr -CA ca.crt",
        "x509 -req -in r.csr -CA ca.crt -CAkey nosuch",
        "x509 -req -in r.csr",
        "x509 -req -in ca.crt -CA ca.crt -CAkey ca.key",
        "x509 -req -in nosuch -CA ca.crt -CAkey ca.key",
        "x509 -req -in r.csr -CA ca.crt -CAkey ca.key -CAserial nos.srl -out e.crt",
        "x509 -req -in r.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out d.crt",
        "x509 -req -in r.csr -CA ca.crt -CAkey ca.key -out d.crt",
        "x509 -req -in r.csr -CA ca.crt -CAkey ca.key -set_serial 0x1234 -out e.crt",
        "x509 -in e.crt -serial -noout",
        "x509 -req -in r.csr -CA ca.crt -CAkey ca.key -extfile nos -out e.crt",
        "x509 -req -in r.csr -signkey k.key -passin pass:maestro00 -out self.crt",
        "x509 -in c.crt -noout -subject -issuer",
        "x509 -in c.crt -checkend 0 -noout",
        "x509 -in c.crt -checkend 999999999 -noout",
        "x509 -in c.crt -noout -nameopt RFC2253 -subject",
        "x509 -in c.crt -noout -nameopt compat -issuer",
        "x509 -in c.crt -noout -nameopt multiline -subject",
        "verify -CAfile ca.crt c.crt",
        "verify c.crt",
        "verify -CAfile nosuch c.crt",
        "verify -CAfile ca.crt nosuch",
        "verify -CAfile c.crt c.crt",
        "verify -partial_chain -CAfile c.crt c.crt",
        "verify ca.crt",
        "verify -CAfile ca.crt",
        "pkcs12 -export -inkey k.key -passin pass:maestro00 -in c.crt -out p.p12 -passout pass:default -name x",
        "pkcs12 -in p.p12 -passin pass:wrong",
        "pkcs12 -export -inkey other.key -in c.crt -out p2.p12 -passout pass:x",
        "rsa -in k.key -passin pass:maestro00 -out u.key",
        "rsa -in k.key -passin pass:w",
        "rsa -in u.key -check -noout",
        "pkey -in k.key -passin pass:maestro00 -pubout -out pub.pem",
        "crl2pkcs7 -nocrl -certfile c.crt -out p7.pem",
        "pkcs7 -in p7.pem -print_certs -noout",
        "x509 -in c.crt -outform DER -out c.der",
        "x509 -in c.der -noout -subject",
        "x509 -in c.der -inform PEM -noout",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ec.key"})
    both(line);
  EXPECT_EQ(listing("ours"), listing("real"));
}

TEST_F(OpensslInterop, QuestionsAndAnswers) {
  both("genrsa -des3 -out k.key 1024", "maestro00\nmaestro00\n");
  both("genrsa -des3 -out z.key 1024", "mae\nmae\n");
  both("genrsa -des3 -out z.key 1024", "maestro00\nmaestro01\n");
  both("req -new -key k.key -out y.csr", "maestro00\nIT\nLazio\n\nx\n\nme\n\n\n\n");
  both("req -in y.csr -noout -subject");
  both("req -new -key k.key -out y.csr", "maestro00\nITA\nIT\nLazio\n\nx\n\nme\n\nsecret\ny\n");
  both("req -new -key k.key -out y.csr", "wrong00\n");
  both("req -new -key k.key -out y2.csr", "maestro00\n.\n.\n.\n.\n.\n.\n.\n.\n.\n");
  both("req -new -key k.key -out y2.csr", "maestro00\n");
  EXPECT_EQ(listing("ours"), listing("real"));
}

TEST_F(OpensslInterop, FilesOfOneAreReadByTheOther) {
  EXPECT_EQ(ours("genrsa -aes256 -passout pass:maestro00 -out k.key 1024", "").status, 0);
  EXPECT_EQ(
      ours("rsa -in k.key -passin pass:maestro00 -des3 -passout pass:maestro01 -traditional -out t.key", "").status, 0);
  EXPECT_EQ(ours("req -x509 -key k.key -passin pass:maestro00 -subj /C=IT/O=x/CN=y -out c.crt", "").status, 0);
  EXPECT_EQ(
      ours("pkcs12 -export -inkey t.key -passin pass:maestro01 -in c.crt -out p.p12 -passout pass:abcd", "").status, 0);
  std::filesystem::copy(directory_.file("ours"), directory_.file("real"));
  for (const char* line :
       {"rsa -in k.key -passin pass:maestro00 -check -noout", "rsa -in t.key -passin pass:maestro01",
        "verify -CAfile c.crt c.crt", "x509 -in c.crt -noout -text -fingerprint -sha256 -hash",
        "req -x509 -key k.key -passin pass:maestro00 -subj /CN=z -out real.crt",
        "rsa -in k.key -passin pass:maestro00 -des3 -passout pass:maestro01 -traditional -out t2.key",
        "pkcs12 -in p.p12 -passin pass:abcd -nocerts -nodes -out p.key"})
    EXPECT_EQ(real(line, "").status, 0) << line;
  for (const char* file : {"real.crt", "t2.key"})
    std::filesystem::copy_file(directory_.file("real/") + file, directory_.file("ours/") + file);
  both("rsa -in t2.key -passin pass:maestro01 -text -noout");
  both("x509 -in real.crt -noout -text -serial -dates -fingerprint -hash -pubkey");
}

// Files of the real tool, so that both look at the same.
TEST_F(OpensslInterop, FactsOfCertificatesRequestsAndPackages) {
  for (const char* line :
       {"req -x509 -newkey rsa:1024 -noenc -keyout ca.key -out ca.crt -days 99 -subj /C=IT/CN=CA",
        "req -new -newkey rsa:1024 -noenc -keyout k.key -out r.csr -subj /C=IT/O=x/CN=y -addext "
        "subjectAltName=DNS:a.b.c,IP:10.1.2.3",
        "x509 -req -in r.csr -CA ca.crt -CAkey ca.key -set_serial 5 -out c.crt -copy_extensions copy",
        "pkcs12 -export -inkey k.key -in c.crt -certfile ca.crt -caname root -name my -passout pass:abcd -out p.p12"})
    ASSERT_EQ(real(line, "").status, 0) << line;
  std::filesystem::copy(directory_.file("real"), directory_.file("ours"), std::filesystem::copy_options::recursive);
  for (const char* line :
       {"x509 -in c.crt -noout -dates -serial -next_serial -startdate",
        "x509 -in c.crt -noout -ext subjectAltName,basicConstraints -modulus -email",
        "x509 -in c.crt -noout -ext keyUsage",
        "x509 -in ca.crt -noout -purpose -issuer_hash -subject_hash_old",
        "x509 -in c.crt -noout -fingerprint -SHA512 -nameopt lname,sep_multiline -subject",
        "x509 -in c.crt -noout -text -certopt no_sigdump,no_pubkey -nameopt RFC2253",
        "x509 -in c.crt -checkhost a.b.c -checkip 10.9.9.9 -noout",
        "x509 -in c.crt -nameopt nosuch -noout",
        "x509 -in c.crt -inform DER -noout",
        "x509 -in c.crt -outform FOO",
        "x509 -req -in r.csr -CA ca.crt -CAkey ca.key -days -2",
        "x509 -in c.crt -signkey k.key -noout -serial -subject -issuer",
        "x509 -new -subj /CN=n -key k.key -noout -subject -issuer",
        "x509 -x509toreq -in c.crt",
        "verify -CAfile ca.crt -show_chain c.crt",
        "verify -CAfile ca.crt -purpose sslclient -verify_hostname a.b.c c.crt",
        "verify -CAfile ca.crt -verify_hostname other c.crt",
        "verify -CAfile ca.crt -attime 0 -nameopt RFC2253 c.crt",
        "verify -trusted ca.crt -CAfile ca.crt c.crt",
        "verify -x509_strict -CAfile ca.crt c.crt",
        "verify -crl_check -CAfile ca.crt c.crt",
        "req -in r.csr -noout -text -reqopt no_sigdump -modulus -pubkey",
        "req -x509 -in r.csr -key k.key -copy_extensions copy -noout -subject",
        "req -x509 -key k.key -subj /CN=z -days 0",
        "req -new -key k.key -subj /CN=z -addext keyUsage=critical,digitalSignature -noout -subject",
        "req -new -key k.key -subj /CN=z -addext a=b",
        "req -new -key k.key -subj //CN=z -noout",
        "req -new -key k.key -subj /CN=z -reqexts nosuch",
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout e.key -subj /CN=e -out e.csr",
        "req -new -newkey foo -nodes -subj /CN=e",
        "pkcs12 -in p.p12 -passin pass:abcd -nodes",
        "pkcs12 -in p.p12 -passin pass:abcd -info -nokeys",
        "pkcs12 -in p.p12 -passin pass:abcd -cacerts -nokeys",
        "pkcs12 -in p.p12 -passin pass:abcd -noout",
        "pkcs12 -export -nokeys -in ca.crt -caname a -passout pass:abcd -out n.p12",
        "pkcs12 -export -chain -inkey k.key -in c.crt -passout pass:abcd",
        "pkcs8 -topk8 -nocrypt -in k.key",
        "rsa -in k.key -pubout",
        "rsa -in k.key -modulus -noout",
        "pkey -in k.key -text",
        "ecparam -name prime256v1",
        "genpkey -algorithm ED25519 -out d.key",
        "genpkey -algorithm EC -pkeyopt group:P-384 -outform DER -out d.der"})
    both(line);
  EXPECT_EQ(listing("ours"), listing("real"));
}

TEST_F(OpensslInterop, Base64AndItsQuirk) {
  for (const char* folder : {"real", "ours"}) {
    test_support::write_file(directory_.file(folder) + "/bare", "maestro00");
    test_support::write_file(directory_.file(folder) + "/line", "maestro00\n");
    test_support::write_file(directory_.file(folder) + "/cut", "bWFlc3RybzAw");
    test_support::write_file(directory_.file(folder) + "/whole", "bWFlc3RybzAw\n");
    test_support::write_file(directory_.file(folder) + "/long", std::string(200, 'x'));
  }
  for (const char* line : {"base64 -in bare", "base64 -in line", "base64 -d -in cut", "base64 -d -A -in cut",
                           "base64 -d -in whole", "base64 -in long", "base64 -A -in long", "enc -base64 -in long",
                           "sha256 long", "dgst -sha1 -r long bare", "dgst -md5 -c long"})
    both(line);
}

}  // namespace
}  // namespace ringside::openssl

// tests/emulator/crypto/crypto_support.hpp - keys and certificates for tests, a folder that goes away, and the real
// openssl.
#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto::test {

inline base::Instant day(int year, int month, int date) {
  return *base::from_local({year, month, date, 0, 0, 0}, base::Zone{});
}

inline DistinguishedName name_of(const std::string& common_name) {
  return DistinguishedName::from_parts({{"CN", common_name}, {"O", "Ringside"}, {"C", "DE"}}).value();
}

/// The same key for the same label, made once in a test program.
inline const PrivateKey& test_key(const std::string& label, KeySpec spec = {KeyType::nist_ecc, 256}) {
  static std::map<std::string, PrivateKey> keys;
  const std::string id = label + '/' + std::to_string(static_cast<int>(spec.type)) + '/' + std::to_string(spec.bits);
  const auto found = keys.find(id);
  if (found != keys.end()) return found->second;
  return keys.emplace(id, generate_key(spec, SeededRandomness("test", id))).first->second;
}

/// A signature as RACF makes it.
inline base::Bytes racf_sign(const PrivateKey& key, base::ByteView data, const base::Randomness& randomness,
                             SignatureForm form = SignatureForm::usual) {
  return sign(key, racf_signature(key.spec(), form), data, randomness);
}

/// A name, a key and a validity, from which certificates are made.
struct Subject {
  DistinguishedName name;
  PrivateKey key;
};

struct IssueOptions {
  std::uint8_t serial = 1;
  bool is_ca = false;
  bool key_identifiers = true;
  base::Instant from = day(2020, 1, 1), to = day(2040, 1, 1);
  std::vector<std::string> hosts{};
  bool extensions = true;
};

/// A subject with the name and test key of `name`.
inline Subject subject(const std::string& name, KeySpec spec = {KeyType::nist_ecc, 256}) {
  return {name_of(name), test_key(name, spec)};
}

inline Certificate make_certificate(const Subject& subject, const Subject& issuer, const IssueOptions& options = {}) {
  CertificateContent content{{options.serial},         issuer.name, subject.name, options.from, options.to,
                             subject.key.public_key(), {}};
  if (options.is_ca) {
    content.extensions.key_usage = static_cast<KeyUsageBits>(key_cert_sign | crl_sign);
    content.extensions.basic_constraints = BasicConstraints{true, std::nullopt};
  }
  if (options.key_identifiers) {
    content.extensions.subject_key_id = subject.key.public_key().key_identifier();
    content.extensions.authority_key_id = issuer.key.public_key().key_identifier();
  }
  if (!options.hosts.empty()) content.extensions.subject_alt_names = AltNames{{}, {}, options.hosts, {}};
  return issue(content, issuer.key, SeededRandomness("test", "issue"));
}

inline Certificate make_root(const Subject& ca, IssueOptions options = {}) {
  options.serial = 0;
  options.is_ca = true;
  return make_certificate(ca, ca, options);
}

/// A folder of its own for one test, removed with it.
class Folder {
 public:
  Folder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string(test->test_suite_name()) + '-' + test->name() + '-' + std::to_string(::getpid());
    std::replace(name.begin(), name.end(), '/', '-');  // parameterised tests have it in their names
    path_ = std::filesystem::path(::testing::TempDir()) / ("ringside-" + name);
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  void write(const std::string& name, base::ByteView bytes) const {
    std::ofstream(file(name), std::ios::binary) << base::to_text(bytes);
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(file(name), std::ios::binary) << text;
  }
  [[nodiscard]] base::Bytes read(const std::string& name) const {
    std::ifstream in(file(name), std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return base::to_bytes(all.str());
  }

  struct Outcome {
    int status = -1;
    std::string output;  ///< both streams
  };
  /// Runs a shell line in this folder.
  [[nodiscard]] Outcome run(const std::string& line) const {
    const std::string command = "cd '" + path_.string() + "' && ( " + line + "\n) 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    Outcome outcome;
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
      outcome.output.append(buffer.data(), got);
    }
    const int status = ::pclose(pipe);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
  }
  void must_run(const std::string& line) const {
    const Outcome outcome = run(line);
    ASSERT_EQ(outcome.status, 0) << line << '\n' << outcome.output;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace ringside::crypto::test

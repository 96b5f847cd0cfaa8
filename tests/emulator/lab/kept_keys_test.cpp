// tests/emulator/lab/kept_keys_test.cpp - kept keys are the keys that would be made, whatever happens to their files.
#include "emulator/lab/kept_keys.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include <sys/stat.h>

#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/lab/lab.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::lab {
namespace {

namespace fs = std::filesystem;
using crypto::KeySpec;
using crypto::KeyType;
using crypto::SeededRandomness;

constexpr KeySpec small{KeyType::rsa, 512};

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

class KeptKeysTest : public testing::Test {
 protected:
  [[nodiscard]] std::string folder() const { return directory_.file("keys"); }
  [[nodiscard]] KeptKeys kept() const { return KeptKeys(folder()); }

  crypto::PrivateKey keep(const std::string& context, KeySpec spec = small) const {
    const SeededRandomness source("seed", context);
    const auto key = crypto::generate_key(spec, source);
    kept().keep(key, spec, source);
    return key;
  }
  [[nodiscard]] bool finds(const std::string& context, KeySpec spec = small) const {
    return kept().find(spec, SeededRandomness("seed", context)).has_value();
  }

  test_support::TemporaryDirectory directory_;
};

TEST_F(KeptKeysTest, AKeptKeyIsTheKeyThatWasMade) {
  for (const KeySpec spec :
       {small, KeySpec{KeyType::rsa, 1024}, KeySpec{KeyType::rsa, 1000}, KeySpec{KeyType::dsa, 1024}}) {
    const auto key = keep("one", spec);
    const auto found = kept().find(spec, SeededRandomness("seed", "one"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->pkcs8(), key.pkcs8());
    EXPECT_EQ(found->public_key().spki(), key.public_key().spki());
    EXPECT_EQ(found->spec(), spec);
    EXPECT_TRUE(found->is_sound());
  }
}

TEST_F(KeptKeysTest, AnotherSeedOperationOrKindHasAnotherFile) {
  keep("one");
  EXPECT_TRUE(finds("one"));
  EXPECT_FALSE(finds("two"));
  EXPECT_FALSE(finds("one", {KeyType::rsa, 1024}));
  EXPECT_FALSE(kept().find(small, SeededRandomness("other seed", "one")));
}

TEST_F(KeptKeysTest, OnlySlowKeysThatComeAgainAreKept) {
  const SeededRandomness seeded("seed", "one");
  EXPECT_TRUE(kept().keeps(small, seeded));
  EXPECT_TRUE(kept().keeps({KeyType::dsa, 2048}, seeded));
  EXPECT_FALSE(kept().keeps({KeyType::nist_ecc, 256}, seeded));
  EXPECT_FALSE(kept().keeps(small, crypto::SystemRandomness()));
  EXPECT_FALSE(KeptKeys("").keeps(small, seeded));
}

TEST_F(KeptKeysTest, NobodyElseCanReadThemAndTheSeedIsNotInThem) {
  keep("one");
  ASSERT_EQ(files_below(folder()).size(), 1u);
  const fs::path file = files_below(folder()).front();
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
  for (const fs::path& above : {file.parent_path(), fs::path(folder())}) {
    ASSERT_EQ(::stat(above.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0700u);
  }
  EXPECT_EQ(content_of(file).find("seed"), std::string::npos);
}

TEST_F(KeptKeysTest, ADamagedFileIsNeverTakenForAKey) {
  keep("one");
  const fs::path file = files_below(folder()).front();
  const std::string whole = content_of(file);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    write(file, damaged);
    EXPECT_FALSE(finds("one")) << "octet " << at;
  }
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{32}, whole.size() - 1}) {
    write(file, whole.substr(0, length));
    EXPECT_FALSE(finds("one")) << length << " octets";
  }
  write(file, whole + std::string(base::limits::kept_key_bytes, 'x'));
  EXPECT_FALSE(finds("one"));
  write(file, whole);
  EXPECT_TRUE(finds("one"));
}

TEST_F(KeptKeysTest, AnotherKeysFileUnderItsNameIsNeverTakenForIt) {
  keep("one");
  const fs::path first = files_below(folder()).front();
  keep("two");
  const auto files = files_below(folder());
  ASSERT_EQ(files.size(), 2u);
  const fs::path second = files.front() == first ? files.back() : files.front();
  write(first, content_of(second));
  EXPECT_FALSE(finds("one"));
  EXPECT_TRUE(finds("two"));
}

TEST_F(KeptKeysTest, ALinkPipeOrFolderInThePlaceOfAFileIsPassedBy) {
  keep("one");
  const fs::path file = files_below(folder()).front();
  const fs::path moved = directory_.file("moved");
  fs::rename(file, moved);
  fs::create_symlink(moved, file);
  EXPECT_FALSE(finds("one"));
  fs::remove(file);
  ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
  EXPECT_FALSE(finds("one"));
  fs::remove(file);
  fs::create_directory(file);
  EXPECT_FALSE(finds("one"));
  keep("one");  // cannot replace the folder, and says nothing
  EXPECT_FALSE(finds("one"));
}

TEST_F(KeptKeysTest, AFolderThatCannotBeMadeKeepsNothing) {
  write(directory_.file("plain"), "");
  const KeptKeys nowhere(directory_.file("plain") + "/keys");
  const SeededRandomness source("seed", "one");
  nowhere.keep(crypto::generate_key(small, source), small, source);
  EXPECT_FALSE(nowhere.find(small, source));
  EXPECT_FALSE(can_keep_keys(directory_.file("plain") + "/keys"));
  EXPECT_TRUE(can_keep_keys(directory_.file("a/b/c")));
}

TEST_F(KeptKeysTest, TheLongestUnusedMakeRoom) {
  const auto key = keep("one");
  const fs::path subfolder = files_below(folder()).front().parent_path();
  const auto past = fs::file_time_type::clock::now() - std::chrono::hours(24);
  for (std::size_t i = 0; i + 1 < base::limits::kept_keys + 10; ++i) {
    write(subfolder / std::to_string(i), "of an earlier run");
    fs::last_write_time(subfolder / std::to_string(i), past + std::chrono::seconds(i));
  }
  fs::last_write_time(files_below(folder()).back(), past - std::chrono::hours(1));
  EXPECT_TRUE(finds("one"));  // and so it was used last
  const SeededRandomness source("seed", "one");
  kept().keep(key, small, source);
  const auto files = files_below(folder());
  EXPECT_LE(files.size(), base::limits::kept_keys);
  EXPECT_FALSE(fs::exists(subfolder / "0"));
  EXPECT_TRUE(fs::exists(subfolder / std::to_string(base::limits::kept_keys + 8)));
  EXPECT_TRUE(finds("one"));
}

TEST_F(KeptKeysTest, ManyThreadsKeepAndFindTheSameKeys) {
  std::vector<crypto::PrivateKey> keys;
  for (int i = 0; i < 4; ++i) keys.push_back(crypto::generate_key(small, SeededRandomness("seed", std::to_string(i))));
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int round = 0; round < 50; ++round) {
        const auto at = static_cast<std::size_t>(round % 4);
        const SeededRandomness source("seed", std::to_string(at));
        kept().keep(keys[at], small, source);
        const auto found = kept().find(small, source);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->pkcs8(), keys[at].pkcs8());
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(files_below(folder()).size(), 4u);  // and nothing half-made
}

TEST_F(KeptKeysTest, ALabTakesItsKeysFromThereAndKeepsThemThere) {
  const base::FixedClock clock{base::Instant{}};
  const auto key_of = [&](Rules rules) {
    Lab lab("", clock, std::move(rules));
    lab.set_seed("seed");
    return lab.make_key("SYS1", 1, small, *lab.randomness("SYS1", 1)).pkcs8();
  };
  const auto without = key_of({});
  Rules rules;
  rules.key_folder = folder();
  EXPECT_EQ(key_of(rules), without);
  EXPECT_EQ(files_below(folder()).size(), 1u);
  EXPECT_EQ(key_of(rules), without);
  write(files_below(folder()).front(), "foreign");
  EXPECT_EQ(key_of(rules), without);
  EXPECT_NE(content_of(files_below(folder()).front()), "foreign");  // made anew and kept
  rules.keys = crypto::KeyMaker::openssl;
  EXPECT_NE(key_of(rules), without);
}

}  // namespace
}  // namespace ringside::lab

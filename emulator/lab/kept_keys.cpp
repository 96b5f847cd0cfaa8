// emulator/lab/kept_keys.cpp - keys made from seeds, kept in a folder.
#include "emulator/lab/kept_keys.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/descriptor.hpp"
#include "base/limits.hpp"
#include "base/replace_file.hpp"
#include "base/text.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/keys/key_kept.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::lab {
namespace {

namespace fs = std::filesystem;
using base::Bytes;
using base::ByteView;

constexpr std::string_view form =
    "ringside kept key 1";  // the number changes with the file's form and with the derivation
constexpr mode_t folder_mode = 0700;

/// The name of a key's file and the key of its authentication code. Neither reveals the seed.
struct Place {
  std::string subfolder, name;
  Bytes code_key;
};

Place place_of(crypto::KeySpec spec, const base::Randomness& randomness) {
  constexpr std::size_t half = 32;
  const Bytes drawn = crypto::random_octets(randomness, "kept-key", 2 * half);
  Bytes all = base::to_bytes(fmt::format("{}\n{} {}\n", form, static_cast<int>(spec.type), spec.bits));
  all.insert(all.end(), drawn.begin(), drawn.begin() + half);
  const std::string digits = base::lower(base::hex(crypto::sha256(all)));
  return {digits.substr(0, 2), digits.substr(2), Bytes(drawn.begin() + half, drawn.end())};
}

crypto::Sha256 code_of(const Place& place, ByteView pkcs8) {
  Bytes all = base::to_bytes(place.subfolder + place.name);
  all.insert(all.end(), pkcs8.begin(), pkcs8.end());
  return crypto::hmac_sha256(place.code_key, all);
}

// Does not follow a link, and does not wait for a pipe or a device.
std::optional<Bytes> read_file(const fs::path& path) {
  const base::Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (status.st_size <= 0 || static_cast<std::size_t>(status.st_size) > base::limits::kept_key_bytes)
    return std::nullopt;
  Bytes content(static_cast<std::size_t>(status.st_size));
  const ssize_t read = ::read(file.number(), content.data(), content.size());
  if (read != static_cast<ssize_t>(content.size())) return std::nullopt;
  ::futimens(file.number(), nullptr);  // last use is now
  return content;
}

// A key that cannot be kept is made again in the next run.
void write_file(const fs::path& path, ByteView content) {
  constexpr int flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
  const base::Descriptor folder(::open(path.parent_path().c_str(), flags));
  if (folder.is_open())
    static_cast<void>(base::replace_file(folder.number(), path.filename(), content, {.owner_only = true}));
}

// Temporary files of an interrupted run are deleted by age like the others.
void make_room(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    files.push_back(at->path());
  if (files.size() < base::limits::kept_keys) return;
  std::vector<std::pair<fs::file_time_type, fs::path>> by_age;
  for (const fs::path& file : files) by_age.emplace_back(fs::last_write_time(file, error), file);
  std::sort(by_age.begin(), by_age.end());
  for (std::size_t i = 0; i + base::limits::kept_keys <= by_age.size(); ++i) fs::remove(by_age[i].second, error);
}

bool make_folder(const fs::path& folder) {
  std::error_code error;
  if (folder.empty() || fs::is_directory(folder, error)) return true;
  if (!make_folder(folder.parent_path())) return false;
  return ::mkdir(folder.c_str(), folder_mode) == 0 || fs::is_directory(folder, error);
}

}  // namespace

bool KeptKeys::keeps(crypto::KeySpec spec, const base::Randomness& randomness) const {
  const bool is_slow = spec.type == crypto::KeyType::rsa || spec.type == crypto::KeyType::dsa;
  return is_slow && !folder_.empty() && randomness.repeats();
}

std::optional<crypto::PrivateKey> KeptKeys::find(crypto::KeySpec spec, const base::Randomness& randomness) const {
  const Place place = place_of(spec, randomness);
  const auto content = read_file(fs::path(folder_) / place.subfolder / place.name);
  crypto::Sha256 code{};
  if (!content || content->size() <= code.size()) return std::nullopt;
  const ByteView pkcs8 = ByteView(*content).subspan(code.size());
  code = code_of(place, pkcs8);
  if (!std::equal(code.begin(), code.end(), content->begin())) return std::nullopt;
  return crypto::kept_key(pkcs8, spec);
}

void KeptKeys::keep(const crypto::PrivateKey& key, crypto::KeySpec spec, const base::Randomness& randomness) const {
  const Place place = place_of(spec, randomness);
  const fs::path subfolder = fs::path(folder_) / place.subfolder;
  if (!make_folder(subfolder)) return;
  make_room(subfolder);
  const crypto::Sha256 code = code_of(place, key.pkcs8());
  Bytes content(code.begin(), code.end());
  content.insert(content.end(), key.pkcs8().begin(), key.pkcs8().end());
  write_file(subfolder / place.name, content);
}

bool can_keep_keys(const std::string& folder) {
  return make_folder(folder) && ::access(folder.c_str(), W_OK | X_OK) == 0;
}

}  // namespace ringside::lab

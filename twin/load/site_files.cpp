// twin/load/site_files.cpp - a folder of a site's certificates as files, which an unload does not hold.
#include "twin/load/site_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/foreign_data.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "twin/load/refused.hpp"

namespace ringside::twin {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_in(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  fs::recursive_directory_iterator files(folder, error);
  if (error) throw Refused(folder + ": the folder cannot be read");
  for (const auto& file : files) {
    if (!file.is_regular_file(error)) continue;
    if (paths.size() == base::limits::certificate_files) throw Refused(folder + ": it holds too many files");
    paths.push_back(file.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string serial_key(const std::string& serial, const std::string& issuer) {
  return serial + "." + issuer;
}

}  // namespace

SiteFiles::SiteFiles(const std::string& folder, const std::optional<base::Secret>& password) {
  for (const std::string& path : files_in(folder)) {
    try {
      read(path, password);
    } catch (const crypto::ForeignData& refused) {
      unreadable_.push_back(path + ": " + refused.what());
    }
  }
  give_keys();
}

const SiteFile* SiteFiles::by_fingerprint(const std::string& fingerprint) const {
  const auto found = files_.find(fingerprint);
  return found == files_.end() ? nullptr : &found->second;
}

const SiteFile* SiteFiles::by_serial(const std::string& serial, const std::string& issuer) const {
  const auto found = by_serial_.find(serial_key(serial, issuer));
  return found == by_serial_.end() ? nullptr : by_fingerprint(found->second);
}

void SiteFiles::read(const std::string& path, const std::optional<base::Secret>& password) {
  std::error_code error;
  if (fs::file_size(path, error) > base::limits::container_bytes || error)
    return unreadable_.push_back(path + ": it is too large for a certificate");
  std::ifstream file(path, std::ios::binary);
  const base::Bytes content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto blocks =
      crypto::looks_like_der(content) ? crypto::Result<std::vector<crypto::PemBlock>>{} : crypto::pem_blocks(content);
  const auto key = crypto::read_key_file(content, password);
  if (key) loose_keys_.emplace(key->public_key().fingerprint(), *key);
  const std::size_t had = files_.size();
  if (blocks && blocks->size() > 1) {
    for (const crypto::PemBlock& block : *blocks)
      if (block.label == "CERTIFICATE")
        if (const auto one = crypto::Certificate::from_der(block.der)) add(*one, std::nullopt, path);
    if (files_.size() > had) return;
  }
  const auto package = crypto::read_package(content, password);
  if (!package) {
    if (!key) unreadable_.push_back(path + ": " + package.error().detail);
    return;
  }
  for (std::size_t n = 0; n < package->certificates.size(); ++n)
    add(package->certificates[n], n == 0 ? package->key : std::nullopt, path);
}

void SiteFiles::add(const crypto::Certificate& certificate, const std::optional<crypto::PrivateKey>& key,
                    const std::string& path) {
  const std::string fingerprint = base::hex(certificate.sha256());
  const auto [place, is_new] = files_.try_emplace(fingerprint, SiteFile{certificate, key, path});
  if (!is_new && key) place->second.key = key;
  by_serial_.try_emplace(serial_key(certificate.serial(), certificate.issuer().listing()), fingerprint);
}

void SiteFiles::give_keys() {
  for (auto& [fingerprint, file] : files_) {
    if (file.key) continue;
    const auto key = loose_keys_.find(file.certificate.public_key().fingerprint());
    if (key != loose_keys_.end()) file.key = key->second;
  }
}

}  // namespace ringside::twin

// app/output/certificate_files.cpp - many certificates with their keys, each in real files of its own.
#include "app/output/certificate_files.hpp"

#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "app/program.hpp"
#include "base/replace_file.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"

namespace ringside::app {
namespace {

constexpr unsigned owner_only = 0600, everybody = 0666;
constexpr mode_t folder_of_owner = 0700;

[[noreturn]] void fail(const std::string& path) {
  throw OutputError(path + ": " + std::strerror(errno));
}

base::Descriptor opened(const std::string& folder) {
  if (::mkdir(folder.c_str(), folder_of_owner) != 0 && errno != EEXIST) fail(folder);
  base::Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));  // NOLINT(*-vararg)
  if (!directory.is_open() || ::faccessat(directory.number(), ".", W_OK, AT_EACCESS) != 0) fail(folder);
  return directory;
}

}  // namespace

std::string file_name_of(const std::string& label) {
  constexpr std::string_view as_they_are = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  constexpr std::string_view not_first = ".-";
  std::string name;
  for (const char c : label) {
    const bool is_kept = as_they_are.find(c) != std::string_view::npos;
    if (is_kept && !(name.empty() && not_first.find(c) != std::string_view::npos))
      name += c;
    else
      name += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return name;
}

CertificateFiles::CertificateFiles(std::string folder, std::optional<base::Secret> password)
    : folder_(std::move(folder)), password_(std::move(password)), directory_(opened(folder_)) {}

std::vector<std::string> CertificateFiles::ends() const {
  return password_ ? std::vector<std::string>{".p12"} : std::vector<std::string>{".key", ".pem"};
}

bool CertificateFiles::exists(const std::string& name) const {
  return ::faccessat(directory_.number(), name.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

std::optional<std::string> CertificateFiles::existing(const std::string& label) const {
  const std::string name = file_name_of(label);
  for (const std::string& end : ends())
    if (exists(name + end)) return folder_ + "/" + name + end;
  return std::nullopt;
}

void CertificateFiles::write(const database::CertificateRecord& record, const std::vector<crypto::Certificate>& issuers,
                             const base::Randomness& randomness, std::int64_t now) const {
  const std::string name = file_name_of(record.label);
  if (password_) {
    if (!exists(name + ".p12")) create(name + ".p12", pkcs12(record, issuers, randomness, now), owner_only);
    return;
  }
  if (!exists(name + ".key")) create(name + ".key", crypto::armor(*record.private_key, "PRIVATE KEY"), owner_only);
  if (exists(name + ".pem")) return;
  std::string chain = crypto::armor(record.der, "CERTIFICATE");
  for (const crypto::Certificate& issuer : issuers) chain += crypto::armor(issuer.der(), "CERTIFICATE");
  create(name + ".pem", chain, everybody);
}

std::string CertificateFiles::pkcs12(const database::CertificateRecord& record,
                                     const std::vector<crypto::Certificate>& issuers,
                                     const base::Randomness& randomness, std::int64_t now) const {
  keytool::KeyStore store(keytool::StoreType::pkcs12);
  keytool::Entry entry;
  entry.alias = keytool::java_lower(record.label);
  entry.kind = keytool::EntryKind::private_key;
  entry.created = now;
  entry.key =
      keytool::protect_key(*record.private_key, {keytool::StoreType::pkcs12, *password_, randomness, store.pkcs12});
  entry.chain.push_back(*keytool::read_x509(record.der));
  for (const crypto::Certificate& issuer : issuers) entry.chain.push_back(*keytool::read_x509(issuer.der()));
  store.put(std::move(entry));
  return base::to_text(keytool::write_store(store, *password_, randomness));
}

void CertificateFiles::create(const std::string& name, const std::string& content, unsigned mode) const {
  const base::ByteView octets(reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
  if (const auto error = base::create_file(directory_.number(), name, octets, mode))
    throw OutputError(fmt::format("{}/{}: {}", folder_, name, std::strerror(error.value())));
}

void CertificateFiles::sync() const {
  if (::syncfs(directory_.number()) != 0) fail(folder_);
}

}  // namespace ringside::app

// app/serve/serve_claim.cpp - a locked file beside the lab for each system that a process serves.
#include "app/serve/serve_claim.hpp"

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "app/program.hpp"
#include "base/replace_file.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

constexpr unsigned owner_only = 0600;
constexpr long highest_port = 65'535;

/// Whether the path still names the open file: a server that stops removes its file.
bool is_at(const std::string& path, const base::Descriptor& file) {
  struct stat named {
  }, opened{};
  return ::stat(path.c_str(), &named) == 0 && ::fstat(file.number(), &opened) == 0 && named.st_ino == opened.st_ino &&
         named.st_dev == opened.st_dev;
}

std::optional<unsigned> port_in(const base::Descriptor& file) {
  std::array<char, 16> text{};
  const ssize_t length = ::pread(file.number(), text.data(), text.size(), 0);
  const std::string_view read(text.data(), static_cast<std::size_t>(length < 0 ? 0 : length));
  const auto port = base::number(read.substr(0, read.find('\n')), highest_port);
  return port ? std::optional(static_cast<unsigned>(*port)) : std::nullopt;
}

base::Descriptor locked_file(const std::string& path, const std::string& system) {
  for (;;) {
    base::Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, owner_only));
    if (!file.is_open()) throw UsageError(fmt::format("{}: {}", path, std::generic_category().message(errno)));
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
      const auto port = port_in(file);
      throw UsageError(fmt::format("serve: another process serves {} of this lab{}", system,
                                   port ? fmt::format(", on port {}", *port) : ""));
    }
    if (is_at(path, file)) return file;
  }
}

}  // namespace

std::string claim_path(const std::string& lab, const std::string& system) {
  return lab + "." + system + ".serve";
}

std::optional<unsigned> served_port(const std::string& lab, const std::string& system) {
  const base::Descriptor file(::open(claim_path(lab, system).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!file.is_open() || ::flock(file.number(), LOCK_SH | LOCK_NB) == 0) return std::nullopt;
  return port_in(file);
}

ServeClaim::ServeClaim(const std::string& lab, const std::string& system)
    : path_(claim_path(lab, system)), file_(locked_file(path_, system)) {}

ServeClaim::~ServeClaim() {
  if (file_.is_open()) ::unlink(path_.c_str());
}

void ServeClaim::tell(unsigned port) {
  if (::ftruncate(file_.number(), 0) != 0 || ::lseek(file_.number(), 0, SEEK_SET) != 0 ||
      base::write_all(file_.number(), base::to_bytes(std::to_string(port) + "\n")))
    throw UsageError(path_ + ": cannot be written");
}

}  // namespace ringside::app

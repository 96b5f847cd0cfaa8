// connectors/caller/turn.hpp - one call into Ringside by a program: it waits its turn, and finds the lab of the process
// open.
#pragma once

#include <memory>
#include <mutex>

#include "connectors/caller/opened_lab.hpp"
#include "emulator/crypto/library_context.hpp"

namespace ringside::connectors {

/// While the object exists, no other thread of the process is inside of Ringside, and OpenSSL is Ringside's own. A fork
/// by another thread waits, so that the child finds no lock taken.
class Turn {
 public:
  Turn();
  ~Turn();
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  /// The lab that the environment names, open since the first call of this process. It is opened again after a fork,
  /// when the file was replaced, and when the environment names another lab, system or user: all tokens are invalid
  /// then. Fails as OpenedLab::open() does.
  racf::datalib::Answer<OpenedLab*> lab();
  /// The settings of the environment.
  [[nodiscard]] const Settings& settings() const { return settings_; }
  /// Writes why a call is refused to standard error, if RINGSIDE_DEBUG=1.
  void tell(const racf::datalib::Failure& failure) const;

 private:
  std::unique_lock<std::mutex> lock_;
  crypto::LibraryContext context_;
  Settings settings_;
};

}  // namespace ringside::connectors

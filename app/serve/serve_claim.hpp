// app/serve/serve_claim.hpp - that a process serves a system of a lab, so that no second one does.
#pragma once

#include <optional>
#include <string>

#include "base/descriptor.hpp"

namespace ringside::app {

/// The file beside the lab that a server has locked while it runs: "plex.lab.SYSA.serve". It holds the port.
std::string claim_path(const std::string& lab, const std::string& system);

/// The port of a system that a process serves now; nullopt if none does.
std::optional<unsigned> served_port(const std::string& lab, const std::string& system);

/// A system that this process serves. The file goes with the object.
class ServeClaim {
 public:
  /// Throws UsageError if another process serves the system, or the file cannot be made.
  ServeClaim(const std::string& lab, const std::string& system);
  ~ServeClaim();
  ServeClaim(ServeClaim&&) = default;
  ServeClaim& operator=(ServeClaim&&) = delete;

  /// Lets other processes know the port.
  void tell(unsigned port);

 private:
  std::string path_;
  base::Descriptor file_;
};

}  // namespace ringside::app

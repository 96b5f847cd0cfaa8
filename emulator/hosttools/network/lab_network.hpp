// emulator/hosttools/network/lab_network.hpp - the servers of a lab, made from its table of listeners and from their
// present files or rings.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "emulator/database/listeners.hpp"
#include "emulator/host/files.hpp"
#include "emulator/host/network.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::network {

class LabNetwork final : public host::Network {
 public:
  /// The network of system `own`. `real_files` are its files if they are not in the lab.
  LabNetwork(lab::Lab& lab, std::string own, host::Files* real_files = nullptr)
      : lab_(lab), own_(std::move(own)), real_files_(real_files) {}

  [[nodiscard]] tl::expected<host::Server, host::NetworkError> reach(const std::string& host, unsigned port) override;
  /// The server of a listener. The error is a sentence.
  [[nodiscard]] tl::expected<host::Server, std::string> server_of(const database::Listener& listener);

 private:
  [[nodiscard]] std::optional<std::string> system_of(const std::string& host) const;

  lab::Lab& lab_;
  std::string own_;
  host::Files* real_files_;
};

}  // namespace ringside::network

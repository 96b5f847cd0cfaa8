// emulator/hosttools/network/lab_network.hpp - the servers that the lab's table of listeners knows, each made of its
// files or ring as they are at that moment.
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
  /// As seen from `own` system, whose files are `real_files` if they are not the lab's.
  LabNetwork(lab::Lab& lab, std::string own, host::Files* real_files = nullptr)
      : lab_(lab), own_(std::move(own)), real_files_(real_files) {}

  [[nodiscard]] tl::expected<host::Server, host::NetworkError> reach(const std::string& host, unsigned port) override;
  /// What a listener serves; the error is a sentence.
  [[nodiscard]] tl::expected<host::Server, std::string> server_of(const database::Listener& listener);

 private:
  [[nodiscard]] std::optional<std::string> system_of(const std::string& host) const;

  lab::Lab& lab_;
  std::string own_;
  host::Files* real_files_;
};

}  // namespace ringside::network

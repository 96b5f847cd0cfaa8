// app/serve/ca_file.cpp - the CA certificates that clients of the servers must trust.
#include "app/serve/ca_file.hpp"

#include "app/output/output_file.hpp"
#include "emulator/crypto/containers/pem.hpp"

namespace ringside::app {

bool write_ca_file(const std::string& path, const services::Instances& instances) {
  std::string text;
  for (const auto& each : instances.all()) {
    const auto ca = each->ring.ca();
    const std::string block = ca ? crypto::armor(ca->der(), "CERTIFICATE") : "";
    if (text.find(block) == std::string::npos) text += block;
  }
  if (text.empty()) return false;
  write_output_file(path, text);
  return true;
}

}  // namespace ringside::app

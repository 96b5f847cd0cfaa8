// connectors/keyring_util/output.cpp - where keyring-util writes, and how it shows codes.
#include "connectors/keyring_util/output.hpp"

namespace ringside::connectors::keyring_util {

void Output::show(const client::Codes& codes) const {
  if (codes.is(0, 0, 0)) return;
  std::string text = client::to_string(codes);
  text.front() = 'F';
  out << text << "\n";
}

int Output::fail(const std::string& message) const {
  out << message << "\n";
  return 1;
}

}  // namespace ringside::connectors::keyring_util

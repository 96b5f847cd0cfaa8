// app/serve/ca_file.hpp - the CA certificates that clients of the servers must trust.
#pragma once

#include <string>

#include "server/services/instances.hpp"

namespace ringside::app {

/// Makes or replaces a file with the self-signed certificate above the one that each instance shows, as PEM, each once:
/// for NODE_EXTRA_CA_CERTS and `curl --cacert`. Returns false, and writes nothing, if no ring has one. Throws
/// OutputError if the file cannot be written.
bool write_ca_file(const std::string& path, const services::Instances& instances);

}  // namespace ringside::app

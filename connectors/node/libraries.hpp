// connectors/node/libraries.hpp - Ringside's libraries, loaded into a process that has an OpenSSL of its own.
#pragma once

#include <string>

#include <gskcms.h>

#include <tl/expected.hpp>

#include "connectors/client/datalib_call.hpp"

namespace ringside::connectors::node {

/// The functions that the addon calls.
struct Functions {
  client::EntryPoint datalib;
  decltype(&ringside_datalib_mode) set_mode;
  decltype(&gsk_encode_base64) encode_base64;
  decltype(&gsk_free_buffer) free_buffer;
};

/// Loads libringside-datalib.so and libringside-gskcms.so, once for the process: from the folder of the build or of the
/// installation, or from LD_LIBRARY_PATH. Node has OpenSSL inside of its program; the libraries use that of the system.
/// Fails with the message of the loader.
const tl::expected<Functions, std::string>& functions();

}  // namespace ringside::connectors::node

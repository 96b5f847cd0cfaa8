// connectors/node/libraries.cpp - Ringside's libraries, loaded into a process that has an OpenSSL of its own.
#include "connectors/node/libraries.hpp"

#include <dlfcn.h>

namespace ringside::connectors::node {
namespace {

/// Thrown inside of this file.
struct NotLoaded {
  std::string message;
};

void* load(const char* name) {
  // DEEPBIND: symbols of OpenSSL are looked for in the library's own dependencies before the program.
  void* const library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  if (library == nullptr) throw NotLoaded{::dlerror()};
  return library;
}

template <typename Function>
void find(Function& function, void* library, const char* name) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) throw NotLoaded{::dlerror()};
}

Functions load_all() {
  Functions all{};
  void* const datalib = load(RINGSIDE_DATALIB_LIBRARY);
  find(all.datalib, datalib, "IRRSDL64");
  find(all.set_mode, datalib, "ringside_datalib_mode");
  void* const gskcms = load(RINGSIDE_GSKCMS_LIBRARY);
  find(all.encode_base64, gskcms, "gsk_encode_base64");
  find(all.free_buffer, gskcms, "gsk_free_buffer");
  all.set_mode(RINGSIDE_DATALIB_TEXT_ASCII, RINGSIDE_DATALIB_ORDER_NATIVE);
  return all;
}

}  // namespace

const tl::expected<Functions, std::string>& functions() {
  static const auto loaded = []() -> tl::expected<Functions, std::string> {
    try {
      return load_all();
    } catch (const NotLoaded& failure) {
      return tl::make_unexpected(failure.message);
    }
  }();
  return loaded;
}

}  // namespace ringside::connectors::node

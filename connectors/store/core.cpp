// connectors/store/core.cpp - the OpenSSL that has loaded the provider, and how errors are put on its queue.
#include "connectors/store/core.hpp"

#include <cstdarg>

namespace ringside::connectors::store {

Core::Core(const OSSL_CORE_HANDLE* handle, const OSSL_DISPATCH* functions) : handle_(handle) {
  for (; functions->function_id != 0; ++functions) {
    if (functions->function_id == OSSL_FUNC_CORE_NEW_ERROR) new_error_ = OSSL_FUNC_core_new_error(functions);
    if (functions->function_id == OSSL_FUNC_CORE_VSET_ERROR) set_error_ = OSSL_FUNC_core_vset_error(functions);
  }
}

void Core::raise(Reason reason, const std::string& text) const {
  if (new_error_ == nullptr || set_error_ == nullptr) return;
  new_error_(handle_);
  put(static_cast<std::uint32_t>(reason), "%s", text.c_str());
}

void Core::put(std::uint32_t reason, const char* format, ...) const {
  va_list arguments;
  va_start(arguments, format);
  set_error_(handle_, reason, format, arguments);
  va_end(arguments);
}

const OSSL_ITEM* Core::reasons() {
  // OpenSSL takes texts that are not const, and does not change them.
  const auto row = [](Reason reason, const char* text) {
    return OSSL_ITEM{static_cast<unsigned>(reason), const_cast<char*>(text)};
  };
  static const OSSL_ITEM rows[] = {row(Reason::ring_not_read, "the key ring cannot be read"),
                                   row(Reason::bad_uri, "this is no URI of a key ring"),
                                   row(Reason::bad_criterion, "the search criterion cannot be read"),
                                   row(Reason::internal, "Ringside failed"),
                                   {0, nullptr}};
  return rows;
}

}  // namespace ringside::connectors::store

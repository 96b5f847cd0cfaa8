// connectors/store/core.hpp - the OpenSSL that has loaded the provider, and how errors are put on its queue.
#pragma once

#include <string>

#include <openssl/core.h>
#include <openssl/core_dispatch.h>

namespace ringside::connectors::store {

/// The provider's own reasons of errors.
enum class Reason : unsigned { ring_not_read = 1, bad_uri, bad_criterion, internal };

class Core {
 public:
  Core(const OSSL_CORE_HANDLE* handle, const OSSL_DISPATCH* functions);

  /// Puts an error with this reason and text on the queue of the thread.
  void raise(Reason reason, const std::string& text) const;
  /// The texts of the reasons, as OpenSSL asks for them.
  static const OSSL_ITEM* reasons();

 private:
  void put(std::uint32_t reason, const char* format, ...) const;

  const OSSL_CORE_HANDLE* handle_;
  OSSL_FUNC_core_new_error_fn* new_error_ = nullptr;
  OSSL_FUNC_core_vset_error_fn* set_error_ = nullptr;
};

/// A row of a table of functions. OpenSSL casts each function back to its own type.
template <typename Function>
OSSL_DISPATCH dispatch_row(int id, Function* function) {
  return {id, reinterpret_cast<void (*)()>(function)};
}

}  // namespace ringside::connectors::store

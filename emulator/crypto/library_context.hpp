// emulator/crypto/library_context.hpp - an OpenSSL of one's own, inside of a program that uses OpenSSL as well.
#pragma once

namespace ringside::crypto {

/// While the object exists, OpenSSL works in this thread with the default provider only, whatever the program has
/// configured: so a program that has made Ringside its provider or engine does not call Ringside from within Ringside.
/// Objects nest. Throws base::Fault if OpenSSL has no memory.
class LibraryContext {
 public:
  LibraryContext();
  ~LibraryContext();
  LibraryContext(const LibraryContext&) = delete;
  LibraryContext& operator=(const LibraryContext&) = delete;

 private:
  void* previous_;  // OSSL_LIB_CTX
};

}  // namespace ringside::crypto

// connectors/pkcs11/module.hpp - the module of this process: its tokens and sessions, and how calls get to them.
//
// Rings are read into memory when the module is initialised. After that no file is open and no thread runs, so that a
// child process can go on with the handles of its parent: servers initialise in the master and sign in the workers.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "connectors/pkcs11/operation.hpp"
#include "connectors/pkcs11/token.hpp"

namespace ringside::connectors::pkcs11 {

/// A search whose results are fetched one after another.
struct Search {
  std::vector<CK_OBJECT_HANDLE> found;
  std::size_t next = 0;
};

struct Decryption {
  const Object* key = nullptr;
  crypto::RsaEncryption encryption = crypto::RsaEncryption::pkcs1;
};

/// A hash value under way.
struct Digesting {
  crypto::RunningDigest digest;
  std::size_t octets = 0;
  bool has_parts = false;
};

struct Session {
  CK_SLOT_ID slot = 0;
  CK_FLAGS flags = 0;
  std::optional<Search> search{};
  std::optional<Operation> signing{};
  std::optional<Operation> verifying{};
  std::optional<Decryption> decrypting{};
  std::optional<Digesting> digesting{};
};

/// The slots are numbered from 0, each has a token. The handle of an object is its place in the token, from 1.
struct Module {
  std::vector<Token> tokens;
  std::set<CK_SLOT_ID> logged_in{};
  std::map<CK_SESSION_HANDLE, Session> sessions{};
  CK_SESSION_HANDLE last_session = 0;

  /// Both return nullptr for what is not there.
  [[nodiscard]] const Token* token(CK_SLOT_ID slot) const;
  [[nodiscard]] const Object* object(const Session& session, CK_OBJECT_HANDLE handle) const;
};

/// Reads the rings. CKR_OK also if nothing names a lab: there are no slots then. CKR_CRYPTOKI_ALREADY_INITIALIZED
/// unless it was the parent process that initialised the module. CKR_DEVICE_ERROR, with a line on standard error, if
/// the lab cannot be read.
CK_RV initialize();
/// Forgets tokens and sessions.
CK_RV finalize();

/// Guards sessions and logins. A call may unlock it when it is done with them.
using Lock = std::unique_lock<std::mutex>;
using ModuleCall = std::function<CK_RV(Module&, Lock&)>;
using SessionCall = std::function<CK_RV(Module&, Session&, Lock&)>;

/// Runs the body of an entry point, with OpenSSL being our own. CKR_CRYPTOKI_NOT_INITIALIZED,
/// CKR_SESSION_HANDLE_INVALID. An exception is answered by CKR_HOST_MEMORY or CKR_GENERAL_ERROR.
CK_RV in_module(const ModuleCall& body) noexcept;
CK_RV in_session(CK_SESSION_HANDLE session, const SessionCall& body) noexcept;

}  // namespace ringside::connectors::pkcs11

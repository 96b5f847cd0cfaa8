// connectors/pkcs11/module.cpp - the one module of a process, its locks, and what a fork does to them.
#include "connectors/pkcs11/module.hpp"

#include <cstdio>
#include <memory>
#include <new>

#include <pthread.h>

#include <fmt/format.h>

#include "connectors/pkcs11/gate.hpp"
#include "emulator/crypto/library_context.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

constexpr const char* settings_file = "/etc/ringside/pkcs11.conf";

struct OfProcess {
  std::unique_ptr<Gate> gate = std::make_unique<Gate>();
  std::mutex mutex;
  std::optional<Module> module;
  bool inherited = false;  ///< a parent process initialised the module
};

// Never destroyed: programs call C_Finalize while they end, after the destructors of static objects.
OfProcess& of_process() {
  static OfProcess& process = *new OfProcess;
  return process;
}

// The gate is closed while the process forks, so no other thread is inside: neither our locks nor OpenSSL's are taken
// in the child. Threads that wait at the gate are not in the child, which gets a gate of its own.
void attend_forks() {
  static const int attended = pthread_atfork([] { of_process().gate->close(); }, [] { of_process().gate->open(); },
                                             [] {
                                               static_cast<void>(of_process().gate.release());
                                               of_process().gate = std::make_unique<Gate>();
                                               of_process().inherited = true;
                                             });
  static_cast<void>(attended);
}

CK_RV read_module(OfProcess& process) {
  const Settings settings = settings_from(environment_and_file(settings_file));
  if (settings.lab.empty()) {
    process.module.emplace();
    return CKR_OK;
  }
  auto tokens = read_tokens(settings);
  if (!tokens) {
    std::fputs(fmt::format("ringside: {}\n", tokens.error().explanation).c_str(), stderr);
    return CKR_DEVICE_ERROR;
  }
  process.module.emplace(Module{*std::move(tokens)});
  return CKR_OK;
}

// No exception may pass into the program, which need not be written in C++.
CK_RV caught(const std::function<CK_RV()>& body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return CKR_HOST_MEMORY;
  } catch (...) {
    return CKR_GENERAL_ERROR;
  }
}

}  // namespace

const Token* Module::token(CK_SLOT_ID slot) const {
  return slot < tokens.size() ? &tokens[slot] : nullptr;
}

const Object* Module::object(const Session& session, CK_OBJECT_HANDLE handle) const {
  const auto& objects = tokens[session.slot].objects;
  return handle == 0 || handle > objects.size() ? nullptr : &objects[handle - 1];
}

CK_RV initialize() {
  return caught([] {
    attend_forks();
    OfProcess& process = of_process();
    const Gate::Closed closed(*process.gate);
    const bool inherited = std::exchange(process.inherited, false);
    if (process.module) return inherited ? CK_RV{CKR_OK} : CK_RV{CKR_CRYPTOKI_ALREADY_INITIALIZED};
    const crypto::LibraryContext own_openssl;
    return read_module(process);
  });
}

CK_RV finalize() {
  return caught([] {
    OfProcess& process = of_process();
    const Gate::Closed closed(*process.gate);
    if (!process.module) return CK_RV{CKR_CRYPTOKI_NOT_INITIALIZED};
    const crypto::LibraryContext own_openssl;
    process.module.reset();
    return CK_RV{CKR_OK};
  });
}

CK_RV in_module(const ModuleCall& body) noexcept {
  return caught([&] {
    OfProcess& process = of_process();
    const Gate::Visit visit(*process.gate);
    if (!process.module) return CK_RV{CKR_CRYPTOKI_NOT_INITIALIZED};
    const crypto::LibraryContext own_openssl;
    Lock lock(process.mutex);
    return body(*process.module, lock);
  });
}

CK_RV in_session(CK_SESSION_HANDLE session, const SessionCall& body) noexcept {
  return in_module([&](Module& module, Lock& lock) -> CK_RV {
    const auto found = module.sessions.find(session);
    return found == module.sessions.end() ? CK_RV{CKR_SESSION_HANDLE_INVALID} : body(module, found->second, lock);
  });
}

}  // namespace ringside::connectors::pkcs11

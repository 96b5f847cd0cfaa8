// connectors/store/provider.cpp - the provider "ringside" of OpenSSL: key rings as a store.
#include "connectors/store/provider.hpp"

#include <new>

#include <openssl/core_dispatch.h>
#include <openssl/core_names.h>
#include <openssl/params.h>

#include "connectors/store/core.hpp"
#include "connectors/store/loader.hpp"

namespace ringside::connectors::store {
namespace {

const OSSL_ALGORITHM* query(void*, int operation, int* no_cache) {
  // The name of a store is the scheme of its URIs. OpenSSL 3.0 reads one name only.
  constexpr const char* about = "SAF key rings of a Ringside lab";
  static const OSSL_ALGORITHM stores[] = {{"safkeyring", "provider=ringside", loader_functions(), about},
                                          {"safkeyringjce", "provider=ringside", loader_functions(), about},
                                          {nullptr, nullptr, nullptr, nullptr}};
  *no_cache = 0;
  return operation == OSSL_OP_STORE ? stores : nullptr;
}

const OSSL_PARAM* gettable_parameters(void*) {
  static const OSSL_PARAM known[] = {OSSL_PARAM_utf8_ptr(OSSL_PROV_PARAM_NAME, nullptr, 0),
                                     OSSL_PARAM_int(OSSL_PROV_PARAM_STATUS, nullptr), OSSL_PARAM_END};
  return known;
}

int get_parameters(void*, OSSL_PARAM parameters[]) {
  OSSL_PARAM* const name = OSSL_PARAM_locate(parameters, OSSL_PROV_PARAM_NAME);
  OSSL_PARAM* const status = OSSL_PARAM_locate(parameters, OSSL_PROV_PARAM_STATUS);
  return (name == nullptr || OSSL_PARAM_set_utf8_ptr(name, "Ringside key rings") == 1) &&
                 (status == nullptr || OSSL_PARAM_set_int(status, 1) == 1)
             ? 1
             : 0;
}

const OSSL_ITEM* reasons(void*) {
  return Core::reasons();
}

void tear_down(void* provider) {
  delete static_cast<Core*>(provider);
}

const OSSL_DISPATCH* functions() {
  static const OSSL_DISPATCH rows[] = {dispatch_row(OSSL_FUNC_PROVIDER_TEARDOWN, tear_down),
                                       dispatch_row(OSSL_FUNC_PROVIDER_GETTABLE_PARAMS, gettable_parameters),
                                       dispatch_row(OSSL_FUNC_PROVIDER_GET_PARAMS, get_parameters),
                                       dispatch_row(OSSL_FUNC_PROVIDER_QUERY_OPERATION, query),
                                       dispatch_row(OSSL_FUNC_PROVIDER_GET_REASON_STRINGS, reasons),
                                       {0, nullptr}};
  return rows;
}

}  // namespace

extern "C" int OSSL_provider_init(const OSSL_CORE_HANDLE* handle, const OSSL_DISPATCH* core_functions,
                                  const OSSL_DISPATCH** provider_functions, void** provider_context) {
  *provider_context = new (std::nothrow) Core(handle, core_functions);
  *provider_functions = functions();
  return *provider_context == nullptr ? 0 : 1;
}

}  // namespace ringside::connectors::store

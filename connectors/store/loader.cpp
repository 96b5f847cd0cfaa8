// connectors/store/loader.cpp - the functions that OpenSSL calls to read a store.
#include "connectors/store/loader.hpp"

#include <exception>

#include <fmt/format.h>

#include "connectors/caller/turn.hpp"
#include "connectors/store/core.hpp"
#include "connectors/store/open_ring.hpp"

namespace ringside::connectors::store {
namespace {

/// An open store of OpenSSL.
struct OpenStore {
  const Core& core;
  OpenRing ring;
};

/// Calls `function`. An exception becomes an error on the queue, and `failure` the result.
template <typename Function, typename Result>
Result without_exceptions(const Core& core, Result failure, const Function& function) {
  try {
    return function();
  } catch (const std::exception& problem) {
    core.raise(Reason::internal, problem.what());
  } catch (...) {
    core.raise(Reason::internal, "no reason is known");
  }
  return failure;
}

racf::datalib::Answer<std::vector<RingObject>> read(Turn& turn, const RingUri& uri) {
  const auto lab = turn.lab();
  if (!lab) return tl::make_unexpected(lab.error());
  return ring_objects((*lab)->service(), uri);
}

void* open_uri(const Core& core, const std::string& text) {
  Turn turn;
  const auto uri = ring_uri(text, turn.settings().user);
  if (!uri) {
    core.raise(Reason::bad_uri, uri.error());
    return nullptr;
  }
  auto objects = read(turn, *uri);
  if (!objects) {
    const racf::datalib::Failure& failure = objects.error();
    turn.tell(failure);
    core.raise(Reason::ring_not_read, fmt::format("R_datalib {}: {}", to_string(failure.codes), failure.explanation));
    return nullptr;
  }
  return new OpenStore{core, OpenRing(*std::move(objects))};
}

void* open(void* provider, const char* uri) {
  const Core& core = *static_cast<Core*>(provider);
  return without_exceptions<>(core, static_cast<void*>(nullptr), [&] { return open_uri(core, uri); });
}

const OSSL_PARAM* settable_parameters(void*) {
  return OpenRing::criteria();
}

int set_parameters(void* context, const OSSL_PARAM parameters[]) {
  OpenStore& store = *static_cast<OpenStore*>(context);
  return without_exceptions(store.core, 0, [&] {
    if (parameters == nullptr || store.ring.narrow(parameters)) return 1;
    store.core.raise(Reason::bad_criterion, "expect is a number, subject a name in DER, alias a text");
    return 0;
  });
}

int load(void* context, OSSL_CALLBACK* take, void* argument, OSSL_PASSPHRASE_CALLBACK*, void*) {
  OpenStore& store = *static_cast<OpenStore*>(context);
  return without_exceptions(store.core, 0, [&] { return store.ring.give_next(take, argument) ? 1 : 0; });
}

int at_end(void* context) {
  return static_cast<OpenStore*>(context)->ring.at_end() ? 1 : 0;
}

int close(void* context) {
  delete static_cast<OpenStore*>(context);
  return 1;
}

}  // namespace

const OSSL_DISPATCH* loader_functions() {
  static const OSSL_DISPATCH functions[] = {dispatch_row(OSSL_FUNC_STORE_OPEN, open),
                                            dispatch_row(OSSL_FUNC_STORE_SETTABLE_CTX_PARAMS, settable_parameters),
                                            dispatch_row(OSSL_FUNC_STORE_SET_CTX_PARAMS, set_parameters),
                                            dispatch_row(OSSL_FUNC_STORE_LOAD, load),
                                            dispatch_row(OSSL_FUNC_STORE_EOF, at_end),
                                            dispatch_row(OSSL_FUNC_STORE_CLOSE, close),
                                            {0, nullptr}};
  return functions;
}

}  // namespace ringside::connectors::store

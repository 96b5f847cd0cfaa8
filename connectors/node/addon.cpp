// connectors/node/addon.cpp - the addon of Node that npm's package keyring_js loads.
#include "connectors/node/addon.hpp"

#include <array>
#include <exception>

#include <strings.h>

#include "connectors/node/libraries.hpp"

namespace ringside::connectors::node {
namespace {

constexpr std::size_t user_most = 8, ring_most = 236, label_most = 32, format_most = 3;

/// The arguments of a call. Returns nullopt, once an exception is set, if their number is another.
template <std::size_t Count>
std::optional<std::array<napi_value, Count>> arguments(napi_env env, napi_callback_info info, const char* names) {
  std::array<napi_value, Count> values{};
  std::size_t count = Count;
  if (napi_get_cb_info(env, info, &count, values.data(), nullptr, nullptr) == napi_ok && count == Count) return values;
  throw_type_error(
      env, "Wrong number of arguments. Specify " + std::to_string(Count) + " string arguments: " + std::string(names));
  return std::nullopt;
}

void throw_codes(napi_env env, const client::Codes& codes) {
  throw_error(env, "R_datalib call failed: " + client::to_string(codes) + "\n");
}

/// PEM without an end of line behind the last line.
std::string pem_of(std::vector<std::uint8_t> octets, const std::string& label) {
  gsk_buffer input{static_cast<gsk_size>(octets.size()), octets.data()}, output{0, nullptr};
  functions()->encode_base64(&input, &output);
  std::string text = "-----BEGIN " + label + "-----\n";
  if (output.data != nullptr) text.append(static_cast<const char*>(output.data), output.length);
  functions()->free_buffer(&output);
  return text + "-----END " + label + "-----";
}

napi_value in_format(napi_env env, const client::Certificate& certificate, const std::string& format) {
  if (::strcasecmp(format.c_str(), "der") == 0)
    return object_of(
        env, {{"certificate", array_buffer(env, certificate.der)}, {"key", array_buffer(env, certificate.key)}});
  if (::strcasecmp(format.c_str(), "pem") == 0)
    return object_of(env, {{"certificate", text_value(env, pem_of(certificate.der, "CERTIFICATE"))},
                           {"key", text_value(env, pem_of(certificate.key, "PRIVATE KEY"))}});
  throw_type_error(env, "Specified format is not supported.");
  return nullptr;
}

napi_value element(napi_env env, const client::Certificate& certificate) {
  return object_of(env, {{"label", text_value(env, certificate.label)},
                         {"owner", text_value(env, certificate.owner)},
                         {"usage", text_value(env, certificate.usage)},
                         {"status", text_value(env, certificate.status)},
                         {"default", boolean_value(env, certificate.is_default)},
                         {"pem", text_value(env, pem_of(certificate.der, "CERTIFICATE"))}});
}

napi_value get(napi_env env, napi_callback_info info) {
  const auto values = arguments<4>(env, info, R"x("userid", "keyring", "label", "format (der|pem)")x");
  if (!values) return nullptr;
  const auto user = text_argument(env, (*values)[0], user_most, "First");
  if (!user) return nullptr;
  const auto ring = text_argument(env, (*values)[1], ring_most, "Second");
  if (!ring) return nullptr;
  const auto label = text_argument(env, (*values)[2], label_most, "Third");
  if (!label) return nullptr;
  const auto format = text_argument(env, (*values)[3], format_most, "Fourth");
  if (!format) return nullptr;
  const auto certificate = client::certificate_of(functions()->datalib, {*user, *ring}, *label);
  if (certificate) return in_format(env, *certificate, *format);
  throw_codes(env, certificate.error());
  return nullptr;
}

napi_value list(napi_env env, napi_callback_info info) {
  const auto values = arguments<2>(env, info, R"x("userid", "keyring")x");
  if (!values) return nullptr;
  const auto user = text_argument(env, (*values)[0], user_most, "First");
  if (!user) return nullptr;
  const auto ring = text_argument(env, (*values)[1], ring_most, "Second");
  if (!ring) return nullptr;
  const auto listing = client::list_ring(functions()->datalib, {*user, *ring});
  if (!listing) {
    throw_codes(env, listing.error());
    return nullptr;
  }
  std::vector<napi_value> elements;
  for (const client::Certificate& certificate : listing->certificates) elements.push_back(element(env, certificate));
  return array_of(env, elements);
}

/// Calls a function of the addon. Exceptions of C++ do not reach the engine.
napi_value guarded(napi_value (*work)(napi_env, napi_callback_info), napi_env env, napi_callback_info info) noexcept {
  try {
    return work(env, info);
  } catch (const std::exception& failure) {
    napi_throw_error(env, nullptr, failure.what());
  }
  return nullptr;
}

}  // namespace

napi_value get_data(napi_env env, napi_callback_info info) {
  return guarded(get, env, info);
}

napi_value list_keyring(napi_env env, napi_callback_info info) {
  return guarded(list, env, info);
}

}  // namespace ringside::connectors::node

NAPI_MODULE_INIT() {
  namespace addon = ringside::connectors::node;
  if (const auto& loaded = addon::functions(); !loaded) {
    addon::throw_error(env, "Ringside's libraries cannot be loaded: " + loaded.error());
    return nullptr;
  }
  napi_value get_data = nullptr, list_keyring = nullptr;
  napi_create_function(env, "getData", NAPI_AUTO_LENGTH, addon::get_data, nullptr, &get_data);
  napi_create_function(env, "listKeyring", NAPI_AUTO_LENGTH, addon::list_keyring, nullptr, &list_keyring);
  napi_set_named_property(env, exports, "getData", get_data);
  napi_set_named_property(env, exports, "listKeyring", list_keyring);
  return exports;
}

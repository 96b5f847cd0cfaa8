// connectors/node/values.cpp - values of JavaScript.
#include "connectors/node/values.hpp"

#include <cstring>

namespace ringside::connectors::node {

void throw_error(napi_env env, const std::string& message) {
  napi_throw_error(env, nullptr, message.c_str());
}

void throw_type_error(napi_env env, const std::string& message) {
  napi_throw_type_error(env, nullptr, message.c_str());
}

std::optional<std::string> text_argument(napi_env env, napi_value value, std::size_t most, const char* place) {
  napi_valuetype type = napi_undefined;
  std::size_t length = 0;
  if (napi_typeof(env, value, &type) != napi_ok || type != napi_string ||
      napi_get_value_string_latin1(env, value, nullptr, 0, &length) != napi_ok) {
    throw_type_error(env, std::string(place) + " parameter has wrong argument type");
    return std::nullopt;
  }
  if (length > most) {
    throw_type_error(env, std::string(place) + " parameter is too long. Parameter can be up to " +
                              std::to_string(most) + " bytes long");
    return std::nullopt;
  }
  std::string text(length + 1, '\0');
  napi_get_value_string_latin1(env, value, text.data(), text.size(), &length);
  text.resize(length);
  return text;
}

napi_value text_value(napi_env env, const std::string& text) {
  napi_value value = nullptr;
  napi_create_string_latin1(env, text.data(), text.size(), &value);
  return value;
}

napi_value array_buffer(napi_env env, const std::vector<std::uint8_t>& octets) {
  napi_value value = nullptr;
  void* storage = nullptr;
  if (napi_create_arraybuffer(env, octets.size(), &storage, &value) != napi_ok) return nullptr;
  if (!octets.empty()) std::memcpy(storage, octets.data(), octets.size());
  return value;
}

napi_value boolean_value(napi_env env, bool value) {
  napi_value made = nullptr;
  napi_get_boolean(env, value, &made);
  return made;
}

napi_value object_of(napi_env env, const std::vector<Property>& properties) {
  napi_value object = nullptr;
  if (napi_create_object(env, &object) != napi_ok) return nullptr;
  for (const Property& property : properties) napi_set_named_property(env, object, property.name, property.value);
  return object;
}

napi_value array_of(napi_env env, const std::vector<napi_value>& elements) {
  napi_value array = nullptr;
  if (napi_create_array(env, &array) != napi_ok) return nullptr;
  std::uint32_t at = 0;
  for (napi_value element : elements) napi_set_element(env, array, at++, element);
  return array;
}

}  // namespace ringside::connectors::node

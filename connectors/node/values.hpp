// connectors/node/values.hpp - values of JavaScript. An error becomes an exception of JavaScript, thrown when the addon
// returns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#define NAPI_VERSION 5
#include <node_api.h>

namespace ringside::connectors::node {

void throw_error(napi_env env, const std::string& message);
void throw_type_error(napi_env env, const std::string& message);

/// A text of at most `most` characters. `place` is the word for the parameter in messages, "First". Returns nullopt
/// once an exception is set.
std::optional<std::string> text_argument(napi_env env, napi_value value, std::size_t most, const char* place);

/// Returns nullptr if the engine fails.
napi_value text_value(napi_env env, const std::string& text);
napi_value array_buffer(napi_env env, const std::vector<std::uint8_t>& octets);
napi_value boolean_value(napi_env env, bool value);

struct Property {
  const char* name;
  napi_value value;
};
napi_value object_of(napi_env env, const std::vector<Property>& properties);
napi_value array_of(napi_env env, const std::vector<napi_value>& elements);

}  // namespace ringside::connectors::node

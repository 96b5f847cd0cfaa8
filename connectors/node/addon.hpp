// connectors/node/addon.hpp - the addon of Node that npm's package keyring_js loads: getData() and listKeyring().
//
// Arguments, results and texts of errors are those of keyring_js 1.1.0, so that the package works unmodified.
#pragma once

#include "connectors/node/values.hpp"

namespace ringside::connectors::node {

/// getData(userid, keyring, label, format): an object with certificate and key of the certificate with this label, as
/// PEM (format "pem": texts without an end of line behind the last line) or as DER ("der": ArrayBuffers). The key is
/// PKCS#8, and empty if the user may not have it.
napi_value get_data(napi_env env, napi_callback_info info);

/// listKeyring(userid, keyring): an array of objects with label, owner, usage, status, default and pem.
napi_value list_keyring(napi_env env, napi_callback_info info);

}  // namespace ringside::connectors::node

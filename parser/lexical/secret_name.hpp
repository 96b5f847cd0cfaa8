// parser/lexical/secret_name.hpp - names of variables, symbols, keys and files that hold passwords.
#pragma once

#include <string_view>

namespace ringside::parser {

/// Returns whether a name says that its value is a password: PW, STOREPASS, DbPassword, ca.pwd. Case is ignored. PWD
/// and OLDPWD are folders in every shell, and no secrets.
bool is_secret_name(std::string_view name);

}  // namespace ringside::parser

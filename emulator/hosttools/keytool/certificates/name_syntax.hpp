// emulator/hosttools/keytool/certificates/name_syntax.hpp - what Java takes for a host name, a URI, a mail or network
// address, and its words for what it does not.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "base/bytes.hpp"

namespace ringside::keytool {

/// The message of Java's IOException; nothing for a name that it takes.
std::optional<std::string> problem_of_dns_name(const std::string& name, bool wildcard);
std::optional<std::string> problem_of_mail_address(const std::string& address);
std::optional<std::string> problem_of_uri(const std::string& uri);
std::optional<std::string> problem_of_oid(const std::string& text);

/// The octets of an address, with "/mask" twice as many; else Java's exception and its message. Host names are not
/// looked up: no network is asked here, and that is what Java says without one.
tl::expected<base::Bytes, std::string> java_address(const std::string& text);

}  // namespace ringside::keytool

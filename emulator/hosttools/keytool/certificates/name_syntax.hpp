// emulator/hosttools/keytool/certificates/name_syntax.hpp - checks host names, URIs, mail and network addresses as
// Java does, and gives Java's messages.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "base/bytes.hpp"

namespace ringside::keytool {

/// Returns the message of Java's IOException; nullopt for a name that Java accepts.
std::optional<std::string> problem_of_dns_name(const std::string& name, bool wildcard);
std::optional<std::string> problem_of_mail_address(const std::string& address);
std::optional<std::string> problem_of_uri(const std::string& uri);
std::optional<std::string> problem_of_oid(const std::string& text);

/// Returns the octets of an address, twice as many with "/mask"; else Java's exception and its message. Host names are
/// not looked up: the answer is the one that Java gives without a network.
tl::expected<base::Bytes, std::string> java_address(const std::string& text);

}  // namespace ringside::keytool

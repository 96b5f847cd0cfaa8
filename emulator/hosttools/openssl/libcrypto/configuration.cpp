// emulator/hosttools/openssl/libcrypto/configuration.cpp - OpenSSL's reader of configuration files, without access to
// the real file system.
#include "emulator/hosttools/openssl/libcrypto/configuration.hpp"

#include <fmt/format.h>
#include <openssl/conf.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::openssl {
namespace {

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Replaces "$ENV::X", "${ENV::X}" and "$(ENV::X)" by their values, so that OpenSSL never reads the real environment.
crypto::Result<std::string> with_environment(const std::string& text, const Configuration::Environment& environment) {
  constexpr std::string_view mark = "ENV::";
  std::string result;
  bool comment = false;
  for (std::size_t at = 0; at < text.size();) {
    comment = text[at] != '\n' && (comment || text[at] == '#');
    const bool braced = at + 1 < text.size() && (text[at + 1] == '{' || text[at + 1] == '(');
    const std::size_t start = at + (braced ? 2 : 1);
    if (comment || text[at] != '$' || text.compare(start, mark.size(), mark) != 0) {
      result += text[at++];
      continue;
    }
    std::size_t end = start + mark.size();
    while (end < text.size() && is_name_character(text[end])) ++end;
    const std::string name = text.substr(start + mark.size(), end - start - mark.size());
    const auto value = environment(name);
    if (!value) return crypto::problem(crypto::ProblemKind::unsupported, "variable has no value: ENV::" + name);
    result += *value;
    at = braced ? std::min(end + 1, text.size()) : end;
  }
  return result;
}

std::optional<std::string> unsupported_line(const std::string& text) {
  int number = 0;
  for (const std::string& line : base::lines(text)) {
    ++number;
    const std::string start = base::trim(line);
    if (start.starts_with(".include") || start.starts_with(".pragma"))
      return fmt::format("line {}: {} is not emulated", number, start.substr(0, start.find_first_of(" \t=")));
    if (start.find("policy:file:") != std::string::npos)
      return fmt::format("line {}: a policy out of a file is not emulated", number);
  }
  return std::nullopt;
}

}  // namespace

crypto::Result<Configuration> Configuration::parse(const std::string& text, const Environment& environment) {
  const crypto::CleanErrorQueue clean;
  if (text.size() > base::limits::certificate_bytes)
    return crypto::problem(crypto::ProblemKind::too_large, "a configuration of more than 1 MiB");
  if (const auto reason = unsupported_line(text)) return crypto::problem(crypto::ProblemKind::unsupported, *reason);
  const auto filled = with_environment(text, environment);
  if (!filled) return tl::unexpected(filled.error());
  const crypto::Owned<BIO, BIO_free> bio(
      crypto::require(BIO_new_mem_buf(filled->data(), static_cast<int>(filled->size())), "BIO_new_mem_buf"));
  Configuration configuration;
  configuration.conf_ = std::shared_ptr<CONF>(crypto::require(NCONF_new(nullptr), "NCONF_new"), NCONF_free);
  long line = 0;
  if (NCONF_load_bio(configuration.conf_.get(), bio.get(), &line) != 1)
    return crypto::problem(crypto::ProblemKind::malformed,
                           fmt::format("line {}: {}", line, crypto::take_openssl_error()));
  return configuration;
}

std::optional<std::string> Configuration::find(const std::string& section, const std::string& name) const {
  const crypto::CleanErrorQueue clean;
  const char* value = NCONF_get_string(conf_.get(), section.c_str(), name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

bool Configuration::has_section(const std::string& section) const {
  const crypto::CleanErrorQueue clean;
  return NCONF_get_section(conf_.get(), section.c_str()) != nullptr;
}

std::vector<std::pair<std::string, std::string>> Configuration::entries(const std::string& section) const {
  const crypto::CleanErrorQueue clean;
  std::vector<std::pair<std::string, std::string>> found;
  const STACK_OF(CONF_VALUE)* values = NCONF_get_section(conf_.get(), section.c_str());
  for (int i = 0; values != nullptr && i < sk_CONF_VALUE_num(values); ++i) {
    const CONF_VALUE* value = sk_CONF_VALUE_value(values, i);
    found.emplace_back(value->name, value->value == nullptr ? "" : value->value);
  }
  return found;
}

}  // namespace ringside::openssl

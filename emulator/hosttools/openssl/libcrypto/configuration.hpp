// emulator/hosttools/openssl/libcrypto/configuration.hpp - configuration files in the form of openssl.cnf.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/crypto/result.hpp"

using CONF = struct conf_st;

namespace ringside::openssl {

class Configuration {
 public:
  /// The value of an environment variable; nullopt if it is not set.
  using Environment = std::function<std::optional<std::string>(const std::string& name)>;

  /// Parses the text of a file. $ENV:: takes its values from `environment`. `.include` and policies from files are
  /// errors, because they would read files outside the emulated host. The detail of an error is OpenSSL's reason with
  /// its line.
  static crypto::Result<Configuration> parse(const std::string& text, const Environment& environment);

  [[nodiscard]] std::optional<std::string> find(const std::string& section, const std::string& name) const;
  [[nodiscard]] bool has_section(const std::string& section) const;
  /// The names and values of a section in the order of the file.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> entries(const std::string& section) const;
  [[nodiscard]] CONF* handle() const { return conf_.get(); }

 private:
  std::shared_ptr<CONF> conf_;
};

}  // namespace ringside::openssl

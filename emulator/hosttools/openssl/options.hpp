// emulator/hosttools/openssl/options.hpp - reads the options of a command by a table.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ringside::openssl {

class Tool;
using Arguments = std::vector<std::string>;

enum class Takes {
  nothing,
  text,
  number,
  refused,  ///< an option of the real tool that is not emulated
};

struct OptionSpec {
  std::string_view name;  ///< without its dash
  Takes takes = Takes::nothing;
};

/// What an option that is not in the table may be.
enum class FreeOption {
  none,
  digest,
  any_digest,  ///< also an unknown one, which fails only where it is used
  cipher
};

struct Options {
  std::map<std::string, std::string> values;  ///< the last value of each option
  std::vector<std::string> order;             ///< names in the order of the command line
  std::vector<std::pair<std::string, std::string>>
      given;         ///< every option with its value, in the order of the command line
  std::string free;  ///< the last option that named a digest or cipher
  std::string free_as_typed;
  Arguments rest;

  [[nodiscard]] bool has(const std::string& name) const { return values.count(name) != 0; }
  [[nodiscard]] std::string value(const std::string& name, const std::string& otherwise = {}) const;
  [[nodiscard]] std::optional<std::string> find(const std::string& name) const;
  /// Every value of an option that may be given several times.
  [[nodiscard]] std::vector<std::string> all(const std::string& name) const;
  /// The value of a Takes::number option, or `otherwise` without it.
  [[nodiscard]] long number(const std::string& name, long otherwise) const;
};

struct OptionRules {
  std::span<const OptionSpec> table;
  FreeOption free = FreeOption::none;
  std::size_t most_rest = 0;
};

/// Reads the arguments. Returns nullopt after -help or an error: the text is printed and the exit status is set.
std::optional<Options> read_options(Tool& tool, const Arguments& arguments, const OptionRules& rules);

/// Returns true if the value of a form option is PEM or DER, in upper or lower case, or if the option is not given.
/// Returns false after printing the error and setting exit status 1.
bool is_form(Tool& tool, const Options& options, const std::string& name);
bool is_der(const Options& options, const std::string& name);

/// A number in decimal, or in hexadecimal after 0x. Returns nullopt for other text.
std::optional<long> read_number(const std::string& text);

}  // namespace ringside::openssl

// emulator/hosttools/openssl/options.hpp - the options of a subcommand, out of a table.
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
  refused,  ///< an option of the real tool that is not emulated; without a value
};

struct OptionSpec {
  std::string_view name;  ///< without its dash
  Takes takes = Takes::nothing;
};

/// What an option that stands in no table may be.
enum class FreeOption {
  none,
  digest,
  any_digest,  ///< even one that nobody knows: it is missed only where it is used
  cipher
};

struct Options {
  std::map<std::string, std::string> values;               ///< the last of several
  std::vector<std::string> order;                          ///< names as they came
  std::vector<std::pair<std::string, std::string>> given;  ///< every option with its value, as they came
  std::string free;                                        ///< the last option that named a digest or cipher
  std::string free_as_typed;
  Arguments rest;

  [[nodiscard]] bool has(const std::string& name) const { return values.count(name) != 0; }
  [[nodiscard]] std::string value(const std::string& name, const std::string& otherwise = {}) const;
  [[nodiscard]] std::optional<std::string> find(const std::string& name) const;
  /// Every value of an option that may come several times.
  [[nodiscard]] std::vector<std::string> all(const std::string& name) const;
  /// A number that the parser has seen to be one.
  [[nodiscard]] long number(const std::string& name, long otherwise) const;
};

struct OptionRules {
  std::span<const OptionSpec> table;
  FreeOption free = FreeOption::none;
  std::size_t most_rest = 0;
};

/// Reads the arguments. After a mistake, or -help, nothing: what is to say has been said and the tool's status is set.
std::optional<Options> read_options(Tool& tool, const Arguments& arguments, const OptionRules& rules);

/// Whether an option that names a form says PEM or DER, in any case. False: said, status 1.
bool is_form(Tool& tool, const Options& options, const std::string& name);
bool is_der(const Options& options, const std::string& name);

/// A number in decimal, or hexadecimal behind 0x; nothing if it is none.
std::optional<long> read_number(const std::string& text);

}  // namespace ringside::openssl

// emulator/hosttools/openssl/options.cpp - reads options with the rules and texts of each release.
#include "emulator/hosttools/openssl/options.hpp"

#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {
namespace {

/// Options of every command. -rand and -writerand have no effect here except in openssl rand.
constexpr OptionSpec common[] = {{"help"}, {"rand", Takes::text}, {"writerand", Takes::text}};

const OptionSpec* find_spec(const OptionRules& rules, std::string_view name) {
  for (const std::span<const OptionSpec> table : {rules.table, std::span<const OptionSpec>(common)})
    for (const OptionSpec& spec : table)
      if (spec.name == name) return &spec;
  return nullptr;
}

bool is_free(FreeOption kind, const std::string& name) {
  if (kind == FreeOption::any_digest) return true;
  if (kind == FreeOption::digest) return digest_name(name).has_value();
  return kind == FreeOption::cipher && crypto::is_key_cipher(name);
}

void unknown_option(Tool& tool, FreeOption kind, const std::string& name) {
  const std::string shown = base::printable(name);
  if (tool.personality() == Personality::v1_0) return tool.usage("unknown option -" + shown);
  if (tool.personality() == Personality::v1_1) return tool.usage(tool.name() + ": Option unknown option -" + shown);
  const char* what = kind == FreeOption::digest   ? "Unknown option or message digest: "
                     : kind == FreeOption::cipher ? "Unknown cipher: "
                                                  : "Unknown option: -";
  if (tool.name() == "genrsa" && tool.is_modern()) return tool.fail("genrsa: Unknown cipher: " + shown);
  tool.usage(tool.name() + ": " + what + shown);
}

void print_help(Tool& tool, const OptionRules& rules) {
  std::string text = "Usage: " + tool.name() + " [options]\nValid options are:\n";
  for (const OptionSpec& spec : rules.table) {
    if (spec.takes == Takes::refused) continue;
    text += fmt::format(" -{}{}\n", spec.name, spec.takes == Takes::nothing ? "" : " val");
  }
  tool.error(text);
  tool.set_status(0);
}

class Reader {
 public:
  Reader(Tool& tool, const Arguments& arguments, const OptionRules& rules)
      : tool_(tool), arguments_(arguments), rules_(rules) {}

  std::optional<Options> read() {
    while (at_ < arguments_.size()) {
      std::string argument = arguments_[at_];
      if (argument.size() < 2 || argument.front() != '-') break;
      ++at_;
      if (argument == "--") break;
      argument.erase(0, argument.starts_with("--") ? 2 : 1);
      if (!take(argument)) return std::nullopt;
    }
    options_.rest.assign(arguments_.begin() + static_cast<std::ptrdiff_t>(at_), arguments_.end());
    if (options_.rest.size() <= rules_.most_rest) return std::move(options_);
    tool_.usage("");
    return std::nullopt;
  }

 private:
  bool take(const std::string& argument) {
    const std::size_t sign = argument.find('=');
    const std::string name = argument.substr(0, sign);
    const OptionSpec* spec = find_spec(rules_, name);
    if (spec == nullptr && sign == std::string::npos && is_free(rules_.free, name)) {
      options_.free = base::lower(name);
      options_.free_as_typed = name;
      options_.order.push_back(name);
      return true;
    }
    if (spec == nullptr) return unknown_option(tool_, rules_.free, name), false;
    if (spec->takes == Takes::refused)
      return tool_.usage(fmt::format("{}: -{} is not emulated", tool_.name(), name)), false;
    if (name == "help") return print_help(tool_, rules_), false;
    std::string value;
    if (spec->takes != Takes::nothing) {
      if (sign == std::string::npos && at_ == arguments_.size())
        return tool_.usage(fmt::format("{}: Option -{} needs a value", tool_.name(), name)), false;
      value = sign == std::string::npos ? arguments_[at_++] : argument.substr(sign + 1);
    }
    if (spec->takes == Takes::number && !read_number(value))
      return tool_.usage(fmt::format("{}: Can't parse \"{}\" as a number", tool_.name(), base::printable(value))),
             false;
    options_.given.emplace_back(name, value);
    options_.values[name] = value;
    options_.order.push_back(name);
    return true;
  }

  Tool& tool_;
  const Arguments& arguments_;
  const OptionRules& rules_;
  Options options_;
  std::size_t at_ = 0;
};

}  // namespace

std::string Options::value(const std::string& name, const std::string& otherwise) const {
  const auto found = values.find(name);
  return found == values.end() ? otherwise : found->second;
}

std::optional<std::string> Options::find(const std::string& name) const {
  const auto found = values.find(name);
  if (found == values.end()) return std::nullopt;
  const bool is_stream = found->second == "-" && (name == "in" || name == "out");  // the same as no file
  return is_stream ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Options::all(const std::string& name) const {
  std::vector<std::string> found;
  for (const auto& [option, value] : given)
    if (option == name) found.push_back(value);
  return found;
}

long Options::number(const std::string& name, long otherwise) const {
  const auto found = values.find(name);
  return found == values.end() ? otherwise : read_number(found->second).value_or(otherwise);
}

std::optional<Options> read_options(Tool& tool, const Arguments& arguments, const OptionRules& rules) {
  return Reader(tool, arguments, rules).read();
}

bool is_der(const Options& options, const std::string& name) {
  return base::upper(options.value(name, "PEM")) == "DER";
}

bool is_form(Tool& tool, const Options& options, const std::string& name) {
  const std::string form = base::upper(options.value(name, "PEM"));
  if (form == "PEM" || form == "DER") return true;
  const std::string shown = base::printable(options.value(name));
  if (tool.is_modern()) tool.error(fmt::format("{}: Bad format \"{}\"\n", tool.name(), shown));
  tool.usage(fmt::format("{}: Invalid format \"{}\" for option -{}", tool.name(), shown, name));
  return false;
}

std::optional<long> read_number(const std::string& text) {
  const bool negative = text.starts_with('-');
  std::string_view digits = std::string_view(text).substr(negative ? 1 : 0);
  const bool hexadecimal = digits.starts_with("0x");
  if (hexadecimal) digits.remove_prefix(2);
  long value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
  if (error != std::errc() || stopped != end || digits.empty()) return std::nullopt;
  return negative ? -value : value;
}

}  // namespace ringside::openssl

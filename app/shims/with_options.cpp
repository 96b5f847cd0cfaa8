// app/shims/with_options.cpp - the options of `ringside with` as lines NAME=VALUE.
#include "app/shims/with_options.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.hpp"

namespace ringside::app {
namespace {

using OptionTarget = std::variant<std::string*, bool*>;

std::vector<std::pair<std::string, OptionTarget>> targets(WithOptions& options) {
  GlobalOptions& global = options.global;
  return {{"lab", &global.lab},
          {"system", &global.system},
          {"user", &global.user},
          {"level", &global.level},
          {"keys", &global.keys},
          {"wait", &global.wait},
          {"key-cache", &global.key_cache},
          {"lenient", &global.lenient},
          {"refuse-aes-pkcs12", &global.refuse_aes_pkcs12},
          {"ring-blank-lines", &global.ring_blank_lines},
          {"spool", &options.spool}};
}

std::string value_of(const OptionTarget& target) {
  if (const auto* flag = std::get_if<bool*>(&target)) return **flag ? "yes" : "no";
  return *std::get<std::string*>(target);
}

void set(const OptionTarget& target, const std::string& value) {
  if (const auto* flag = std::get_if<bool*>(&target))
    **flag = value == "yes";
  else
    *std::get<std::string*>(target) = value;
}

}  // namespace

std::string text_of(const WithOptions& options) {
  WithOptions copy = options;
  std::string text;
  for (const auto& [name, target] : targets(copy)) {
    const std::string value = value_of(target);
    if (value.find('\n') != std::string::npos) throw UsageError("--" + name + ": the value has a line end");
    text += name + "=" + value + "\n";
  }
  return text;
}

WithOptions with_options(const std::string& text) {
  WithOptions options;
  const auto known = targets(options);
  for (const std::string& line : base::lines(text)) {
    const std::size_t sign = line.find('=');
    const auto at =
        std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.first == line.substr(0, sign); });
    if (sign == std::string::npos || at == known.end())
      throw UsageError(std::string(with_variable) + ": was not set by 'ringside with' of this release");
    set(at->second, line.substr(sign + 1));
  }
  return options;
}

}  // namespace ringside::app

// parser/scripts/zowe_command.cpp - reads the options of Zowe CLI by a table.
#include "parser/scripts/zowe_command.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace ringside::parser {
namespace {

struct ZoweOption {
  std::string_view name;
  bool has_value = true;
};

// zowe zos-tso issue command --help.
constexpr std::array zowe_options = {
    ZoweOption{"--account"},
    ZoweOption{"-a"},
    ZoweOption{"--suppress-startup-messages", false},
    ZoweOption{"--ssm", false},
    ZoweOption{"--host"},
    ZoweOption{"-H"},
    ZoweOption{"--port"},
    ZoweOption{"-P"},
    ZoweOption{"--user"},
    ZoweOption{"-u"},
    ZoweOption{"--password"},
    ZoweOption{"--pass"},
    ZoweOption{"--pw"},
    ZoweOption{"--reject-unauthorized"},
    ZoweOption{"--ru"},
    ZoweOption{"--base-path"},
    ZoweOption{"--bp"},
    ZoweOption{"--protocol"},
    ZoweOption{"--zosmf-profile"},
    ZoweOption{"--zosmf-p"},
    ZoweOption{"--tso-profile"},
    ZoweOption{"--tso-p"},
};

}  // namespace

std::optional<std::string> zowe_tso_command(const std::vector<std::string>& words) {
  constexpr std::size_t head = 4;
  const bool is_issue = words.size() > head && words[0] == "zowe" && (words[1] == "zos-tso" || words[1] == "tso") &&
                        words[2] == "issue" && (words[3] == "command" || words[3] == "cmd");
  if (!is_issue) return std::nullopt;
  std::optional<std::string> command;
  for (std::size_t at = head; at < words.size(); ++at) {
    const std::string& word = words[at];
    const auto* const option = std::find_if(zowe_options.begin(), zowe_options.end(), [&](const ZoweOption& each) {
      return word.substr(0, word.find('=')) == each.name;
    });
    if (option != zowe_options.end()) {
      if (option->has_value && word.find('=') == std::string::npos) ++at;
    } else if (command || word.starts_with('-')) {
      return std::nullopt;
    } else {
      command = word;
    }
  }
  return command;
}

}  // namespace ringside::parser

// emulator/hosttools/keytool/options/conf_file.cpp - Java properties of the form "keytool.list = -v -keystore 'a b'".
#include "emulator/hosttools/keytool/options/conf_file.hpp"

#include <map>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

using Properties = std::map<std::string, std::string>;

Properties properties_of(const std::string& text) {
  Properties found;
  std::string whole;
  for (const std::string& line : base::lines(text)) {
    const std::string trimmed = base::trim(line);
    if (whole.empty() && (trimmed.empty() || trimmed.starts_with('#') || trimmed.starts_with('!'))) continue;
    whole += trimmed;
    if (whole.ends_with('\\')) {
      whole.pop_back();
      continue;
    }
    const std::size_t sign = whole.find_first_of("=: \t");
    std::string value = sign == std::string::npos ? "" : base::trim(whole.substr(sign));
    if (value.starts_with('=') || value.starts_with(':')) value = base::trim(value.substr(1));
    found[whole.substr(0, sign)] = value;
    whole.clear();
  }
  return found;
}

std::string java_property(const std::string& name, const host::Process& process) {
  if (name == "user.dir") return process.directory;
  if (name == "/" || name == "file.separator") return "/";
  const auto home = process.variables.find("HOME");
  if (name == "user.home") return home == process.variables.end() ? "" : home->second;
  refuse_as("sun.security.util.PropertyExpander$ExpandException", "unable to expand property " + name);
}

/// Returns the value of ${name}: the properties of Java that procedures use.
std::string expanded(std::string text, const host::Process& process) {
  for (std::size_t at = text.find("${"); at != std::string::npos; at = text.find("${", at)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string::npos) break;
    const std::string name = text.substr(at + 2, end - at - 2);
    const std::string value = java_property(name, process);
    text.replace(at, end - at + 1, value);
    at += value.size();
  }
  return text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool open = false;
  for (const char c : text) {
    if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
      open = true;
    } else if (quote == 0 && (c == ' ' || c == '\t')) {
      if (open) words.push_back(word);
      word.clear();
      open = false;
    } else {
      word += c;
      open = true;
    }
  }
  if (open) words.push_back(word);
  return words;
}

}  // namespace

std::vector<std::string> with_conf_file(const std::string& path, const CommandInfo& command,
                                        const std::vector<std::string>& words, const host::Process& process) {
  const auto content = process.files.read(process.path(path));
  if (!content) refuse_as("java.io.FileNotFoundException", path + " (" + host::file_error_text(content.error()) + ")");
  const Properties properties = properties_of(base::to_text(*content));
  std::vector<std::string> result;
  const auto add = [&](const std::string& key) {
    const auto found = properties.find(key);
    if (found == properties.end()) return;
    for (std::string& word : words_of(expanded(found->second, process))) result.push_back(std::move(word));
  };
  const std::string name = "keytool." + std::string(command.name.substr(1));
  const std::string older = command.older_name.empty() ? "" : "keytool." + std::string(command.older_name.substr(1));
  if (properties.contains(name) && properties.contains(older))
    refuse_io("Cannot have both " + std::string(command.name) + " and " + std::string(command.older_name) +
              " as pre-configured options");
  add("keytool.all");
  add(properties.contains(name) ? name : older);
  result.insert(result.end(), words.begin(), words.end());
  return result;
}

}  // namespace ringside::keytool

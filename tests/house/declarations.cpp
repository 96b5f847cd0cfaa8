// tests/house/declarations.cpp - the functions that a source declares and defines in its namespaces.
#include "tests/house/declarations.hpp"

#include <array>
#include <map>

namespace ringside::house {
namespace {

/// Headers that list what has sources of its own: commands, tables of a database, kinds of pictures.
constexpr std::array<std::string_view, 10> lists = {
    "emulator/database/schema.hpp",
    "emulator/hosttools/keytool/certificates/issue.hpp",
    "emulator/hosttools/keytool/commands/commands.hpp",
    "emulator/hosttools/keytool/print/print.hpp",
    "emulator/hosttools/keytool/print/print_bodies.hpp",
    "emulator/hosttools/openssl/commands/commands.hpp",
    "emulator/hosttools/shell/command.hpp",
    "emulator/racf/resources/commands.hpp",
    "emulator/racf/users/commands.hpp",
    "harness/report/picture.hpp",
};

/// The text without comments and directives; literals are empty.
std::string code_of(std::string_view text) {
  std::string code;
  for (const std::string& line : base::lines(without_comments(text)))
    if (!base::trim(line).starts_with('#')) code += line + "\n";
  std::string bare;
  for (std::size_t at = 0; at < code.size(); ++at) {
    bare += code[at];
    if (code[at] == '"' || (code[at] == '\'' && at > 0 && !is_word(code[at - 1]))) at = end_of_literal(code, at) - 1;
  }
  return bare;
}

/// The statement in one line, without attributes.
std::string plain(std::string statement) {
  std::replace(statement.begin(), statement.end(), '\n', ' ');
  for (auto open = statement.find("[["); open != std::string::npos; open = statement.find("[[")) {
    const auto close = statement.find("]]", open);
    statement.erase(open, close == std::string::npos ? close : close + 2 - open);
  }
  return base::trim(statement);
}

/// Position of the parenthesis after the name of a function; npos if the statement is not one.
std::size_t parameters_of(const std::string& statement) {
  int depth = 0;
  for (std::size_t at = 0; at < statement.size(); ++at) {
    if (statement[at] == '<') ++depth;
    if (statement[at] == '>') --depth;
    if (depth == 0 && statement[at] == '=') return std::string::npos;
    if (depth == 0 && statement[at] == '(') return at;
  }
  return std::string::npos;
}

/// The name of the free function that a statement declares or begins to define; empty for any other statement.
std::string function_name(const std::string& raw) {
  static const std::set<std::string> others = {"template", "inline", "constexpr", "using",     "struct", "class",
                                               "enum",     "static", "extern",    "namespace", "friend", "typedef"};
  const std::string statement = plain(raw);
  const std::string first = statement.substr(0, statement.find_first_of(" \n<("));
  if (others.contains(first) || statement.find("operator") != std::string::npos) return "";
  const std::size_t open = parameters_of(statement);
  if (open == std::string::npos) return "";
  std::size_t begin = open;
  while (begin > 0 && is_word(statement[begin - 1])) --begin;
  const bool is_member = begin > 0 && statement[begin - 1] == ':';
  return begin == 0 || is_member ? "" : statement.substr(begin, open - begin);
}

/// Position after the brace that closes the one at `open`.
std::size_t after_block(const std::string& code, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < code.size(); ++at) {
    if (code[at] == '{') ++depth;
    if (code[at] == '}' && --depth == 0) return at + 1;
  }
  return code.size();
}

}  // namespace

Functions functions_of(std::string_view text) {
  Functions found;
  const std::string code = code_of(text);
  std::string statement;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c != ';' && c != '{' && c != '}') {
      statement += c;
      continue;
    }
    const std::string name = function_name(statement);
    const std::string trimmed = plain(statement);
    const bool opens_namespace = c == '{' && trimmed.starts_with("namespace ");
    if (!name.empty() && c != '}') (c == ';' ? found.declared : found.defined).insert(name);
    if (c == '{' && !opens_namespace) at = after_block(code, at) - 1;
    statement.clear();
  }
  return found;
}

std::vector<std::string> check_definitions(const std::vector<SourceFile>& sources) {
  std::map<std::string, const SourceFile*> by_path;
  for (const SourceFile& file : sources) by_path[file.path] = &file;
  std::vector<std::string> found;
  for (const SourceFile& file : sources) {
    if (!file.path.ends_with(".hpp") || layer_of(file.path) == layers.size()) continue;
    if (std::find(lists.begin(), lists.end(), file.path) != lists.end()) continue;
    const std::string path = file.path.substr(0, file.path.size() - 4) + ".cpp";
    const auto source = by_path.find(path);
    const std::set<std::string> defined =
        source == by_path.end() ? std::set<std::string>{} : functions_of(source->second->text).defined;
    const Functions own = functions_of(file.text);
    for (const std::string& name : own.declared)
      if (!defined.contains(name) && !own.defined.contains(name))
        found.push_back(file.path + ": " + name + "() is not defined in " + path);
  }
  return found;
}

}  // namespace ringside::house

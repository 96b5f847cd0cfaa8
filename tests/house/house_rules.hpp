// tests/house/house_rules.hpp - what every source file of the tree must keep to, as tables and a checker over text.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace ringside::house {

struct SourceFile {
  std::string path;  ///< from the root, with '/'
  std::string text;
};

/// From the bottom to the top: a folder includes itself and what stands before it, never what stands after it.
inline constexpr std::array<std::string_view, 29> layers = {"base",
                                                            "parser",
                                                            "emulator/crypto",
                                                            "emulator/database",
                                                            "emulator/lab",
                                                            "emulator/host",
                                                            "emulator/racf",
                                                            "emulator/hosttools/keytool",
                                                            "emulator/hosttools/openssl",
                                                            "emulator/hosttools/agent",
                                                            "emulator/hosttools/network",
                                                            "emulator/hosttools/shell",
                                                            "emulator/rexx",
                                                            "emulator/tso",
                                                            "emulator/jes",
                                                            "connectors/caller",
                                                            "connectors/datalib",
                                                            "connectors/gskcms",
                                                            "connectors/client",
                                                            "connectors/keyring_util",
                                                            "connectors/node",
                                                            "connectors/pkcs11",
                                                            "connectors/store",
                                                            "twin",
                                                            "harness",
                                                            "server/http",
                                                            "server/page",
                                                            "server/services",
                                                            "app"};

/// Headers that are not of the C++ library: by prefix, and the folders and files that may include them (empty: all).
/// The tests of a folder may include what the folder may.
struct Foreign {
  std::string_view prefix;
  std::vector<std::string_view> places;
};
inline const std::vector<Foreign> foreign_headers = {
    {"fmt/", {}},
    {"rexxsaa.h", {"emulator/rexx/interpreter"}},
    {"seccomp.h", {"emulator/rexx/interpreter"}},
    {"tl/", {}},
    {"openssl/",
     {"emulator/crypto", "emulator/hosttools/openssl/libcrypto", "connectors/store", "server/http",
      "bench"}},  // bench compares the key search with OpenSSL's own
    {"SQLiteCpp/", {"emulator/database", "tests/crash"}},
    {"sqlite3.h", {"emulator/database", "bench"}},  // bench issues the statements of a replay bare
    {"boost/", {"parser", "server/http"}},
    {"re2/", {"server/services"}},
    {"pugixml.hpp", {"parser", "harness/play"}},
    {"yaml-cpp/", {"harness", "tests/app"}},  // a test reads scenarios as an editor does
    {"valijson/", {"tests/app"}},
    {"CLI/", {"app/command_line.cpp"}},  // slow to compile
    {"editline/", {"app"}},
    {"nlohmann/", {"base/json.cpp", "tests/app"}},  // slow to compile
    {"zkr.hpp", {"tests/zowe"}},                    // Zowe's, from a checkout
    {"gskcms.h", {"connectors", "tests"}},          // the C headers of connectors/include
    {"dlfcn.h", {"connectors/node", "tests", "bench"}},
    {"node_api.h", {"connectors/node"}},
    {"ringside/", {"connectors", "tests", "bench"}},
    {"gtest/", {"tests"}},
    {"gmock/", {"tests"}},
    {"benchmark/", {"bench"}},
    // POSIX: files with modes, processes, terminals
    {"dirent.h", {"emulator/host"}},
    {"fcntl.h",
     {"emulator/rexx", "base", "emulator/database", "emulator/lab", "emulator/host", "harness", "app", "tests"}},
    {"grp.h", {"emulator/host"}},
    {"immintrin.h", {"emulator/crypto"}},
    {"strings.h", {"connectors/node"}},
    {"netinet/", {"tests"}},
    {"poll.h", {"harness", "app", "tests"}},
    {"p11-kit/", {"connectors/pkcs11", "tests/fuzz", "bench"}},
    {"pthread.h", {"connectors/caller", "connectors/pkcs11"}},
    {"pty.h", {"tests"}},
    {"pwd.h", {"emulator/rexx", "emulator/host"}},
    {"regex.h", {"tests"}},  // what regular expressions are compared with
    {"sched.h", {"tests"}},
    {"signal.h", {"emulator/rexx", "harness", "app", "tests"}},
    {"spawn.h", {"emulator/rexx", "harness", "tests"}},
    {"sys/",
     {"base", "emulator/database", "emulator/lab", "emulator/host", "emulator/rexx", "connectors", "harness",
      "server/http", "app", "tests", "bench"}},
    {"termios.h", {"app"}},
    {"unistd.h",
     {"emulator/rexx", "base", "emulator/database", "emulator/lab", "emulator/host", "connectors", "harness", "app",
      "tests", "bench"}},
};

inline constexpr std::size_t most_lines = 400;

/// Folders of tests that cut across the sources and mirror none of them.
inline constexpr std::array<std::string_view, 7> free_tests = {
    "tests/house/", "tests/crash/", "tests/docs/", "tests/hostile/", "tests/interop/", "tests/fuzz/", "tests/support/"};

/// Tests that cut across the sources of their folder, by name. A new one is written down here on purpose.
inline constexpr std::array<std::string_view, 4> cross_cutting = {
    "hostile",  // input made to hurt
    "icsf",     // keys outside RACF's own database, over all functions of RACDCERT
    "izusec",   // the resources that z/OSMF's security job defines
    "wild",     // what public jobs write
};

/// The only files that take characters of UTF-8 apart or put them together.
inline constexpr std::array<std::string_view, 3> utf8_codecs = {
    "base/utf8.hpp", "base/utf8.cpp",
    "emulator/hosttools/keytool/store/java_string.cpp",  // Java's modified UTF-8, which is another encoding
};

/// What no code for UTF-8 can do without: the masks and the first octets, on either side of a comparison or a mask.
inline constexpr std::array<std::string_view, 6> utf8_octets = {"0X3F", "0XC0", "0XC2", "0XC3", "0XF0", "0XF4"};

/// What real programs print, and what others wrote: tabs and trailing blanks are part of it.
inline constexpr std::array<std::string_view, 4> quoted_texts = {"scenarios/", "tests/golden/", "tests/fuzz/seeds/",
                                                                 "tests/emulator/hosttools/keytool/data/"};

inline bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Position after the literal of C++ whose quote is at `open`; raw strings are read as others.
inline std::size_t end_of_literal(std::string_view text, std::size_t open) {
  std::size_t at = open + 1;
  while (at < text.size() && text[at] != text[open] && text[at] != '\n') at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

/// The text without the comments of C++.
inline std::string without_comments(std::string_view text) {
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_literal = text[at] == '"' || (text[at] == '\'' && (at == 0 || !is_word(text[at - 1])));
    const std::string_view sign = text.substr(at, 2);
    std::size_t end = is_literal ? end_of_literal(text, at) : at + 1;
    if (sign == "//" && !is_literal) {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (sign == "/*" && !is_literal) {
      const auto close = text.find("*/", at + 2);
      at = close == std::string_view::npos ? text.size() : close + 2;
      continue;
    }
    code += text.substr(at, end - at);
    at = end;
  }
  return code;
}

inline bool is_in(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

/// Height of the layer that a path belongs to; above all layers for anything else.
inline std::size_t layer_of(std::string_view path) {
  const auto at =
      std::find_if(layers.begin(), layers.end(), [&](std::string_view layer) { return is_in(path, layer); });
  return static_cast<std::size_t>(at - layers.begin());
}

struct Include {
  std::string header;
  bool from_root = false;  ///< in quotes
};

/// The headers that a text includes, in order.
inline std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  for (const std::string& line : base::lines(text)) {
    const std::string directive = base::trim(line);
    const auto open = directive.find_first_of("<\"");
    if (!directive.starts_with('#') || open == std::string::npos) continue;
    if (base::trim(directive.substr(1, open - 1)) != "include") continue;
    const auto close = directive.find_first_of(">\"", open + 1);
    if (close == std::string::npos) continue;
    includes.push_back({directive.substr(open + 1, close - open - 1), directive[open] == '"'});
  }
  return includes;
}

inline bool may_include_foreign(std::string_view path, const std::string& header) {
  const bool is_standard = header.find_first_of("/.") == std::string::npos;
  if (is_standard) return true;
  const auto row = std::find_if(foreign_headers.begin(), foreign_headers.end(),
                                [&](const Foreign& each) { return header.starts_with(each.prefix); });
  if (row == foreign_headers.end()) return false;
  const std::string_view mirrored = path.starts_with("tests/") ? path.substr(6) : path;
  return row->places.empty() || std::any_of(row->places.begin(), row->places.end(), [&](std::string_view place) {
           return path == place || is_in(path, place) || is_in(mirrored, place);
         });
}

inline bool may_include_own(std::string_view path, const std::string& header) {
  const bool is_layer = layer_of(path) < layers.size();
  if (is_layer) return layer_of(header) <= layer_of(path) && layer_of(header) < layers.size();
  return layer_of(header) < layers.size() || header.substr(0, header.find('/')) == path.substr(0, path.find('/'));
}

inline std::vector<std::string> check_includes(const SourceFile& file) {
  std::vector<std::string> found;
  for (const Include& include : includes_of(file.text)) {
    const bool allowed =
        include.from_root ? may_include_own(file.path, include.header) : may_include_foreign(file.path, include.header);
    if (!allowed) found.push_back(file.path + ": must not include " + include.header);
  }
  return found;
}

/// The first line names the file and its purpose; a header is read once; a file is no longer than one can oversee.
inline std::vector<std::string> check_form(const SourceFile& file) {
  std::vector<std::string> found;
  const auto lines = base::lines(file.text);
  const std::string head = "// " + file.path + " - ";
  if (lines.empty() || !lines.front().starts_with(head) || lines.front().size() < head.size() + 5)
    found.push_back(file.path + ": the first line must be \"" + head + "purpose.\"");
  if (file.path.ends_with(".hpp") && std::find(lines.begin(), lines.end(), "#pragma once") == lines.end())
    found.push_back(file.path + ": has no #pragma once");
  if (lines.size() > most_lines)
    found.push_back(file.path + ": has " + std::to_string(lines.size()) + " lines, more than " +
                    std::to_string(most_lines));
  return found;
}

inline std::vector<std::string> check_blanks(const SourceFile& file) {
  std::vector<std::string> found;
  std::size_t number = 0;
  for (const std::string& line : base::split(file.text, '\n')) {
    ++number;
    const std::string place = file.path + ":" + std::to_string(number);
    if (line.find('\t') != std::string::npos) found.push_back(place + ": holds a tab");
    if (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())) != 0)
      found.push_back(place + ": ends in a blank");
  }
  if (!file.text.empty() && !file.text.ends_with('\n')) found.push_back(file.path + ": has no end of its last line");
  return found;
}

/// Returns whether a line of code without blanks compares or masks with `octet`, on either side of the sign.
inline bool masks_with(std::string_view code, std::string_view octet) {
  constexpr std::string_view signs = "<>=&|";
  for (auto at = code.find(octet); at != std::string_view::npos; at = code.find(octet, at + 1)) {
    auto after = at + octet.size();
    if (after < code.size() && code[after] == 'U') ++after;
    const bool is_whole = after == code.size() || !is_word(code[after]);
    if (after < code.size() && code[after] == ')') ++after;
    const bool before = at > 0 && signs.find(code[at - 1]) != std::string_view::npos;
    if (is_whole && (before || (after < code.size() && signs.find(code[after]) != std::string_view::npos))) return true;
  }
  return false;
}

/// One place for UTF-8: another file has no comparison with and no mask of an octet of utf8_octets.
inline std::vector<std::string> check_utf8(const SourceFile& file) {
  const bool is_codec = std::find(utf8_codecs.begin(), utf8_codecs.end(), file.path) != utf8_codecs.end();
  if (is_codec || is_in(file.path, "tests")) return {};
  std::vector<std::string> found;
  std::size_t number = 0;
  for (const std::string& line : base::lines(file.text)) {
    ++number;
    const std::string code = base::replace_all(base::upper(line), " ", "");
    if (std::any_of(utf8_octets.begin(), utf8_octets.end(), [&](auto octet) { return masks_with(code, octet); }))
      found.push_back(file.path + ":" + std::to_string(number) + ": decodes or encodes UTF-8, which is base/utf8's");
  }
  return found;
}

/// Whether `name` is `stem`, or `stem` with an aspect behind it.
inline bool is_named_after(std::string_view name, std::string_view stem) {
  return name.starts_with(stem) && (name.size() == stem.size() || name[stem.size()] == '_');
}

/// A test stands where its source stands: tests/F/name_test.cpp or tests/F/name_aspect_test.cpp for F/name.cpp or .hpp,
/// for the folder F/name or F itself as a whole, or for a file of that name below F.
inline std::vector<std::string> check_mirror(const std::string& path, const std::set<std::string>& sources) {
  if (!path.starts_with("tests/") || !path.ends_with("_test.cpp")) return {};
  if (std::any_of(free_tests.begin(), free_tests.end(), [&](auto folder) { return path.starts_with(folder); }))
    return {};
  const std::string mirrored = path.substr(6, path.size() - 6 - std::string_view("_test.cpp").size());
  const std::string folder = mirrored.substr(0, mirrored.rfind('/') + 1);
  const std::string name = mirrored.substr(folder.size());
  const bool has_source = std::any_of(sources.begin(), sources.end(), [&](const std::string& source) {
    if (!source.starts_with(folder)) return false;
    if (std::find(cross_cutting.begin(), cross_cutting.end(), name) != cross_cutting.end()) return true;
    const auto parts = base::split(source.substr(0, source.rfind('.')), '/');
    const auto depth = static_cast<std::ptrdiff_t>(std::count(folder.begin(), folder.end(), '/'));
    return std::any_of(parts.begin() + std::max<std::ptrdiff_t>(depth - 1, 0), parts.end(),
                       [&](const std::string& part) { return is_named_after(name, part); });
  });
  if (has_source) return {};
  return {path + ": mirrors no source below " + (folder.empty() ? "the root" : folder)};
}

}  // namespace ringside::house

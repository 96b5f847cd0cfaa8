// emulator/hosttools/shell/condition_commands.cpp - test and [ (POSIX, test; with -a, -o, parentheses and the texts of
// bash).
#include <algorithm>
#include <cstdlib>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"

namespace ringside::shell {
namespace {

using host::FileStatus;

constexpr int status_wrong = 2;
constexpr std::size_t deepest = 100;  // negations and parentheses

/// The text of an error, for standard error.
struct WrongTest {
  std::string text;
  bool real_one_may_have = false;  ///< it is an operator of bash that is not emulated
};

long long number(const std::string& text) {
  const std::string digits = base::trim(text);
  const std::size_t sign = digits.starts_with('-') || digits.starts_with('+') ? 1 : 0;
  constexpr std::size_t most_digits = 18;
  if (digits.size() == sign || digits.size() > sign + most_digits ||
      digits.find_first_not_of("0123456789", sign) != std::string::npos)
    throw WrongTest{base::printable(text) + ": integer expression expected"};
  return std::strtoll(digits.c_str(), nullptr, 10);
}

class Expression {
 public:
  Expression(const Call& call, Arguments words) : call_(call), words_(std::move(words)) {}

  bool value() {
    const bool result = value_of(words_.size());
    if (at_ != words_.size()) throw WrongTest{"too many arguments"};
    return result;
  }

 private:
  // POSIX decides by the number of arguments. Words are looked at from at_ on.
  bool value_of(std::size_t count) {
    if (count == 0) return false;
    if (count == 1) return !next().empty();
    if (count == 3 && is_binary(words_[at_ + 1])) return binary();
    if (count <= 4 && words_[at_] == "!") {
      ++at_;
      return !value_of(count - 1);
    }
    if ((count == 3 || count == 4) && words_[at_] == "(" && words_[at_ + count - 1] == ")") {
      ++at_;
      const bool inner = value_of(count - 2);
      ++at_;
      return inner;
    }
    if (count == 2) {
      if (is_bash_only(words_[at_])) throw WrongTest{shown(words_[at_]) + ": not emulated", true};
      if (!is_unary(words_[at_])) throw WrongTest{shown(words_[at_]) + ": unary operator expected"};
      return unary();
    }
    if (count == 3) throw WrongTest{shown(words_[at_ + 1]) + ": binary operator expected"};
    return any();
  }

  bool any() {
    bool result = all();
    while (here("-o")) {
      ++at_;
      result = all() || result;
    }
    return result;
  }

  bool all() {
    bool result = term();
    while (here("-a")) {
      ++at_;
      result = term() && result;
    }
    return result;
  }

  bool term() {
    if (at_ >= words_.size()) throw WrongTest{"argument expected"};
    if (++depth_ > deepest) throw WrongTest{"too many arguments"};
    bool result = false;
    if (at_ + 2 < words_.size() && is_comparison(words_[at_ + 1])) {
      result = binary();
    } else if (here("!")) {
      ++at_;
      result = !term();
    } else if (here("(")) {
      ++at_;
      result = any();
      if (!here(")")) throw WrongTest{"`)' expected"};
      ++at_;
    } else if (at_ + 1 < words_.size() && is_unary(words_[at_])) {
      result = unary();
    } else {
      result = !next().empty();
    }
    --depth_;
    return result;
  }

  [[nodiscard]] bool here(std::string_view word) const { return at_ < words_.size() && words_[at_] == word; }
  const std::string& next() { return words_[at_++]; }
  static std::string shown(const std::string& word) { return base::printable(word); }

  static bool is_unary(const std::string& word) {
    return word.size() == 2 && word.front() == '-' &&
           std::string_view("bcdefghkLnprsStuwxzGO").find(word[1]) != std::string_view::npos;
  }
  static bool is_bash_only(const std::string& word) {
    static constexpr std::string_view operators[] = {"-a", "-N", "-o", "-R", "-v"};
    return std::find(std::begin(operators), std::end(operators), word) != std::end(operators);
  }
  static bool is_comparison(const std::string& word) {
    static constexpr std::string_view operators[] = {"=",   "==",  "!=",  "<",   ">",   "-eq", "-ne",
                                                     "-gt", "-ge", "-lt", "-le", "-nt", "-ot", "-ef"};
    return std::find(std::begin(operators), std::end(operators), word) != std::end(operators);
  }
  static bool is_binary(const std::string& word) { return is_comparison(word) || word == "-a" || word == "-o"; }

  bool unary() {
    const char letter = next()[1];
    const std::string& operand = next();
    if (letter == 'n') return !operand.empty();
    if (letter == 'z') return operand.empty();
    if (letter == 't') return number(operand) == 0 && call_.process.streams.interactive();
    const std::string path = path_of(operand);
    if (path.empty()) return false;
    host::Files& files = call_.process.files;
    if (letter == 'r') return files.allows(path, host::Access::read);
    if (letter == 'w') return files.allows(path, host::Access::write);
    if (letter == 'x') return files.allows(path, host::Access::search);
    const bool is_link = (letter == 'h' || letter == 'L') && !operand.ends_with('/');
    const auto file = is_link ? files.link_status(path) : files.status(path);
    return file && has_property(letter, *file);
  }

  // "FILE/" exists only if FILE is a directory; no file has an empty name.
  [[nodiscard]] std::string path_of(const std::string& operand) const {
    if (operand.empty()) return {};
    std::string path = call_.path(operand);
    if (!operand.ends_with('/')) return path;
    const auto file = call_.process.files.status(path);
    return file && file->directory ? path : std::string();
  }

  [[nodiscard]] bool has_property(char letter, const FileStatus& file) const {
    constexpr unsigned set_user = 04000, set_group = 02000, sticky = 01000;
    static const std::map<char, char> types = {{'b', 'b'}, {'c', 'c'}, {'d', 'd'}, {'f', '-'},
                                               {'h', 'l'}, {'L', 'l'}, {'p', 'p'}, {'S', 's'}};
    if (const auto type = types.find(letter); type != types.end()) return file.type == type->second;
    if (letter == 's') return file.size > 0 || file.directory;
    if (letter == 'u') return (file.mode & set_user) != 0;
    if (letter == 'g') return (file.mode & set_group) != 0;
    if (letter == 'k') return (file.mode & sticky) != 0;
    if (letter == 'O' || letter == 'G') return (letter == 'O' ? file.owner : file.group) == call_.process.user;
    return true;  // -e
  }

  bool binary() {
    const std::string left = next(), sign = next(), right = next();
    if (sign == "-a") return !left.empty() && !right.empty();
    if (sign == "-o") return !left.empty() || !right.empty();
    if (sign == "=" || sign == "==") return left == right;
    if (sign == "!=") return left != right;
    if (sign == "<") return left < right;
    if (sign == ">") return left > right;
    if (sign == "-nt" || sign == "-ot" || sign == "-ef") return compare_files(left, sign, right);
    const long long a = number(left), b = number(right);
    if (sign == "-eq") return a == b;
    if (sign == "-ne") return a != b;
    if (sign == "-gt") return a > b;
    if (sign == "-ge") return a >= b;
    return sign == "-lt" ? a < b : a <= b;
  }

  // A file that exists is newer than one that does not.
  [[nodiscard]] bool compare_files(const std::string& left, const std::string& sign, const std::string& right) const {
    const auto a = status_of(left), b = status_of(right);
    if (sign == "-ef") return a && b && a->identity == b->identity;
    if (sign == "-nt") return a && (!b || a->modified > b->modified);
    return b && (!a || a->modified < b->modified);
  }

  [[nodiscard]] std::optional<FileStatus> status_of(const std::string& operand) const {
    const std::string path = path_of(operand);
    const auto file = path.empty() ? tl::unexpected(host::FileError::missing) : call_.process.files.status(path);
    return file ? std::optional(*file) : std::nullopt;
  }

  const Call& call_;
  Arguments words_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

int evaluate(const Call& call, Arguments words) {
  try {
    return Expression(call, std::move(words)).value() ? 0 : 1;
  } catch (const WrongTest& wrong) {
    return wrong.real_one_may_have ? call.not_emulated(wrong.text, status_wrong)
                                   : call.shell_error(wrong.text, status_wrong);
  }
}

int test(const Call& call) {
  return evaluate(call, call.arguments);
}

int bracket(const Call& call) {
  if (call.arguments.empty() || call.arguments.back() != "]") return call.shell_error("missing `]'", status_wrong);
  return evaluate(call, {call.arguments.begin(), call.arguments.end() - 1});
}

}  // namespace

const Commands& condition_commands() {
  static const Commands table = {{"[", bracket}, {"test", test}};
  return table;
}

}  // namespace ringside::shell

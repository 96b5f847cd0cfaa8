// emulator/hosttools/keytool/options/arguments.cpp - reads the words of a command line; -conf files; modifiers of
// passwords.
#include "emulator/hosttools/keytool/options/arguments.hpp"

#include <array>
#include <limits>
#include <set>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/options/conf_file.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/system_cacerts.hpp"

namespace ringside::keytool {
namespace {

bool same_word(std::string_view a, std::string_view b) {
  return collated(a) == collated(b);
}

bool is_help(std::string_view flag) {
  return same_word(flag, "-help") || same_word(flag, "-h") || same_word(flag, "-?");
}

/// Returns the password of an option: the value itself, or the content of the place that `modifier` names.
base::Secret password(const Text& modifier, const std::string& value, host::Process& process) {
  if (!modifier) return base::Secret(value);
  if (same_word(*modifier, "env")) {
    const auto found = process.variables.find(value);
    if (found == process.variables.end()) throw UsageRefusal{"Cannot find environment variable: " + value};
    return base::Secret(found->second);
  }
  if (!same_word(*modifier, "file")) throw UsageRefusal{"Unknown password type: " + *modifier};
  const auto content = process.files.read(process.path(value));
  if (!content) throw UsageRefusal{"Cannot find file: " + value};
  const auto lines = base::lines(base::to_text(*content));
  return base::Secret(lines.empty() ? std::string() : lines.front());
}

// Returns a store type in capitals, except the two of Windows.
std::string nice_type_name(const std::string& name) {
  for (const char* windows : {"Windows-MY", "Windows-ROOT"})
    if (base::lower(windows) == base::lower(name)) return windows;
  return base::upper(name);
}

template <typename Number>
Number number(const std::string& text) {
  std::string digits = text;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.erase(0, 1);
  const auto value = base::number(digits, std::numeric_limits<Number>::max());
  if (!value) refuse_as("java.lang.NumberFormatException", "For input string: \"" + text + "\"");
  return static_cast<Number>(negative ? -*value : *value);
}

struct TextOption {
  std::string_view flag;
  Text Arguments::*member;
};
constexpr std::array text_options = {
    TextOption{"-keystore", &Arguments::keystore},
    TextOption{"-destkeystore", &Arguments::keystore},
    TextOption{"-alias", &Arguments::alias},
    TextOption{"-srcalias", &Arguments::alias},
    TextOption{"-dest", &Arguments::destalias},
    TextOption{"-destalias", &Arguments::destalias},
    TextOption{"-dname", &Arguments::dname},
    TextOption{"-groupname", &Arguments::groupname},
    TextOption{"-keyalg", &Arguments::keyalg},
    TextOption{"-sigalg", &Arguments::sigalg},
    TextOption{"-signer", &Arguments::signer},
    TextOption{"-startdate", &Arguments::startdate},
    TextOption{"-file", &Arguments::file},
    TextOption{"-infile", &Arguments::infile},
    TextOption{"-outfile", &Arguments::outfile},
    TextOption{"-sslserver", &Arguments::sslserver},
    TextOption{"-jarfile", &Arguments::jarfile},
    TextOption{"-srckeystore", &Arguments::srckeystore},
    TextOption{"-providername", &Arguments::providername},
    TextOption{"-destprovidername", &Arguments::providername},
};

constexpr std::array type_options = {
    TextOption{"-storetype", &Arguments::storetype},
    TextOption{"-deststoretype", &Arguments::storetype},
    TextOption{"-srcstoretype", &Arguments::srcstoretype},
};

struct PasswordOption {
  std::string_view flag;
  Password Arguments::*member;
};
constexpr std::array password_options = {
    PasswordOption{"-storepass", &Arguments::storepass},
    PasswordOption{"-deststorepass", &Arguments::storepass},
    PasswordOption{"-keypass", &Arguments::keypass},
    PasswordOption{"-new", &Arguments::newpass},
    PasswordOption{"-destkeypass", &Arguments::destkeypass},
    PasswordOption{"-srcstorepass", &Arguments::srcstorepass},
    PasswordOption{"-srckeypass", &Arguments::srckeypass},
    PasswordOption{"-signerkeypass", &Arguments::signerkeypass},
};

struct SwitchOption {
  std::string_view flag;
  bool Arguments::*member;
};
constexpr std::array switches = {
    SwitchOption{"-v", &Arguments::verbose},
    SwitchOption{"-rfc", &Arguments::rfc},
    SwitchOption{"-noprompt", &Arguments::noprompt},
    SwitchOption{"-trustcacerts", &Arguments::trustcacerts},
    SwitchOption{"-cacerts", &Arguments::cacerts},
    SwitchOption{"-protected", &Arguments::is_protected},
    SwitchOption{"-destprotected", &Arguments::is_protected},
    SwitchOption{"-srcprotected", &Arguments::src_protected},
    SwitchOption{"-tls", &Arguments::tls},
    SwitchOption{"-nowarn", &Arguments::nowarn},
};

template <typename Table>
auto find_in(const Table& table, std::string_view flag) -> decltype(&table[0]) {
  for (const auto& row : table)
    if (same_word(row.flag, flag)) return &row;
  return nullptr;
}

class Parser {
 public:
  Parser(std::vector<std::string> words, host::Process& process, Arguments& result)
      : words_(std::move(words)), process_(process), result_(result) {}

  void parse() {
    if (words_.empty()) result_.help = true;
    look_ahead();
    for (at_ = 0; at_ < words_.size(); ++at_) take(words_[at_]);
    if (result_.command == nullptr && !result_.help) throw UsageRefusal{"Usage error: no command provided"};
  }

 private:
  // keytool first looks for -conf, for options given twice, and for a second command.
  void look_ahead() {
    std::set<std::string> seen;
    std::string conf;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::string& word = words_[i];
      if (!word.starts_with('-')) continue;
      const std::string flag = base::lower(word);
      const bool may_repeat = flag == "-ext" || flag == "-id" || flag == "-provider" || flag == "-addprovider" ||
                              flag == "-providerclass" || flag == "-providerarg";
      if (!may_repeat && !seen.insert(flag).second)
        result_.warnings.push_back("The " + flag +
                                   " option is specified multiple times. All except the last one will be ignored.");
      if (same_word(flag, "-conf")) {
        if (i + 1 == words_.size()) needs_argument(word);
        conf = words_[++i];
      } else if (const CommandInfo* command = find_command(flag)) {
        if (result_.command != nullptr)
          refuse("Only one command is allowed: both " + std::string(result_.command->name) + " and " +
                 std::string(command->name) + " were specified.");
        result_.command = command;
      }
    }
    if (!conf.empty() && result_.command != nullptr) words_ = with_conf_file(conf, *result_.command, words_, process_);
  }

  [[noreturn]] static void needs_argument(const std::string& flag) {
    throw UsageRefusal{"Command option " + flag + " needs an argument."};
  }

  const std::string& value() {
    if (at_ + 1 == words_.size()) needs_argument(words_[at_]);
    return words_[++at_];
  }

  void take(const std::string& word) {
    if (!word.starts_with('-')) throw UsageRefusal{"Illegal option:  " + word};
    const std::size_t colon = word.find(':');
    const std::string flag = word.substr(0, colon);
    const Text modifier = colon == std::string::npos ? Text() : Text(word.substr(colon + 1));
    if (const CommandInfo* command = find_command(flag)) {
      result_.command = command;
    } else if (is_help(flag)) {
      result_.help = true;
    } else if (const auto* option = find_in(text_options, flag)) {
      result_.*option->member = value();
      if (same_word(flag, "-keystore") && is_system_cacerts(*result_.keystore, process_))
        process_.streams.error("Warning: use -cacerts option to access cacerts keystore\n");
    } else if (const auto* type = find_in(type_options, flag)) {
      result_.*type->member = nice_type_name(value());
    } else if (const auto* secret = find_in(password_options, flag)) {
      const std::string& given = value();
      result_.*secret->member = password(modifier, given, process_);
    } else if (const auto* toggle = find_in(switches, flag)) {
      result_.*toggle->member = true;
    } else {
      take_other(flag);
    }
  }

  void take_other(const std::string& flag) {
    if (same_word(flag, "-conf") || same_word(flag, "-providerpath") || same_word(flag, "-srcprovidername"))
      value();
    else if (same_word(flag, "-keysize"))
      take_key_size(number<int>(value()));
    else if (same_word(flag, "-validity"))
      result_.validity = number<long>(value());
    else if (same_word(flag, "-ext"))
      result_.extensions.push_back(value());
    else if (same_word(flag, "-id"))
      result_.revoked.push_back(value());
    else if (same_word(flag, "-providerclass") || same_word(flag, "-provider"))
      take_provider(result_.provider_classes);
    else if (same_word(flag, "-addprovider"))
      take_provider(result_.added_providers);
    else if (!same_word(flag, "-debug") && !flag.starts_with("-J"))  // -J is an option of the Java virtual machine
      throw UsageRefusal{"Illegal option:  " + flag};
  }

  // The argument must be the next word.
  void take_provider(std::vector<std::string>& into) {
    into.push_back(value());
    if (at_ + 1 == words_.size() || !same_word(words_[at_ + 1], "-providerarg")) return;
    ++at_;
    value();
  }

  // keytool stores -1 if no size is given.
  void take_key_size(int bits) { result_.keysize = bits == -1 ? std::nullopt : std::optional(bits); }

  std::vector<std::string> words_;
  host::Process& process_;
  Arguments& result_;
  std::size_t at_ = 0;
};

}  // namespace

void parse_arguments(std::vector<std::string> arguments, host::Process& process, Arguments& so_far) {
  for (const std::string& word : arguments) {  // the -J options that scripts use
    if (word.starts_with("-J-Duser.home=")) process.variables["HOME"] = word.substr(14);
    if (word.starts_with("-J-Djava.protocol.handler.pkgs=")) so_far.handler_packages = true;
    so_far.pkcs12.take(word);
  }
  std::erase_if(arguments, [](const std::string& word) { return word.starts_with("-J"); });
  Parser(std::move(arguments), process, so_far).parse();
}

}  // namespace ringside::keytool

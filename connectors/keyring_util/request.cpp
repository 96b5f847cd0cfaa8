// connectors/keyring_util/request.cpp - the command line of keyring-util.
#include "connectors/keyring_util/request.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/text.hpp"

namespace ringside::connectors::keyring_util {
namespace {

constexpr int wrong_command = 1;

struct HelpRow {
  const char* name;
  bool needs_ring;
  const char* help;
};
constexpr std::array help_rows = {
    HelpRow{"NEWRING", true, "makes a key ring, or empties it"},
    HelpRow{"DELRING", true, "deletes a key ring"},
    HelpRow{"LISTRING", true,
            "lists the certificates of a key ring: [-l LABEL] [-u USAGE] [--label-only] [--owner-only]"},
    HelpRow{"IMPORT", true,
            "connects a certificate from a PKCS#12 file: -l LABEL -u PERSONAL|CERTAUTH -f FILE -p PASSWORD"},
    HelpRow{"EXPORT", true,
            "writes a certificate as PEM, or with its key as PKCS#12: -l LABEL [-f FILE] [-k -p PASSWORD]"},
    HelpRow{"DELCERT", true, "takes a certificate off a key ring; with KEYRING '*', deletes it: -l LABEL"},
    HelpRow{"REFRESH", false, "refreshes the class DIGTCERT"},
    HelpRow{"HELP", false, "prints this"},
};

struct TextOption {
  const char* name;
  std::string Request::*text;
  std::size_t most;
};
/// In the order in which they may stand without their names.
constexpr std::array text_options = {
    TextOption{"-l", &Request::label, 32},
    TextOption{"-u", &Request::usage, 20},
    TextOption{"-f", &Request::file, 255},
    TextOption{"-p", &Request::password, 255},
};

struct Flag {
  const char* name;
  bool Request::*flag;
};
constexpr std::array flags = {
    Flag{"-k", &Request::with_key},
    Flag{"-v", &Request::explains},
    Flag{"--label-only", &Request::label_only},
    Flag{"--owner-only", &Request::owner_only},
};

template <typename Rows>
auto row_of(const Rows& rows, const std::string& name) {
  return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return name == row.name; });
}

void set(std::string& text, const std::string& value, std::size_t most, std::ostream& out) {
  if (value.size() <= most)
    text = value;
  else
    out << "ERROR: " << value << " parm too long and will not be set.\n";
}

/// Reads what follows the key ring.
class Options {
 public:
  Options(Request& request, std::ostream& out) : request_(request), out_(out) {}

  /// Returns the exit status if the program is to end.
  std::optional<int> read(const std::vector<std::string>& arguments, std::size_t from) {
    for (std::size_t at = from; at < arguments.size(); ++at) {
      const std::string& name = arguments[at];
      if (name == "--help") {
        write_help(out_);
        return 0;
      }
      if (const auto* flag = row_of(flags, name); flag != flags.end()) {
        request_.*(flag->flag) = true;
      } else if (const auto* option = row_of(text_options, name); option != text_options.end()) {
        const std::string value = at + 1 < arguments.size() ? arguments[++at] : "";
        if (value.empty()) return wrong("ERROR: Option " + name + " requires a value.");
        set(request_.*(option->text), value, option->most, out_);
      } else if (!take_without_name(name)) {
        return wrong("ERROR: Unknown option: " + name);
      }
    }
    return std::nullopt;
  }

 private:
  bool take_without_name(const std::string& value) {
    if (value.starts_with('-') || next_ == text_options.size()) return false;
    const TextOption& option = text_options[next_++];
    set(request_.*(option.text), value, option.most, out_);
    return true;
  }
  int wrong(const std::string& message) {
    out_ << message << "\n";
    return wrong_command;
  }

  Request& request_;
  std::ostream& out_;
  std::size_t next_ = 0;
};

constexpr std::size_t user_most = 8, ring_most = 236;

}  // namespace

void write_help(std::ostream& out) {
  out << "Usage: keyring-util FUNCTION USERID KEYRING [LABEL [USAGE FILE PASSWORD]] [OPTION ...]\n";
  for (const HelpRow& row : help_rows) out << "  " << row.name << ": " << row.help << "\n";
  out << "-v explains on standard error why a call is refused.\n"
         "RINGSIDE_LAB names the lab, RINGSIDE_SYSTEM its system, RINGSIDE_USER the user.\n";
}

tl::expected<Request, int> read_request(const std::vector<std::string>& arguments, std::ostream& out) {
  Request request;
  request.function = arguments.empty() ? "HELP" : base::upper(arguments.front());
  const auto* function = row_of(help_rows, request.function);
  if (function == help_rows.end() || request.function == "HELP") {
    write_help(out);
    return tl::make_unexpected(function == help_rows.end() ? wrong_command : 0);
  }
  std::size_t options = 1;
  if (function->needs_ring) {
    if (arguments.size() > 1) set(request.user, arguments[1], user_most, out);
    if (arguments.size() > 2) set(request.ring, arguments[2], ring_most, out);
    if (request.user.empty() || request.ring.empty()) {
      out << "Missing userid or keyring.\n";
      return tl::make_unexpected(wrong_command);
    }
    options = 3;
  }
  if (const auto status = Options(request, out).read(arguments, options)) return tl::make_unexpected(*status);
  return request;
}

}  // namespace ringside::connectors::keyring_util

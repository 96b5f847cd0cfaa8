// emulator/hosttools/openssl/commands/req_subject.cpp - the questions of openssl req (its manual page, "Configuration
// file format" and "Distinguished name and attribute section format").
#include "emulator/hosttools/openssl/commands/req_subject.hpp"

#include <fmt/format.h>

#include "emulator/hosttools/openssl/libcrypto/issue.hpp"
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"

namespace ringside::openssl {

const char* const usual_configuration = R"cnf(
[ req ]
default_bits = 2048
default_keyfile = privkey.pem
distinguished_name = req_distinguished_name
attributes = req_attributes
x509_extensions = v3_ca
string_mask = utf8only
[ req_distinguished_name ]
countryName = Country Name (2 letter code)
countryName_default = AU
countryName_min = 2
countryName_max = 2
stateOrProvinceName = State or Province Name (full name)
stateOrProvinceName_default = Some-State
localityName = Locality Name (eg, city)
0.organizationName = Organization Name (eg, company)
0.organizationName_default = Internet Widgits Pty Ltd
organizationalUnitName = Organizational Unit Name (eg, section)
commonName = Common Name (e.g. server FQDN or YOUR name)
commonName_max = 64
emailAddress = Email Address
emailAddress_max = 64
[ req_attributes ]
challengePassword = A challenge password
challengePassword_min = 4
challengePassword_max = 20
unstructuredName = An optional company name
[ v3_ca ]
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always,issuer
basicConstraints = critical,CA:true
)cnf";

namespace {

constexpr const char* preamble =
    "You are about to be asked to enter information that will be incorporated\n"
    "into your certificate request.\n"
    "What you are about to enter is what is called a Distinguished Name or a DN.\n"
    "There are quite a few fields but you can leave some blank\n"
    "For some fields there will be a default value,\n"
    "If you enter '.', the field will be left blank.\n"
    "-----\n";
constexpr const char* attributes_preamble =
    "\nPlease enter the following 'extra' attributes\n"
    "to be sent with your certificate request\n";

bool is_detail(const std::string& name) {
  for (const char* end : {"_min", "_max", "_default", "_value"})
    if (name.ends_with(end)) return true;
  return false;
}

/// "organizationName" of "0.organizationName": a number before a dot, comma or colon only makes names unique.
std::string attribute_name(const std::string& name) {
  const std::size_t at = name.find_first_of(".,:");
  const bool numbers = at != std::string::npos && name.find_first_not_of("0123456789") == at && at + 1 < name.size();
  return numbers ? name.substr(at + 1) : name;
}

class Questions {
 public:
  Questions(Tool& tool, const Options& options, const Configuration& configuration, const std::string& req)
      : tool_(tool),
        configuration_(configuration),
        batch_(options.has("batch")),
        as_it_stands_(configuration.find(req, "prompt").value_or("yes") == "no") {}

  [[nodiscard]] bool asks() const { return !batch_ && !as_it_stands_; }

  /// The values of a section. Returns nullopt after printing the error.
  std::optional<std::vector<NameEntry>> answers(const std::string& section) {
    std::vector<NameEntry> entries;
    for (const auto& [name, text] : configuration_.entries(section)) {
      if (!as_it_stands_ && is_detail(name)) continue;
      std::string type = attribute_name(name);
      const bool joins = type.starts_with('+');
      if (joins) type.erase(0, 1);
      if (!is_name_attribute(type)) continue;
      auto value = as_it_stands_ ? std::optional(text) : answer(section, name, text);
      if (!value) return std::nullopt;
      if (!value->empty()) entries.push_back({type, std::move(*value), joins});
    }
    return entries;
  }

 private:
  /// Repeats one question until the answer has the right length. Returns an empty text for a field that is left blank,
  /// and nullopt after printing the error.
  std::optional<std::string> answer(const std::string& section, const std::string& name, const std::string& text) {
    if (const auto fixed = configuration_.find(section, name + "_value"))
      return tool_.error(fmt::format("{} [{}]:{}\n", text, configuration_.find(section, name + "_default").value_or(""),
                                     *fixed)),
             fixed;
    const std::string usual = configuration_.find(section, name + "_default").value_or("");
    while (true) {
      std::string value = usual;
      if (!batch_) {
        tool_.error(fmt::format("{} [{}]:", text, usual));
        const auto line = tool_.process().streams.read_line();
        if (!line) return tool_.fail("Error making certificate request"), std::nullopt;
        if (*line == ".") return "";
        if (!line->empty()) value = *line;
      }
      if (value.empty()) return "";
      if (const std::string wrong = length_problem(section, name, value.size()); wrong.empty())
        return value;
      else
        tool_.error(wrong + "\n");
      if (batch_) return tool_.fail("Error making certificate request"), std::nullopt;
    }
  }

  [[nodiscard]] std::string length_problem(const std::string& section, const std::string& name,
                                           std::size_t length) const {
    const auto bound = [&](const char* end) {
      return read_number(configuration_.find(section, name + end).value_or(""));
    };
    const bool oldest = tool_.personality() == Personality::v1_0;
    if (const auto least = bound("_min"); least && static_cast<long>(length) < *least)
      return fmt::format(fmt::runtime(oldest ? "string is too short, it needs to be at least  {} bytes long"
                                             : "String too short, must be at least {} bytes long"),
                         *least);
    if (const auto most = bound("_max"); most && static_cast<long>(length) > *most)
      return fmt::format(fmt::runtime(oldest ? "string is too long, it needs to be less than  {} bytes long"
                                             : "String too long, must be at most {} bytes long"),
                         *most);
    return {};
  }

  Tool& tool_;
  const Configuration& configuration_;
  bool batch_;
  bool as_it_stands_;
};

void take_attributes(ToolRequest& request, const std::vector<NameEntry>& answers) {
  for (const NameEntry& answer : answers) {
    if (answer.type == "challengePassword") request.challenge_password = answer.value;
    if (answer.type == "unstructuredName") request.unstructured_name = answer.value;
  }
}

}  // namespace

std::optional<ToolRequest> ask_request(Tool& tool, const Options& options, const Configuration& configuration,
                                       const std::string& req, bool with_attributes) {
  const auto section = configuration.find(req, "distinguished_name");
  const auto complain = [&](const std::string& text) {
    tool.error(text + "\n");
    tool.fail("Error making certificate request");
    return std::nullopt;
  };
  if (!section) return complain("Unable to find 'distinguished_name' in config");
  if (!configuration.has_section(*section)) return complain("Unable to get '" + *section + "' section");
  Questions questions(tool, options, configuration, req);
  if (questions.asks()) tool.error(preamble);
  const auto subject = questions.answers(*section);
  if (!subject) return std::nullopt;
  if (subject->empty())
    return complain(tool.is_modern() ? "Error: No objects specified in config file"
                                     : "error, no objects specified in config file");
  ToolRequest request;
  auto name =
      name_from_entries(*subject, !options.has("utf8") && configuration.find(req, "utf8").value_or("no") != "yes");
  if (!name) return complain(name.error().detail);
  request.subject = std::move(*name);
  const auto attributes = configuration.find(req, "attributes");
  if (!attributes || !with_attributes) return request;
  if (!configuration.has_section(*attributes)) return complain("Unable to get '" + *attributes + "' section");
  if (questions.asks()) tool.error(attributes_preamble);
  const auto extra = questions.answers(*attributes);
  if (!extra) return std::nullopt;
  take_attributes(request, *extra);
  return request;
}

}  // namespace ringside::openssl

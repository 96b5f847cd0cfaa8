// emulator/hosttools/agent/properties.hpp - ita.ini: where an agent of HCL Workload Automation looks for its key and
// certificates.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::agent {

/// How well a property's name is known. The page of release 9.4 that describes the five has lost their names.
enum class Certainty {
  documented,  ///< named in pages of later releases
  inferred,    ///< from its description and the names beside it; no page shows it
};

struct Property {
  std::string_view name;
  Certainty certainty;
  std::string_view usual;  ///< the default; "<cert>" stands for the agent's ITA/cpa/ita/cert
};

inline constexpr std::array<Property, 5> properties = {{
    {"password_file", Certainty::inferred, "<cert>/password.sth"},
    {"random_file", Certainty::inferred, "<cert>/TWS.rnd"},
    {"cert_label", Certainty::documented, "client"},
    {"key_db_name", Certainty::documented, "tws"},
    {"key_repository_dir", Certainty::documented, "<cert>"},
}};

struct Settings {
  std::map<std::string, std::string, std::less<>> values;  ///< every one of `properties`
  std::vector<std::string> unknown;                        ///< names in the file that mean nothing here
  unsigned ssl_port = 31'114;                              ///< where it listens; 0: nowhere

  [[nodiscard]] const std::string& operator[](std::string_view name) const { return values.find(name)->second; }
};

/// Reads "name = value" lines; sections and comments (# ;) are passed over, since the section of these five is not
/// known. `certificate_folder` is the agent's own ITA/cpa/ita/cert.
Settings read_settings(std::string_view text, const std::string& certificate_folder);

}  // namespace ringside::agent

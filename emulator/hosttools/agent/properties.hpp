// emulator/hosttools/agent/properties.hpp - ita.ini: where an agent of HCL Workload Automation has its key and
// certificates.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::agent {

struct Property {
  std::string_view name;
  std::string_view usual;  ///< the default; "<cert>" stands for the agent's ITA/cpa/ita/cert
};

/// The page of release 9.4 describes the five properties without their names.
inline constexpr std::array<Property, 5> properties = {{
    {"password_file", "<cert>/password.sth"},  // on no page; derived from the description and from similar names
    {"random_file", "<cert>/TWS.rnd"},         // the same
    {"cert_label", "client"},                  // this and the following are on pages of later releases
    {"key_db_name", "tws"},
    {"key_repository_dir", "<cert>"},
}};

struct Settings {
  std::map<std::string, std::string, std::less<>> values;  ///< of all `properties`
  std::vector<std::string> unknown;                        ///< unknown names in the file
  unsigned ssl_port = 31'114;                              ///< 0: the agent does not listen

  [[nodiscard]] const std::string& operator[](std::string_view name) const { return values.find(name)->second; }
};

/// Reads "name = value" lines. Skips comments (# ;) and section lines, since the section of the five properties is not
/// known. `certificate_folder` is the agent's ITA/cpa/ita/cert.
Settings read_settings(std::string_view text, const std::string& certificate_folder);

}  // namespace ringside::agent

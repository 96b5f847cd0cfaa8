// emulator/hosttools/agent/properties.hpp - ita.ini: where an agent of HCL Workload Automation has its key and
// certificates.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::agent {

/// How well the name of a property is known. The page of release 9.4 describes the five properties without their names.
enum class Certainty {
  documented,  ///< on pages of later releases
  inferred,    ///< derived from the description and from similar names; on no page
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
  std::map<std::string, std::string, std::less<>> values;  ///< of all `properties`
  std::vector<std::string> unknown;                        ///< unknown names in the file
  unsigned ssl_port = 31'114;                              ///< 0: the agent does not listen

  [[nodiscard]] const std::string& operator[](std::string_view name) const { return values.find(name)->second; }
};

/// Reads "name = value" lines. Skips comments (# ;) and section lines, since the section of the five properties is not
/// known. `certificate_folder` is the agent's ITA/cpa/ita/cert.
Settings read_settings(std::string_view text, const std::string& certificate_folder);

}  // namespace ringside::agent

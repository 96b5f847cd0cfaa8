// twin/load/load.hpp - loads the unload of a site's RACF database (IRRDBU00) into a new system of a lab: its twin.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/secret.hpp"
#include "base/time.hpp"
#include "emulator/database/twin/site_facts.hpp"
#include "emulator/lab/lab.hpp"
#include "twin/load/unload_file.hpp"

namespace ringside::twin {

struct LoadOptions {
  std::string unload;               ///< the path of the file
  database::SystemRecord system{};  ///< its name and sysplex; the lab must not have a system or database of that name
  std::string certificates{};       ///< a folder of the site's certificates as files; empty: none
  std::optional<base::Secret> password{};  ///< of PKCS#12 files in it
  std::optional<std::string> setropts{};   ///< what SETROPTS LIST prints at the site
  bool anonymise = false;                  ///< all names of the site get substitutes; not with certificates
  base::Zone zone{};                       ///< of the dates and times in the unload
  /// Is called now and then with the share of the file that is read, from 0 to 1. If it returns false, the load ends.
  std::function<bool(double)> goes_on = [](double) { return true; };
};

struct LoadReport {
  FileForm form{};
  std::map<std::string, std::uint64_t> records{};  ///< by type
  std::uint64_t unknown = 0;                       ///< of types that the twin does not know
  std::map<database::Grade, std::uint64_t> certificates{};
  std::uint64_t rings = 0, filters = 0;
  std::map<std::string, std::uint64_t> remarks{};  ///< of what does not fit together, by kind
  std::vector<std::string> unreadable_files{};     ///< of the folder of certificates
  std::vector<std::string> assumed_classes{};      ///< active without a listing of SETROPTS LIST
};

/// Adds a system with what the unload holds, or changes nothing. The error is a sentence that names the file and, where
/// there is one, the record. What does not fit together is left out or taken as it is, and noted in the database's
/// load_remarks.
tl::expected<LoadReport, std::string> load(lab::Lab& lab, const LoadOptions& options);

}  // namespace ringside::twin

// connectors/caller/opened_lab.hpp - a lab that a library has open, with the system and the user that it works for.
#pragma once

#include <memory>
#include <string>

#include <sys/types.h>

#include "connectors/caller/settings.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::connectors {

class OpenedLab {
 public:
  /// Opens the lab that the settings name. Fails with 4/0/0, "RACF is not installed", if they name none, if it does not
  /// exist or is no lab, or if the system is not in it; the explanation says which.
  static racf::datalib::Answer<std::unique_ptr<OpenedLab>> open(const Settings& settings);

  /// Returns whether this process opened the lab, and the path still names the same file. SQLite's connections must not
  /// cross a fork, and a lab that was replaced is another one. A lab that is read-only for this process was copied into
  /// memory: it is current until others change the file.
  [[nodiscard]] bool is_current() const;
  /// Returns whether this process opened the lab. If not, the object must not be destroyed.
  [[nodiscard]] bool is_of_this_process() const;

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] lab::Lab& lab() { return lab_; }
  [[nodiscard]] const database::SystemRecord& system() const { return system_; }
  /// The service, for the caller. Its tokens are valid while the lab is open.
  [[nodiscard]] racf::datalib::Service& service() { return service_; }

 private:
  OpenedLab(const Settings& settings, lab::Rules rules);

  Settings settings_;
  pid_t process_;
  base::SystemClock clock_;
  std::string file_;  // before the lab is opened
  lab::Lab lab_;
  database::SystemRecord system_;
  racf::datalib::Service service_;
};

}  // namespace ringside::connectors

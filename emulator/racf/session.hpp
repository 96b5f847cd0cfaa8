// emulator/racf/session.hpp - who issues commands, and on which system of the lab.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emulator/host/data_sets.hpp"
#include "emulator/host/dd_file.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::racf {

/// What SUBMIT has passed to JES. The jobs run after the command or step that submitted them.
struct SubmittedStream {
  std::string user;  ///< the submitter
  std::string jcl;
  std::vector<std::string> ids;  ///< of its jobs: JOB00001
};

/// A user on a system, with the system's security database and data sets.
struct Session {
  Session(lab::Lab& in_lab, database::SystemRecord on_system, std::string as_user)
      : lab(in_lab),
        system(std::move(on_system)),
        database(in_lab.database_of(system)),
        data_sets(in_lab, system.name),
        user(std::move(as_user)),
        prefix(user) {}

  lab::Lab& lab;
  database::SystemRecord system;
  database::SecurityDatabase database;
  host::DataSets data_sets;
  std::string user;
  /// What unquoted data set names begin with: the user ID, or what PROFILE PREFIX says; empty after NOPREFIX.
  std::string prefix;
  std::map<std::string, std::string> files{};        ///< by DD name, the data sets that ALLOCATE has allocated
  std::map<std::string, host::DdFile> step_files{};  ///< by DD name, the other files of a batch step
  host::Terminal* terminal = nullptr;                ///< nullptr: nobody types; must outlive the session
  std::size_t execs = 0;                             ///< REXX execs that run, one started by the other
  bool in_batch = false;                             ///< SYSVAR('SYSENV') is BACK
  std::vector<SubmittedStream> submitted{};          ///< by SUBMIT, and not run yet
};

}  // namespace ringside::racf

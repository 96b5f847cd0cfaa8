// app/commands/data_set_folder.hpp - the option --files: data sets that commands read from a folder of real files.
#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

/// --files FOLDER.
Option files_option(std::string& folder);

/// The files of a folder, as data sets of the system of --system while the object exists. A file whose name is no data
/// set name, or the name of a data set that the catalog has, is left out. Made after the lab's copy of --dry-run.
class DataSetFolder {
 public:
  /// An empty text stands for no folder. Throws UsageError if it cannot be read.
  DataSetFolder(Program& program, const std::string& folder);
  ~DataSetFolder();
  DataSetFolder(const DataSetFolder&) = delete;
  DataSetFolder& operator=(const DataSetFolder&) = delete;

  /// Takes the data sets back, before changes of the lab are listed.
  void remove();

 private:
  Program& program_;
  std::string system_;
  std::vector<std::string> names_;
};

}  // namespace ringside::app

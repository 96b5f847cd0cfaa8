// app/commands/data_set_folder.cpp - the option --files: data sets that commands read from a folder of real files.
#include "app/commands/data_set_folder.hpp"

#include <algorithm>
#include <filesystem>

#include "app/commands/lab_place.hpp"
#include "base/data_set_name.hpp"
#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

/// The regular files of the folder, by name.
std::vector<std::filesystem::path> files_of(const std::string& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  std::filesystem::directory_iterator entries(folder, error);
  if (error) throw UsageError("--files " + folder + ": " + error.message());
  for (const auto& entry : entries)
    if (entry.is_regular_file(error)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Option files_option(std::string& folder) {
  return {
      "--files",
      &folder,
      "while the commands run, the files of this folder are data sets of the same names, unless the catalog has them",
      {.type = "FOLDER"}};
}

DataSetFolder::DataSetFolder(Program& program, const std::string& folder) : program_(program) {
  if (folder.empty()) return;
  const auto files = files_of(folder);
  const racf::Session session = program.untold_session();
  system_ = session.system.name;
  for (const auto& file : files) {
    const std::string name = base::upper(file.filename().string());
    if (!base::is_data_set_name(name) || session.data_sets.find(name)) continue;
    const std::string content = read_input_file(program, file.string());
    write_place(program, place_on(session.system, name), base::to_bytes(content), CopyForm::fitting);
    names_.push_back(name);
  }
}

DataSetFolder::~DataSetFolder() {
  try {
    remove();
  } catch (const base::Fault&) {  // the lab that cannot be written has told so already
  }
}

void DataSetFolder::remove() {
  if (names_.empty()) return;
  host::DataSets data_sets(program_.lab(), system_);
  for (const std::string& name : names_) data_sets.remove(name);
  names_.clear();
}

}  // namespace ringside::app

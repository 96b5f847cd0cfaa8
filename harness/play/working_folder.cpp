// harness/play/working_folder.cpp - a temporary folder.
#include "harness/play/working_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "base/fault.hpp"

namespace ringside::harness {

WorkingFolder::WorkingFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "ringside-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    throw base::Fault(fmt::format("no folder for a scenario's lab: {}", std::strerror(errno)));
  path_ = name;
}

WorkingFolder::~WorkingFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace ringside::harness

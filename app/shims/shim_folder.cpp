// app/shims/shim_folder.cpp - makes links to this program under the names of the shims.
#include "app/shims/shim_folder.hpp"

#include <system_error>

#include "app/shims/shim.hpp"
#include "base/fault.hpp"

namespace ringside::app {

ShimFolder::ShimFolder(const std::set<std::string>& real) {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) std::filesystem::create_directory(programs(), error);
  for (const Shim& shim : shims())
    if (!error && !real.contains(shim.name)) std::filesystem::create_symlink(program, programs() / shim.name, error);
  if (error) throw base::Fault("the programs of 'ringside with' cannot be made: " + error.message());
}

}  // namespace ringside::app

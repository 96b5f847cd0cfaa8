// app/shims/shim.cpp - the table of the programs that answer from the lab.
#include "app/shims/shim.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "app/shims/host_shims.hpp"
#include "app/shims/tool_shims.hpp"

namespace ringside::app {
namespace {

constexpr std::array table = {Shim{"tsocmd", run_tsocmd},   Shim{"tso", run_tso},         Shim{"submit", run_submit},
                              Shim{"opercmd", run_opercmd}, Shim{"keytool", run_keytool}, Shim{"openssl", run_openssl},
                              Shim{"zowe", run_zowe}};

}  // namespace

std::span<const Shim> shims() {
  return table;
}

const Shim* shim_started_as(const std::string& started_as) {
  if (std::getenv(with_variable) == nullptr) return nullptr;
  const std::string name = started_as.substr(started_as.rfind('/') + 1);
  const auto found = std::find_if(table.begin(), table.end(), [&](const Shim& shim) { return shim.name == name; });
  return found == table.end() ? nullptr : &*found;
}

void run_shim(Program& program, const Shim& shim, const std::vector<std::string>& words) {
  const char* const text = std::getenv(with_variable);
  const WithOptions options = with_options(text == nullptr ? "" : text);
  program.options = options.global;
  shim.run(program, options, words);
}

}  // namespace ringside::app

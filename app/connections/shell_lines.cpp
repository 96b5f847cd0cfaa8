// app/connections/shell_lines.cpp - the variables by which a shell tells programs whose rings they read.
#include "app/connections/shell_lines.hpp"

#include <algorithm>

#include "app/connections/installed_files.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

/// The list with the folder at its front, and not a second time behind it.
std::string in_front(const std::string& folder, const std::string& list) {
  std::vector<std::string> folders = {folder};
  for (const std::string& each : base::split(list, ':'))
    if (!each.empty() && each != folder) folders.push_back(each);
  return base::join(folders, ":");
}

}  // namespace

std::vector<Variable> variables_for(const connectors::Settings& settings, const std::filesystem::path& program_folder,
                                    const connectors::Variables& present) {
  std::vector<Variable> variables = {{"RINGSIDE_LAB", settings.lab},
                                     {"RINGSIDE_SYSTEM", settings.system},
                                     {"RINGSIDE_USER", settings.user},
                                     {"RINGSIDE_LENIENT", settings.lenient ? "1" : "0"}};
  if (const auto module = path_of(pkcs11_module, program_folder))
    variables.push_back({"RINGSIDE_PKCS11_MODULE", module->string()});
  if (const auto provider = path_of(store_provider, program_folder))
    variables.push_back({"RINGSIDE_PROVIDER_PATH", provider->parent_path().string()});
  const auto library = path_of(datalib_library, program_folder);
  if (library && is_directory(library->parent_path() / node_addon))
    variables.push_back({"KEYRING_JS_PREBUILD", (library->parent_path() / node_addon).string()});
  if (!library || is_searched_by_the_loader(library->parent_path())) return variables;
  const std::string folder = library->parent_path().string();
  const auto add = [&](const std::string& name, const std::string& value) {
    variables.push_back({name, in_front(value, present(name).value_or(""))});
  };
  add("LD_LIBRARY_PATH", folder);
  add("PKG_CONFIG_PATH", folder + "/pkgconfig");
  return variables;
}

std::string shell_line(const Variable& variable) {
  return "export " + variable.name + "='" + base::replace_all(variable.value, "'", "'\\''") + "'";
}

}  // namespace ringside::app

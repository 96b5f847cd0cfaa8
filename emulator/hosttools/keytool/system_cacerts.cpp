// emulator/hosttools/keytool/system_cacerts.cpp - finds the file cacerts.
#include "emulator/hosttools/keytool/system_cacerts.hpp"

#include <algorithm>
#include <array>

#include "emulator/hosttools/keytool/store/store_format.hpp"

namespace ringside::keytool {
namespace {

constexpr std::array places = {"/etc/ssl/certs/java/cacerts", "/usr/lib/jvm/default-java/lib/security/cacerts"};

}  // namespace

bool is_system_cacerts(const std::string& path, host::Process& process) {
  const std::string whole = process.path(path);
  return whole == system_cacerts_path(process) || std::find(places.begin(), places.end(), whole) != places.end();
}

std::string system_cacerts_path(host::Process& process) {
  const auto home = process.variables.find("JAVA_HOME");
  if (home != process.variables.end()) {
    const std::string path = home->second + "/lib/security/cacerts";
    if (process.files.status(path)) return path;
  }
  for (const char* place : places)
    if (process.files.status(place)) return place;
  return places.front();
}

std::optional<KeyStore> system_cacerts(Tool& tool) {
  auto content = tool.process().files.read(system_cacerts_path(tool.process()));
  if (!content) return std::nullopt;
  const auto type = probe(*content);
  if (!type) return std::nullopt;
  return read_store({std::move(*content), *type}, base::Secret("changeit"), tool.now_millis());
}

}  // namespace ringside::keytool

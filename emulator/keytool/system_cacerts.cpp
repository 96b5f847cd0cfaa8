// emulator/keytool/system_cacerts.cpp - finding cacerts.
#include "emulator/keytool/system_cacerts.hpp"

#include <array>

#include "emulator/keytool/store/store_file.hpp"

namespace ringside::keytool {
namespace {

constexpr std::array places = {"/etc/ssl/certs/java/cacerts", "/usr/lib/jvm/default-java/lib/security/cacerts"};

}  // namespace

std::string system_cacerts_path(Tool& tool) {
  const auto home = tool.process().variables.find("JAVA_HOME");
  if (home != tool.process().variables.end()) {
    const std::string path = home->second + "/lib/security/cacerts";
    if (tool.process().files.status(path)) return path;
  }
  for (const char* place : places)
    if (tool.process().files.status(place)) return place;
  return places.front();
}

std::optional<KeyStore> system_cacerts(Tool& tool) {
  auto content = tool.process().files.read(system_cacerts_path(tool));
  if (!content) return std::nullopt;
  const auto type = probe(*content);
  if (!type) return std::nullopt;
  return read_store({std::move(*content), *type}, base::Secret("changeit"), tool.now_millis());
}

}  // namespace ringside::keytool

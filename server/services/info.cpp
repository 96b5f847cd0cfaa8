// server/services/info.cpp - which z/OSMF this is, in the words of its level.
#include "server/services/info.hpp"

namespace ringside::services {
namespace {

/// z/OSMF's level: zosmf_version, zosmf_full_version and zos_version.
struct Level {
  const char* version;
  const char* full;
  const char* zos;
};

Level level_of(lab::RacfLevel level) {
  return level == lab::RacfLevel::v2r5 ? Level{"28", "28.0", "04.28.00"} : Level{"29", "29.0", "04.29.00"};
}

}  // namespace

http::Response info(Call& call) {
  const Level level = level_of(call.lab.rules().level);
  const auto port = call.state.ports.find(call.system.name);
  return json_response(200, {{"zos_version", level.zos},
                             {"zosmf_port", port == call.state.ports.end() ? "443" : std::to_string(port->second)},
                             {"zosmf_version", level.version},
                             {"zosmf_hostname", call.system.name},
                             {"zosmf_full_version", level.full},
                             {"zosmf_saf_realm", "SAFRealm"},
                             {"api_version", "1"},
                             {"plugins", base::Json::array()}});
}

}  // namespace ringside::services

// server/services/info.cpp - which z/OSMF this is, in the words of its level.
#include "server/services/info.hpp"

namespace ringside::services {
namespace {

constexpr unsigned usual_port = 443;

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
  return json_response(200, {{"zos_version", level.zos},
                             {"zosmf_port", std::to_string(call.state.port_of(call.system.name).value_or(usual_port))},
                             {"zosmf_version", level.version},
                             {"zosmf_hostname", call.system.name},
                             {"zosmf_full_version", level.full},
                             {"zosmf_saf_realm", "SAFRealm"},
                             {"api_version", "1"},
                             {"plugins", base::Json::array()}});
}

}  // namespace ringside::services

// server/services/files/data_set_access.cpp - what data set profiles of RACF allow the caller of a service.
#include "server/services/files/data_set_access.hpp"

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "emulator/racf/resources/data_set_names.hpp"

namespace ringside::services {

std::optional<std::string> data_set_denial(Call& call, const std::string& name, racf::AccessLevel level) {
  const auto member = base::member_name(name);
  const std::string data_set = member ? member->library : name;
  if (racf::is_data_set_of(data_set, call.user)) return std::nullopt;
  racf::Session session(call.lab, call.system, call.user);
  racf::Context context(session);
  const auto profile = racf::covering_data_set_profile(context, data_set);
  if (!profile || profile->warning || racf::access_by(context, call.user, *profile) >= level) return std::nullopt;
  return fmt::format("ICH408I USER({}) {} INSUFFICIENT ACCESS AUTHORITY FROM {} ACCESS INTENT({}) ACCESS ALLOWED({})",
                     call.user, data_set, profile->name, racf::to_string(level),
                     racf::to_string(racf::access_by(context, call.user, *profile)));
}

}  // namespace ringside::services

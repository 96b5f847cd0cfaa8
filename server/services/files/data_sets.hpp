// server/services/files/data_sets.hpp - the files services for data sets and members.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// GET of DSN or DSN(MEMBER): its content. GET of DSN/member: the names of its members.
http::Response read_data_set(Call& call);
/// PUT of DSN or DSN(MEMBER): replaces the content, or makes the member. A JSON body asks for a copy or a new name.
http::Response write_data_set(Call& call);
/// DELETE of DSN or DSN(MEMBER).
http::Response delete_data_set(Call& call);

}  // namespace ringside::services

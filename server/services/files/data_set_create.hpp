// server/services/files/data_set_create.hpp - new data sets.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// POST of a DSN: a new data set, with the attributes of the body or like another one.
http::Response create_data_set(Call& call);

}  // namespace ringside::services

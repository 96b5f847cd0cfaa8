// server/services/files/data_set_path.hpp - the data set that a path of the files services names.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "base/data_set_name.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

struct DataSetPath {
  std::string data_set;  ///< fully qualified, in upper case
  std::string member;    ///< empty for the data set itself

  /// DATA.SET or LIBRARY(MEMBER).
  [[nodiscard]] std::string name() const { return member.empty() ? data_set : base::member_of(data_set, member); }
};

/// Reads DSN, DSN(MEMBER), and the same behind -(VOLUME)/, in any case. The error is a response: 400 if it is no name,
/// 404 if the volume is not that of the lab.
tl::expected<DataSetPath, http::Response> data_set_path(const std::string& text);

}  // namespace ringside::services

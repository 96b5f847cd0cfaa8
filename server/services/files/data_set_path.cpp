// server/services/files/data_set_path.cpp - the data set that a path of the files services names.
#include "server/services/files/data_set_path.hpp"

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "server/services/files/file_errors.hpp"

namespace ringside::services {

tl::expected<DataSetPath, http::Response> data_set_path(const std::string& text) {
  std::string name = base::upper(text);
  std::string volume(host::volume);
  if (const auto end = name.find(")/"); name.starts_with("-(") && end != std::string::npos) {
    volume = name.substr(2, end - 2);
    name = name.substr(end + 2);
  }
  DataSetPath path{name, {}};
  if (const auto member = base::member_name(name)) path = {member->library, member->member};
  if (!base::is_data_set_name(path.data_set))
    return tl::unexpected(wrong_request("Data set name is not valid: " + name));
  if (volume != host::volume) return tl::unexpected(not_cataloged(path.data_set));
  return path;
}

}  // namespace ringside::services

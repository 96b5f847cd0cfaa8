// twin/unload/mappings.hpp - certificate name filters and distributed identity filters as records of an unload.
#pragma once

#include <functional>
#include <string>

#include "twin/records/mapping_names.hpp"
#include "twin/unload/output.hpp"

namespace ringside::twin {

/// A distributed identity filter: who has a user name in a registry.
struct IdentityMapping {
  IdentityNames names;
  std::string user;
  std::string label;
  std::string owner;  ///< of the profile
  base::Instant created{};
};

/// Calls `take` for each distributed identity filter, by the name of the profile in the lab.
void for_each_identity(Output& output, const std::function<void(const IdentityMapping&)>& take);

/// Records 0500 and 0509 of class IDIDMAP.
void write_identity_mappings(Output& output);
/// Records 0500 and 0508 of class DIGTNMAP.
void write_name_filters(Output& output);

}  // namespace ringside::twin

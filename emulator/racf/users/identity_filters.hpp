// emulator/racf/users/identity_filters.hpp - distributed identity filters: profiles of class IDIDMAP, which map user
// names of other registries to user IDs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

inline constexpr const char* identity_class = "IDIDMAP";

/// A user name and the registry that knows it. "*" stands for any.
struct DistributedIdentity {
  std::string name;
  std::string registry;
};

struct IdentityFilter {
  DistributedIdentity identity;
  std::string user;
  std::string label;
};

/// Returns the name as RACF compares it: blanks around the parts of a distinguished name are removed, and attribute
/// types are in upper case. Other names stay as they are.
std::string normalized_name(const std::string& name);

/// Returns the filters of a user by label.
std::vector<IdentityFilter> identity_filters_of(Context& context, const std::string& user);
/// Returns the filter with exactly these names, of any user.
std::optional<IdentityFilter> find_identity_filter(Context& context, const DistributedIdentity& identity);
void put_identity_filter(Context& context, const IdentityFilter& filter);
/// The same without a command, with the owner of the profile and the moment of its creation.
void store_identity_filter(database::SecurityDatabase& database, const IdentityFilter& filter, const std::string& owner,
                           base::Instant created);
void remove_identity_filter(Context& context, const DistributedIdentity& identity);

/// Returns the most specific filter that fits an identity, in the copy of SETROPTS RACLIST: in its registry the whole
/// name, then its ends (a distinguished name without its first parts), then any name; then the same in any registry
/// (Security Administrator's Guide, "Distributed identity filters"; low: whether ends are searched in any registry).
std::optional<IdentityFilter> mapped_identity(Context& context, const DistributedIdentity& identity);

}  // namespace ringside::racf

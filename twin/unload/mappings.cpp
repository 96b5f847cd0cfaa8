// twin/unload/mappings.cpp - certificate name filters and distributed identity filters as records of an unload.
#include "twin/unload/mappings.hpp"

#include <algorithm>
#include <vector>

#include "emulator/racf/resources/certificate_profiles.hpp"
#include "emulator/racf/users/identity_filters.hpp"
#include "twin/unload/resources.hpp"

namespace ringside::twin {
namespace {

constexpr const char* filter_class = "DIGTNMAP";

}  // namespace

void for_each_identity(Output& output, const std::function<void(const IdentityMapping&)>& take) {
  output.database().resources.each(racf::identity_class, [&](const database::Resource& profile) {
    auto fields = output.database().segments.all(racf::identity_class, profile.name)["BASE"];
    take(
        {{fields["NAME"], fields["REGISTRY"]}, profile.application_data, profile.data, profile.owner, profile.created});
  });
}

void write_identity_mappings(Output& output) {
  for_each_identity(output, [&](const IdentityMapping& identity) {
    database::Resource profile;
    profile.profile_class = racf::identity_class;
    profile.name = identity_profile(identity.names);
    profile.owner = identity.owner;
    profile.created = identity.created;
    output.write(resource_base(output, profile));
    output.write(resource_record("0509", racf::identity_class, profile.name)
                     .text("GRDMAP_LABEL", identity.label)
                     .text("GRDMAP_USER", identity.user)
                     .text("GRDMAP_DIDREG", identity.names.registry));
    output.finish_profile();
  });
}

void write_name_filters(Output& output) {
  std::vector<database::NameFilter> filters = output.database().filters.all();
  std::sort(filters.begin(), filters.end(), [](const database::NameFilter& left, const database::NameFilter& right) {
    return racf::mapping_profile(left) < racf::mapping_profile(right);
  });
  for (const database::NameFilter& filter : filters) {
    database::Resource profile;
    profile.profile_class = filter_class;
    profile.name = racf::mapping_profile(filter);
    profile.owner = filter.owner;
    profile.uacc = filter.trusted ? "TRUST" : "NOTRUST";
    profile.application_data = filter.owner;
    output.write(resource_base(output, profile));
    output.write(resource_record("0508", filter_class, profile.name)
                     .text("GRFLTR_LABEL", filter.label)
                     .text("GRFLTR_STATUS", profile.uacc)
                     .text("GRFLTR_USER", filter.criteria.empty() ? filter.owner : filter.criteria)
                     .text("GRFLTR_CREATE_NAME", joined_names({filter.issuer_filter, filter.subject_filter})));
    output.finish_profile();
  }
}

}  // namespace ringside::twin

// emulator/racf/resources/certificate_profiles.cpp - certificates, rings and mappings as the profiles that RLIST and
// SEARCH show.
#include "emulator/racf/resources/certificate_profiles.hpp"

#include <algorithm>

#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf {
namespace {

using Profiles = std::vector<database::Resource>;

database::Resource profile_with(const std::string& profile_class, std::string name, const std::string& owner) {
  database::Resource profile;
  profile.profile_class = profile_class;
  profile.name = std::move(name);
  profile.owner = owner;
  return profile;
}

Profiles certificates(Context& context) {
  Profiles found;
  for (const database::User& user : context.database().users.all()) {
    for (const database::CertificateRecord& record : context.database().certificates.by_owner(user.name)) {
      found.push_back(profile_with("DIGTCERT", record.profile, record.owner));
      found.back().uacc = status_word(record.status);
      found.back().application_data = record.owner;
    }
  }
  return found;
}

Profiles rings(Context& context) {
  Profiles found;
  for (const database::Ring& ring : context.database().rings.by_owner(""))
    found.push_back(profile_with("DIGTRING", ring_profile(ring), ring.owner));
  return found;
}

Profiles mappings(Context& context) {
  Profiles found;
  for (const database::NameFilter& filter : context.database().filters.all()) {
    found.push_back(profile_with("DIGTNMAP", mapping_profile(filter), filter.owner));
    found.back().uacc = filter.trusted ? "TRUST" : "NOTRUST";
    found.back().application_data = filter.owner;
  }
  return found;
}

}  // namespace

std::string ring_profile(const database::Ring& ring) {
  return ring.owner + "." + racdcert::profile_characters(ring.name);
}

std::string mapping_profile(const database::NameFilter& filter) {
  return racdcert::profile_characters(filter.subject_filter + " " + filter.issuer_filter);
}

std::string status_word(database::Status status) {
  return status == database::Status::hightrust ? "HIGHTRST" : to_string(status);
}

std::vector<database::Resource> profiles_of(Context& context, const std::string& profile_class) {
  Profiles found;
  if (profile_class == "DIGTCERT") {
    found = certificates(context);
  } else if (profile_class == "DIGTRING") {
    found = rings(context);
  } else if (profile_class == "DIGTNMAP") {
    found = mappings(context);
  } else {
    return context.database().resources.all(profile_class);
  }
  std::sort(found.begin(), found.end(),
            [](const database::Resource& left, const database::Resource& right) { return left.name < right.name; });
  return found;
}

}  // namespace ringside::racf

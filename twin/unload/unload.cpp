// twin/unload/unload.cpp - the security database of a system as the records of IRRDBU00.
#include "twin/unload/unload.hpp"

#include <map>
#include <string>

#include "emulator/racf/resources/data_set_names.hpp"
#include "emulator/racf/users/identity_filters.hpp"
#include "twin/unload/certificates.hpp"
#include "twin/unload/data_sets.hpp"
#include "twin/unload/groups.hpp"
#include "twin/unload/mappings.hpp"
#include "twin/unload/output.hpp"
#include "twin/unload/resources.hpp"
#include "twin/unload/users.hpp"

namespace ringside::twin {
namespace {

/// The classes whose profiles are not, or not all, what the table of resources holds.
const std::map<std::string, void (*)(Output&)>& special_classes() {
  static const std::map<std::string, void (*)(Output&)> classes{
      {"DIGTCERT", write_certificates},
      {"DIGTRING", write_rings},
      {"DIGTNMAP", write_name_filters},
      {racf::identity_class, write_identity_mappings},
  };
  return classes;
}

/// What writes the profiles of each class, by its name.
using Writers = std::map<std::string, void (*)(Output&)>;

Writers class_writers(database::SecurityDatabase& database) {
  Writers writers = special_classes();
  for (const std::string& profile_class : resource_classes(database)) writers.emplace(profile_class, nullptr);
  return writers;
}

void count_profiles(Output& output, const Writers& writers) {
  database::SecurityDatabase& racf = output.database();
  output.expect(racf.users.count() + racf.certificates.count() + racf.resources.count(racf::data_set_class));
  for (const auto& [profile_class, writer] : writers) output.expect(racf.resources.count(profile_class));
}

}  // namespace

void unload(lab::Lab& lab, const database::SystemRecord& system, const UnloadOptions& options, const RecordSink& sink) {
  lab.in_one_piece([&] {
    const database::Savepoint unchanged = lab.savepoint();
    database::SecurityDatabase racf = lab.database_of(system);
    Output output(lab, racf, options, sink);
    const Writers writers = class_writers(racf);
    count_profiles(output, writers);
    write_groups(output);
    write_users(output);
    write_data_sets(output);
    for (const auto& [profile_class, writer] : writers)
      writer != nullptr ? writer(output) : write_resources(output, profile_class);
  });
}

}  // namespace ringside::twin

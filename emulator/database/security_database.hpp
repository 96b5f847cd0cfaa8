// emulator/database/security_database.hpp - one RACF database of the lab: all its tables.
#pragma once

#include <cstdint>

#include "emulator/database/certificates.hpp"
#include "emulator/database/icsf.hpp"
#include "emulator/database/in_storage.hpp"
#include "emulator/database/name_filters.hpp"
#include "emulator/database/passwords.hpp"
#include "emulator/database/resources.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/database/store.hpp"
#include "emulator/database/twin/load_remarks.hpp"
#include "emulator/database/users.hpp"

namespace ringside::database {

struct SecurityDatabase {
  SecurityDatabase(Store& store, std::int64_t id)
      : users(store, id),
        groups(store, id),
        connections(store, id),
        segments(store, id),
        resources(store, id),
        classes(store, id),
        certificates(store, id),
        rings(store, id),
        filters(store, id),
        icsf_keys(store, id),
        tokens(store, id),
        in_storage(store, id),
        passwords(store, id),
        load_remarks(store, id) {}

  Users users;
  Groups groups;
  Connections connections;
  Segments segments;
  Resources resources;
  ClassOptions classes;
  Certificates certificates;
  Rings rings;
  NameFilters filters;
  IcsfKeys icsf_keys;
  Tokens tokens;
  InStorage in_storage;
  Passwords passwords;
  LoadRemarks load_remarks;
};

}  // namespace ringside::database

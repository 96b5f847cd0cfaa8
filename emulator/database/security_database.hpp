// emulator/database/security_database.hpp - one RACF database of the lab: all its tables under one roof.
#pragma once

#include <cstdint>

#include "emulator/database/certificates.hpp"
#include "emulator/database/resources.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/database/store.hpp"
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
        rings(store, id) {}

  Users users;
  Groups groups;
  Connections connections;
  Segments segments;
  Resources resources;
  ClassOptions classes;
  Certificates certificates;
  Rings rings;
};

}  // namespace ringside::database

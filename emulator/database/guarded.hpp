// emulator/database/guarded.hpp - turns the exceptions of SQLiteCpp into those of a store.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "emulator/database/store.hpp"

namespace ringside::database {

template <typename Action>
auto guarded(const Store& store, Action action) {
  try {
    return action();
  } catch (const SQLite::Exception& e) {
    store.fail(e);
  }
}

}  // namespace ringside::database

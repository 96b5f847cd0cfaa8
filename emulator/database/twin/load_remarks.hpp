// emulator/database/twin/load_remarks.hpp - what the load of an unload found that does not fit together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

struct LoadRemark {
  std::string kind;      ///< a short name that is the same for all remarks of a sort: "label differs"
  std::string item;      ///< "ring IZUSVR.IZUKeyring"
  std::string sentence;  ///< what the records say
};

/// The remarks on one security database.
class LoadRemarks {
 public:
  LoadRemarks(Store& store, std::int64_t database) : store_(store), database_(database) {}
  void add(const LoadRemark& remark);
  [[nodiscard]] std::vector<LoadRemark> all() const;  ///< in the order of their addition

 private:
  Store& store_;
  std::int64_t database_;
};

}  // namespace ringside::database

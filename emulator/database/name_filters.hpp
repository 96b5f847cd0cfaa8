// emulator/database/name_filters.hpp - DIGTNMAP profiles: certificate name filters, which map certificates to users.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

struct NameFilter {
  std::int64_t id = 0;
  std::string owner;  ///< user ID, or irrmulti for a filter with criteria
  std::string label;
  std::string issuer_filter;  ///< as listed, most specific first: "OU=x.O=y.C=z"; empty if none
  std::string subject_filter;
  std::string criteria;  ///< template such as APPLID=&APPLID.SYSID=&SYSID; irrmulti only
  bool trusted = false;
};

class NameFilters {
 public:
  NameFilters(Store& store, std::int64_t database) : store_(store), database_(database) {}
  [[nodiscard]] std::optional<NameFilter> by_label(const std::string& owner, const std::string& label) const;
  /// The filter with exactly these names, of any owner; there is at most one.
  [[nodiscard]] std::optional<NameFilter> by_names(const std::string& issuer_filter,
                                                   const std::string& subject_filter) const;
  [[nodiscard]] std::vector<NameFilter> by_owner(const std::string& owner) const;  ///< in the order of creation
  [[nodiscard]] std::vector<NameFilter> all() const;
  void add(NameFilter& filter);  ///< sets its id
  void replace(const NameFilter& filter);
  void remove(std::int64_t id);

 private:
  Store& store_;
  std::int64_t database_;
};

}  // namespace ringside::database

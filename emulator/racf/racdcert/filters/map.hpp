// emulator/racf/racdcert/filters/map.hpp - RACDCERT MAP, ALTMAP, DELMAP and LISTMAP: certificate name filters of a user
// or of MULTIID.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/filters/name_filter.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct MapOperands {
  Owner owner;
  std::optional<DataSetOperand> model;  ///< data set of the model certificate
  FilterNames names;                    ///< IDNFILTER and SDNFILTER
  std::string criteria;                 ///< upper case; empty without the operand
  std::optional<bool> trusted;          ///< TRUST or NOTRUST
  std::optional<std::string> with_label;
};
MapOperands read_map(const Request& request);
Result<void> add_map(Context& context, const MapOperands& operands);

struct AltMapOperands {
  Owner owner;
  std::optional<std::string> label;
  std::optional<bool> trusted;
  std::string new_criteria;  ///< empty: the criteria stay
  std::string new_label;     ///< empty: the label stays
};
AltMapOperands read_alt_map(const Request& request);
Result<void> alter_map(Context& context, const AltMapOperands& operands);

/// Operands of DELMAP and LISTMAP.
struct MapSelection {
  Owner owner;
  std::optional<std::string> label;  ///< nullopt: all mappings of the owner
};
MapSelection read_map_selection(const Request& request);
Result<void> delete_map(Context& context, const MapSelection& selection);
Result<void> list_map(Context& context, const MapSelection& selection);

}  // namespace ringside::racf::racdcert

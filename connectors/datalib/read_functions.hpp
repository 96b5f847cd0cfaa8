// connectors/datalib/read_functions.hpp - the functions of R_datalib that read, on the program's parameter lists.
//
// Each takes the list that irrsdl.h declares for it, and answers with the codes of the service.
#pragma once

#include "connectors/datalib/call.hpp"

namespace ringside::connectors::datalib {

/// 8/8/32 for a label area below 32 octets, a record ID area below 246, or a length of the owner other than 8; 8/8/48
/// with all lengths set if an area is too small. Then DataGetFirst leaves no query open, and DataGetNext stays where it
/// is.
Reply data_get_first(Call& call);
Reply data_get_next(Call& call);
Reply data_abort_query(Call& call);
Reply check_status(Call& call);
Reply get_update_code(Call& call);
Reply get_ring_info(Call& call);

}  // namespace ringside::connectors::datalib

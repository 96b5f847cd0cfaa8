// connectors/datalib/update_functions.hpp - the functions of R_datalib that change something, on the program's
// parameter lists.
//
// Each takes the list that irrsdl.h declares for it, and answers with the codes of the service. A call changes
// everything or nothing, whatever other processes do to the lab meanwhile.
#pragma once

#include "connectors/datalib/call.hpp"

namespace ringside::connectors::datalib {

Reply inc_serial_num(Call& call);
Reply new_ring(Call& call);
/// 8/8/4 for a usage that is not known or a certificate that cannot be read; 8/8/52 for a key that cannot. On output
/// the label has no more octets than on input.
Reply data_put(Call& call);
Reply data_remove(Call& call);
Reply del_ring(Call& call);
/// User ID and ring name are not looked at.
Reply data_refresh(Call& call);
Reply data_alter(Call& call);

}  // namespace ringside::connectors::datalib

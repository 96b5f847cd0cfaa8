// emulator/racf/racdcert/rings/rings.hpp - RACDCERT ADDRING, DELRING and LISTRING.
#pragma once

#include <string>
#include <vector>

#include "emulator/database/rings.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct RingOperands {
  Owner owner;
  std::string ring;  ///< of LISTRING empty or "*": all rings
};
RingOperands read_ring(const Request& request);

Result<void> add_ring(Context& context, const RingOperands& operands);
Result<void> delete_ring(Context& context, const RingOperands& operands);
Result<void> list_ring(Context& context, const RingOperands& operands);

/// Returns the inserts of a message with the name of a ring, at index `ring`, cut so that the message fits on one line
/// (Messages and Codes, IRRD114I, IRRD116I).
std::vector<std::string> cut_ring_name(MessageId id, std::vector<std::string> inserts, std::size_t ring);

/// Returns the owner's ring of this name; IRRD114I if there is none.
Result<database::Ring> find_ring(Context& context, const Owner& owner, const std::string& name);

}  // namespace ringside::racf::racdcert

// emulator/racf/racdcert/rings/connect.hpp - RACDCERT CONNECT and REMOVE: certificates of key rings.
#pragma once

#include <optional>
#include <string>

#include "emulator/database/rings.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// A ring and a certificate, by their owners and names.
struct RingMemberOperands {
  Owner ring_owner;
  std::optional<std::string> ring;
  Owner owner;  ///< of the certificate; the ring's owner if none is named
  std::optional<std::string> label;
};

struct ConnectOperands {
  RingMemberOperands member;
  std::optional<database::Usage> usage;
  bool is_default;
};
ConnectOperands read_connect(const Request& request);
Result<void> connect_to_ring(Context& context, const ConnectOperands& operands);

RingMemberOperands read_remove(const Request& request);
Result<void> remove_from_ring(Context& context, const RingMemberOperands& operands);

}  // namespace ringside::racf::racdcert

// emulator/racf/racdcert/planned_key.cpp - the key that a command makes, before the command runs.
#include "emulator/racf/racdcert/planned_key.hpp"

#include "emulator/racf/racdcert/generate/key_operands.hpp"
#include "emulator/racf/racdcert/selection.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr crypto::KeySpec quick{crypto::KeyType::nist_ecc, 256};

// The kind of key without operands: REKEY makes one like the old key. nullopt for GENCERT from a request and for REKEY
// without LABEL, which make no key.
std::optional<crypto::KeySpec> usual_key(Session& session, const Request& request) {
  if (read_data_set(&request.function)) return std::nullopt;
  if (request.function.name == "GENCERT") return default_key();
  const Selection selection = read_selection(request);
  if (!selection.label) return std::nullopt;
  auto found = matching(session.database, request.owner, selection);
  if (found.size() != 1) return std::nullopt;
  return load(std::move(found.front())).certificate.public_key().spec();
}

}  // namespace

std::optional<crypto::KeySpec> planned_key(Session& session, const parser::Command& command) {
  if (command.name != "RACDCERT") return std::nullopt;
  const parser::Keyword* function = command.operands.find("GENCERT");
  if (function == nullptr) function = command.operands.find("REKEY");
  if (function == nullptr) return std::nullopt;
  const auto owner = read_owner(command.operands, Owner{session.user});
  const Request request{command.operands, *function, owner};
  const auto usual = usual_key(session, request);
  if (!usual) return std::nullopt;
  const auto key = key_to_make(read_key_operands(request), *usual);
  return key && *key != quick ? *key : std::nullopt;
}

}  // namespace ringside::racf::racdcert

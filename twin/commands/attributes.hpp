// twin/commands/attributes.hpp - operands for the attributes of users and connections.
#pragma once

#include <string>
#include <vector>

#include "emulator/database/users.hpp"

namespace ringside::twin {

enum class AttributeHolder { user, connection };

struct AttributeText {
  std::vector<std::string> operands;  ///< of ALTUSER or CONNECT: "NOSPECIAL", "CLAUTH(USER)"
  std::vector<std::string> dates;     ///< the same, each for a command of its own: "REVOKE(01/31/27)"
  std::vector<std::string> left_out;  ///< words that no operand gives or takes away
};

/// The operands that make the attributes `now` those that are wanted. Those of passwords are left to
/// password_operands().
AttributeText attribute_text(AttributeHolder holder, const database::Attributes& now,
                             const database::Attributes& wanted);

/// Operands of ALTUSER that give or take away password and password phrase: PASSWORD, NOPASSWORD, PHRASE, NOPHRASE.
std::vector<std::string> password_operands(const database::Attributes& now, const database::Attributes& wanted);

/// The operand of PASSWORD for the interval: "INTERVAL(90)", "NOINTERVAL"; empty if it is the same.
std::string interval_operand(const database::Attributes& now, const database::Attributes& wanted);

}  // namespace ringside::twin

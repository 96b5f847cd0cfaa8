// emulator/racf/resources/add_creator.hpp - SETROPTS ADDCREATOR: whether the user who defines a profile gets ALTER
// access by it.
#pragma once

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Returns whether SETROPTS ADDCREATOR is in effect.
bool adds_creator(Context& context);

/// The stored option that says so, or the opposite.
database::ClassOption creator_option(bool adds);

/// Applies ADDCREATOR and NOADDCREATOR.
void apply_add_creator(Context& context, const parser::Keyword& operands);

/// Puts the issuer on the access list of a new profile with ALTER, also if a model gave another access. Does nothing if
/// ADDCREATOR is not in effect (Security Administrator's Guide, "Automatic addition of creator's user ID to access
/// list").
void add_creator(Context& context, const database::Resource& profile);

}  // namespace ringside::racf

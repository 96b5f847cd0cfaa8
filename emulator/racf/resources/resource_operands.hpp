// emulator/racf/resources/resource_operands.hpp - operands that the commands on resource profiles share.
#pragma once

#include <optional>

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Applies UACC, DATA, APPLDATA, LEVEL, WARNING, NOTIFY, AUDIT and their NO forms.
void apply_resource_operands(Context& context, const parser::Keyword& operands, database::Resource& resource);

/// Stores ADDMEM, DELMEM and the segments.
void store_resource_parts(Context& context, const parser::Keyword& operands, const database::Resource& resource);

/// Returns the profile that FROM names, of the class of FCLASS or else `profile_class`; nullopt if FROM is not given.
/// Refuses a profile that is not defined with `missing`.
Result<std::optional<database::Resource>> model_profile(Context& context, const parser::Keyword& operands,
                                                        const std::string& profile_class, MessageId missing);
/// Adds the access list of `model` to that of `resource`.
void copy_access_list(Context& context, const database::Resource& model, const database::Resource& resource);

/// Prints `reminder` if the class is RACLISTed.
void remind_of_refresh(Context& context, MessageId reminder, const std::string& profile_class);

}  // namespace ringside::racf

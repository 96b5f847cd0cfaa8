// emulator/racf/resources/resource_operands.hpp - operands that RDEFINE and RALTER share.
#pragma once

#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// UACC, DATA, APPLDATA, LEVEL, WARNING, NOTIFY, AUDIT and their NO forms.
void apply_resource_operands(Context& context, const parser::Keyword& operands, database::Resource& resource);

/// ADDMEM, DELMEM and the segments.
void store_resource_parts(Context& context, const parser::Keyword& operands, const database::Resource& resource);

/// Prints the reminder of the command if the class is RACLISTed.
void remind_of_refresh(Context& context, MessageId reminder, const std::string& profile_class);

}  // namespace ringside::racf

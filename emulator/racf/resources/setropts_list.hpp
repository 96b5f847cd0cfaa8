// emulator/racf/resources/setropts_list.hpp - SETROPTS LIST.
#pragma once

#include "emulator/racf/context.hpp"

namespace ringside::racf {

void list_options(Context& context);

}  // namespace ringside::racf

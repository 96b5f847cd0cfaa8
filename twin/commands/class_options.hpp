// twin/commands/class_options.hpp - SETROPTS that leads from the options of classes to those of another system.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Sets the options that are missing, but for RACLIST, so that the profiles that follow can be defined.
void set_class_options(Transition& transition);
/// Makes the classes of the site known: SETROPTS CLASSACT and RACLIST of class CDT, or a refresh of it.
void activate_site_classes(Transition& transition);
/// Takes back the options that the other system does not have, and sets RACLIST and ADDCREATOR.
void finish_class_options(Transition& transition);
/// Refreshes the classes whose copies in storage are not those of the other system.
void refresh_classes(Transition& transition);

}  // namespace ringside::twin

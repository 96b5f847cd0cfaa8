// server/page/users_part.hpp - the part of the page about users.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/report/html.hpp"

namespace ringside::page {

/// A table of users for each security database. Attributes are those that LISTUSER shows; no password is shown.
harness::report::Html users_html(lab::Lab& lab);

}  // namespace ringside::page

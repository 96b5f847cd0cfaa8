// server/page/live_script.hpp - the script that renews the page in a browser.
#pragma once

namespace ringside::page {

/// Asks every few seconds whether the page has changed, and changes only what differs: focus, open details and scroll
/// positions stay. A status line tells of it. A button stops and starts it.
extern const char* const live_script;

}  // namespace ringside::page

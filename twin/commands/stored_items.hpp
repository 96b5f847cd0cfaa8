// twin/commands/stored_items.hpp - the items of one database by kind, as a comparison of labs reads them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/lab/lab.hpp"

namespace ringside::twin {

/// Whether the items of a kind belong to a security database, and not to a system or to the lab itself.
bool is_of_database(const database::ItemKind& kind);

/// Calls `take` for each item of the kind ("profile", "ring in storage") in the database of a system. Throws
/// base::Fault if there is no such kind.
void for_each_item(lab::Lab& lab, const database::SystemRecord& system, std::string_view kind,
                   const std::function<void(const database::Item&)>& take);

/// What SETROPTS RACLIST keeps in storage of a class: a text for each item, which is the same if its fields are.
std::vector<std::string> items_in_storage(lab::Lab& lab, const database::SystemRecord& system,
                                          const std::string& profile_class);

}  // namespace ringside::twin

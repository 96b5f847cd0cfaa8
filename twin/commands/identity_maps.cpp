// twin/commands/identity_maps.cpp - RACMAP that leads from the distributed identity filters of a system to those of
// another.
#include "twin/commands/identity_maps.hpp"

#include <fmt/format.h>

#include "emulator/racf/users/identity_filters.hpp"
#include "twin/commands/command_text.hpp"

namespace ringside::twin {
namespace {

using database::Resource;

/// User and label of a filter are fields of its profile.
bool is_same_map(const Resource& left, const Resource& right) {
  return left.application_data == right.application_data && left.data == right.data;
}

void delete_map_of(Transition& transition, const Resource& profile) {
  transition.run(
      fmt::format("RACMAP ID({}) DELMAP({})", profile.application_data, text_operand("LABEL", profile.data)));
}

void map_identity(Transition& transition, const Resource& profile) {
  auto segments = transition.wanted().segments.all(racf::identity_class, profile.name);
  auto& names = segments["BASE"];
  transition.run(fmt::format("RACMAP ID({}) MAP USERDIDFILTER({}) REGISTRY({}) {}", profile.application_data,
                             text_operand("NAME", names["NAME"]), text_operand("NAME", names["REGISTRY"]),
                             text_operand("WITHLABEL", profile.data)));
}

/// Whether the other system has another filter of this user and label.
bool is_label_taken(Transition& transition, const Resource& present) {
  for (const Resource& wanted : transition.wanted().resources.all(racf::identity_class))
    if (is_same_map(wanted, present) && wanted.name != present.name) return true;
  return false;
}

}  // namespace

void put_identity_maps(Transition& transition) {
  for (const Resource& present : transition.now().resources.all(racf::identity_class)) {
    const auto wanted = transition.wanted().resources.find(racf::identity_class, present.name);
    const bool differs = wanted && !is_same_map(*wanted, present);
    if (differs || (!wanted && is_label_taken(transition, present))) delete_map_of(transition, present);
  }
  for (const Resource& wanted : transition.wanted().resources.all(racf::identity_class))
    if (!transition.now().resources.find(racf::identity_class, wanted.name)) map_identity(transition, wanted);
}

void delete_identity_maps(Transition& transition) {
  for (const Resource& present : transition.now().resources.all(racf::identity_class))
    if (!transition.wanted().resources.find(racf::identity_class, present.name)) delete_map_of(transition, present);
}

}  // namespace ringside::twin

// emulator/racf/resources/search.cpp - SEARCH: lists the names of profiles that match criteria (Command Language
// Reference, SEARCH).

#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/certificate_profiles.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/generic_names.hpp"

namespace ringside::racf {
namespace {

/// The parts of a profile of any class that the criteria check.
struct Candidate {
  std::string name;
  std::string owner;
  std::optional<database::Resource> resource;  ///< nullopt for users and groups
};

std::vector<Candidate> candidates(Context& context, const std::string& profile_class) {
  std::vector<Candidate> found;
  if (profile_class == "USER") {
    for (const database::User& user : context.database().users.all()) found.push_back({user.name, user.owner, {}});
  } else if (profile_class == "GROUP") {
    for (const database::Group& group : context.database().groups.all()) found.push_back({group.name, group.owner, {}});
  } else {
    for (const database::Resource& resource : profiles_of(context, profile_class))
      found.push_back({resource.name, resource.owner, resource});
  }
  return found;
}

/// Returns whether `user` owns the profile or has READ access to it. SPECIAL users and auditors see all profiles.
bool may_see(Context& context, const std::string& user, const Candidate& candidate) {
  if (user == context.user() && (is_special(context) || is_auditor(context))) return true;
  if (candidate.owner == user || candidate.name == user) return true;
  if (user == context.user() && in_group_scope(context, candidate.owner)) return true;
  return candidate.resource && access_by(context, user, *candidate.resource) >= AccessLevel::read;
}

/// MASK(first second): the name begins with the first text and contains the second after it; '*' as first text matches
/// any beginning. In class DATASET without MASK and FILTER, the name begins with the user ID of the issuer.
bool meets_mask(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                const std::string& name) {
  std::vector<std::string> mask = texts(operands.find("MASK"));
  const bool bare = mask.empty() && !operands.has("FILTER") && !operands.has("NOMASK");
  if (bare && profile_class == "DATASET") mask.push_back(context.user() + ".");
  if (mask.empty()) return true;
  const std::string first = mask.front() == "*" ? "" : mask.front();
  return name.starts_with(first) && (mask.size() == 1 || name.find(mask[1], first.size()) != std::string::npos);
}

bool meets_number(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                  const std::string& name) {
  for (const auto& [operand, of_class] : {std::pair("UID", "USER"), std::pair("GID", "GROUP")}) {
    if (!operands.has(operand)) continue;
    if (profile_class != of_class) return false;
    auto segments = context.database().segments.all(profile_class, name);
    if (segments["OMVS"][operand] != operands.value_of(operand)) return false;
  }
  return true;
}

bool meets_flags(const parser::Keyword& operands, const std::optional<database::Resource>& resource) {
  const bool generic = resource && resource->generic;
  if (operands.has("GENERIC") && !generic) return false;
  if (operands.has("NOGENERIC") && generic) return false;
  if (operands.has("WARNING") && !(resource && resource->warning)) return false;
  return !operands.has("LEVEL") || (resource && std::to_string(resource->level) == operands.value_of("LEVEL"));
}

bool meets(Context& context, const parser::Keyword& operands, const std::string& profile_class,
           const Candidate& candidate) {
  const std::string user = operands.has("USER") ? operands.value_of("USER") : context.user();
  if (operands.has("FILTER") && !generic_matches(operands.value_of("FILTER"), candidate.name)) return false;
  return meets_mask(context, operands, profile_class, candidate.name) &&
         meets_number(context, operands, profile_class, candidate.name) && meets_flags(operands, candidate.resource) &&
         may_see(context, user, candidate);
}

Result<void> check_search(Context& context, const parser::Command& command, const std::string& profile_class) {
  const parser::Keyword& operands = command.operands;
  if (operands.has("FILTER") && operands.has("MASK")) return refuse(MessageId::rsd207i, "FILTER", "MASK");
  if (operands.has("USER") && operands.value_of("USER") != context.user() && !is_special(context))
    return refuse(MessageId::rsd250i, context.user(), command.name + " USER(" + operands.value_of("USER") + ")");
  const bool other = profile_class != "USER" && profile_class != "GROUP" && profile_class != "DATASET";
  return other ? check_listed_class(context, profile_class, "CLASS", command.name) : Result<void>{};
}

}  // namespace

Result<void> search(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const std::string profile_class = operands.has("CLASS") ? operands.value_of("CLASS") : "DATASET";
  if (auto usable = check_search(context, command, profile_class); !usable) return usable;
  bool any = false;
  for (const Candidate& candidate : candidates(context, profile_class)) {
    if (!meets(context, operands, profile_class, candidate)) continue;
    any = true;
    const bool generic = candidate.resource && candidate.resource->generic;
    if (!operands.has("NOLIST")) context.line(candidate.name + (generic ? " (G)" : ""));
  }
  if (!any) context.warn(MessageId::ich31005i, {});
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf

// emulator/racf/resources/resource_operands.cpp - operands that the commands on resource profiles share.
#include "emulator/racf/resources/resource_operands.hpp"

#include "base/text.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/segments.hpp"

namespace ringside::racf {
namespace {

/// Returns AUDIT as RLIST shows it: "SUCCESS(READ),FAILURES(READ)". The level is READ if none is given.
std::string audit_text(const parser::Keyword& audit) {
  std::vector<std::string> parts;
  for (const parser::Keyword& attempt : audit.keywords) {
    if (attempt.name == "NONE") return "NONE";
    parts.push_back(attempt.name + "(" + (attempt.values.empty() ? "READ" : attempt.value()) + ")");
  }
  return parts.empty() ? "ALL(READ)" : base::join(parts, ",");
}

}  // namespace

void apply_resource_operands(Context& context, const parser::Keyword& operands, database::Resource& resource) {
  for (const parser::Keyword& operand : operands.keywords) {
    if (operand.name == "UACC") resource.uacc = operand.value();
    if (operand.name == "DATA") resource.data = operand.value();
    if (operand.name == "NODATA") resource.data.clear();
    if (operand.name == "APPLDATA") resource.application_data = operand.value();
    if (operand.name == "NOAPPLDATA") resource.application_data.clear();
    if (operand.name == "LEVEL") resource.level = static_cast<int>(base::number(operand.value(), 99).value_or(0));
    if (operand.name == "WARNING") resource.warning = true;
    if (operand.name == "NOWARNING") resource.warning = false;
    if (operand.name == "NOTIFY") resource.notify = operand.values.empty() ? context.user() : operand.value();
    if (operand.name == "NONOTIFY") resource.notify.clear();
    if (operand.name == "AUDIT") resource.audit = audit_text(operand);
  }
}

void store_resource_parts(Context& context, const parser::Keyword& operands, const database::Resource& resource) {
  database::Resources& resources = context.database().resources;
  for (const std::string& member : texts(operands.find("ADDMEM")))
    resources.add_member(resource.profile_class, resource.name, member);
  for (const std::string& member : texts(operands.find("DELMEM")))
    resources.remove_member(resource.profile_class, resource.name, member);
  store_segments(context, operands, resource.profile_class, resource.name);
}

Result<std::optional<database::Resource>> model_profile(Context& context, const parser::Keyword& operands,
                                                        const std::string& profile_class, MessageId missing) {
  if (!operands.has("FROM")) return std::nullopt;
  const std::string model_class = operands.has("FCLASS") ? operands.value_of("FCLASS") : profile_class;
  auto model = context.database().resources.find(model_class, operands.value_of("FROM"));
  if (!model) return refuse(missing, operands.value_of("FROM"));
  return model;
}

void copy_access_list(Context& context, const database::Resource& model, const database::Resource& resource) {
  database::Resources& resources = context.database().resources;
  for (const database::Access& access : resources.access_list(model.profile_class, model.name))
    resources.permit(resource.profile_class, resource.name, access);
}

void remind_of_refresh(Context& context, MessageId reminder, const std::string& profile_class) {
  if (has_option(context, profile_class, "RACLIST")) context.say(reminder, {profile_class});
}

}  // namespace ringside::racf

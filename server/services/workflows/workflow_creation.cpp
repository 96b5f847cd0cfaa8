// server/services/workflows/workflow_creation.cpp - reads the definition of a workflow and its variables, and keeps it.
#include "server/services/workflows/workflow_creation.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include <fmt/format.h>
#include <tl/expected.hpp>

#include "base/text.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/host/files.hpp"
#include "emulator/racf/session.hpp"
#include "harness/workflow/given_values.hpp"
#include "parser/scripts/properties.hpp"
#include "server/services/files/named_text.hpp"
#include "server/services/json_body.hpp"
#include "server/services/workflows/workflow_documents.hpp"
#include "server/services/workflows/workflow_instance.hpp"

namespace ringside::services {
namespace {

template <typename T>
using Expected = tl::expected<T, http::Response>;

tl::unexpected<http::Response> unusable(const std::string& why) {
  return tl::unexpected(cannot_use(why));
}

constexpr std::array access_types = {"Public", "Restricted", "Private"};
constexpr std::size_t longest_name = 100;
constexpr std::size_t most_octets = 4u << 20;  // of a definition and the files that it names

/// The whole name of a data set: A.B(C), 'A.B(C)', //'A.B(C)', and /'A.B(C)', which Zowe CLI makes of it. Returns
/// nullopt for the path of a UNIX file.
std::optional<std::string> data_set_name(const std::string& file) {
  const auto first = file.find_first_not_of('/');
  const bool is_quoted =
      first != std::string::npos && file[first] == '\'' && file.find('\'', first + 1) + 1 == file.size();
  if (is_quoted) return file.substr(first + 1, file.size() - first - 2);
  return file.starts_with('/') ? std::nullopt : std::optional(file);
}

Expected<std::string> named_file(Call& call, const std::string& file) {
  const auto data_set = data_set_name(file);
  auto text = data_set ? data_set_text(call, "'" + *data_set + "'") : unix_file_text(call, file);
  if (!text) return unusable(text.error());
  return std::move(*text);
}

/// The folder of a UNIX file, ended by a slash.
std::string folder_of(const std::string& file) {
  const std::string folder = host::resolve("/", file.substr(0, file.rfind('/')));
  return folder.ends_with('/') ? folder : folder + "/";
}

/// The text of a variable's value: a string, a number or a truth value; empty for null.
std::string value_text(const base::Json& row) {
  if (const auto text = member_text(row, "value")) return *text;
  const auto flag = member_flag(row, "value");
  return flag ? *flag ? "true" : "false" : "";
}

/// Variables of the file of properties, and those of the request, which win.
Expected<std::map<std::string, std::string>> given_values(Call& call, const base::Json& body) {
  std::map<std::string, std::string> values;
  if (const std::string file = text_of(body, "variableInputFile"); !file.empty()) {
    const auto text = named_file(call, file);
    if (!text) return tl::unexpected(text.error());
    const auto read = parser::read_properties(*text);
    if (!read) return unusable(base::printable(file) + ": " + parser::describe(read.error()));
    values = *read;
  }
  const base::Json* variables = member(body, "variables");
  const auto* rows = variables == nullptr ? nullptr : std::get_if<base::Json::Array>(&variables->value());
  if (rows == nullptr) return values;
  for (const base::Json& row : *rows) {
    const std::string name = text_of(row, "name");
    if (name.empty()) return unusable("a variable has no name");
    values[name] = value_text(row);
  }
  return values;
}

/// The system is the one that answers.
std::optional<http::Response> wrong_system(const Call& call, const std::string& system) {
  if (base::upper(system) == base::upper(call.system.name)) return std::nullopt;
  if (!system.empty() && call.lab.systems().find(base::upper(system)))
    return cannot_use(fmt::format("the workflows of {} are made on its own z/OSMF", base::upper(system)));
  return workflow_error(400, "IZUWF0015E",
                        fmt::format("The request failed because system \"{}\" does not exist. Select a valid system.",
                                    base::printable(system)));
}

/// "8-4-4-4-12" digits, as z/OSMF writes its keys.
std::string new_key() {
  constexpr std::size_t octets = 16;
  std::string digits = base::lower(base::hex(crypto::random_octets(crypto::SystemRandomness(), "workflow", octets)));
  for (const unsigned at : {20U, 16U, 12U, 8U}) digits.insert(at, "-");
  return digits;
}

std::string problems_of(const std::vector<parser::Diagnostic>& errors) {
  std::vector<std::string> texts;
  for (const parser::Diagnostic& error : errors) texts.push_back(parser::describe(error));
  return base::join(texts, "; ");
}

/// Steps are known by their names. Returns what is wrong with those of a definition; empty if nothing is.
std::string wrong_names(const parser::Workflow& workflow) {
  std::set<std::string> names;
  for (const parser::StepOutline& step : workflow.outline) {
    if (step.name.empty()) return "step " + step.number + " has no name";
    if (!names.insert(step.name).second) return "two steps have the name " + base::printable(step.name);
  }
  return "";
}

/// Reads the definition, and keeps the files that it names.
Expected<parser::Workflow> read_definition(Call& call, const std::string& file, WorkflowInstance& instance) {
  const auto text = named_file(call, file);
  if (!text) return tl::unexpected(text.error());
  instance.definition = *text;
  const bool is_data_set = data_set_name(file).has_value();
  const std::string folder = is_data_set ? "" : folder_of(file);
  std::size_t octets = text->size();
  const parser::TemplateFiles files = [&](const std::string& path) -> tl::expected<std::string, std::string> {
    const std::string full = host::resolve(folder, path);
    if (!full.starts_with(folder)) return tl::unexpected(base::printable(path) + " is outside of the folder");
    auto content = unix_file_text(call, full);
    if (content) octets += content->size();
    if (octets > most_octets) return tl::unexpected<std::string>("it is too large");
    if (content) instance.templates[path] = *content;
    return content;
  };
  if (octets > most_octets) return unusable(fmt::format("{} is larger than 4 MB", base::printable(file)));
  parser::Workflow workflow =
      parser::read_workflow(instance.definition, instance.given, is_data_set ? parser::TemplateFiles() : files);
  if (!workflow.errors.empty()) return unusable(base::printable(file) + ": " + problems_of(workflow.errors));
  if (const std::string wrong = wrong_names(workflow); !wrong.empty())
    return unusable(base::printable(file) + ": " + wrong);
  const auto unknown = harness::unknown_values(workflow, instance.definition, instance.given);
  if (!unknown.empty()) return unusable("the workflow has no variable " + base::printable(base::join(unknown, ", ")));
  return workflow;
}

/// The settings of a request. The definition is read later.
Expected<WorkflowInstance> requested(Call& call, const base::Json& body) {
  WorkflowInstance instance;
  instance.name = text_of(body, "workflowName");
  if (instance.name.empty() || instance.name.size() > longest_name || base::printable(instance.name) != instance.name)
    return unusable("workflowName is not given, longer than 100 characters, or has control characters");
  if (auto refusal = wrong_system(call, text_of(body, "system"))) return tl::unexpected(std::move(*refusal));
  instance.owner = base::upper(text_of(body, "owner"));
  racf::Session session(call.lab, call.system, call.user);
  if (!session.database.users.find(instance.owner))
    return unusable(
        fmt::format("the owner {} is not defined on {}", base::printable(instance.owner), call.system.name));
  if (const std::string access = text_of(body, "accessType"); !access.empty()) instance.access = access;
  if (std::find(access_types.begin(), access_types.end(), instance.access) == access_types.end())
    return unusable("accessType is Public, Restricted or Private");
  instance.assigned = member_flag(body, "assignToOwner").value_or(true);
  instance.deletes_jobs = member_flag(body, "deleteCompletedJobs").value_or(false);
  auto values = given_values(call, body);
  if (!values) return tl::unexpected(values.error());
  instance.given = std::move(*values);
  return instance;
}

}  // namespace

http::Response create_workflow(Call& call) {
  const auto body = json_object(call.request.body);
  if (!body) return cannot_use("it is no JSON object");
  auto instance = requested(call, *body);
  if (!instance) return instance.error();
  const auto others = workflows_of(call);
  if (others.size() >= database::most_workflows)
    return cannot_use(fmt::format("the system has {} workflows already", database::most_workflows));
  if (std::any_of(others.begin(), others.end(), [&](const auto& other) { return other.name == instance->name; }))
    return cannot_use(fmt::format("there is a workflow of the name {} already", instance->name));
  const auto workflow = read_definition(call, text_of(*body, "workflowDefinitionFile"), *instance);
  if (!workflow) return workflow.error();
  for (const std::string& step : workflow->left_out) instance->steps[step].state = "Skipped";
  instance->key = new_key();
  put_workflow(call, *instance);
  http::Response response = json_response(201, {{"workflowKey", instance->key},
                                                {"workflowDescription", workflow->description},
                                                {"workflowID", workflow->id},
                                                {"workflowVersion", workflow->version},
                                                {"vendor", workflow->vendor}});
  response.headers.add("Location", "/zosmf/workflow/rest/1.0/workflows/" + instance->key);
  return response;
}

http::Response read_workflow_definition(Call& call) {
  const std::string file = call.request.query_value("definitionFilePath").value_or("");
  if (file.empty()) return cannot_use("definitionFilePath is not given");
  const auto text = named_file(call, file);
  if (!text) return text.error();
  const parser::Workflow workflow = parser::read_workflow(*text, {});  // whose variables need no values here
  if (workflow.outline.empty()) return cannot_use(base::printable(file) + ": " + problems_of(workflow.errors));
  return json_response(200, definition_document(workflow, return_data(call)));
}

}  // namespace ringside::services

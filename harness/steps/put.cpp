// harness/steps/put.cpp - the step 'put': a file, a data set or member, or a library on a system.
#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/text.hpp"
#include "emulator/host/library.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/host/transfer.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey file_keys[] = {
    {"path", "text", "Begins with '/'.", is_required},
    {"content", "text", "What stands in it."},
    {"owner", "text", "The step's user if it is left out."},
    {"mode", "text", "Octal digits, such as \"0600\"; 0644 if it is left out."},
};
constexpr FormKey data_set_keys[] = {
    {"data_set", "text", "A data set, or LIBRARY(MEMBER).", is_required},
    {"content", "text", "Its text.", is_required},
};
constexpr FormKey library_keys[] = {
    {"library", "text", "Its name.", is_required},
    {"folder", "text", "A folder beside the scenario; its files become members, as with 'ringside put'.", is_required},
};
constexpr Form put_forms[] = {{"file", "a file", file_keys},
                              {"put-data-set", "a data set", data_set_keys},
                              {"put-library", "a library", library_keys}};

class PutFile final : public Action {
 public:
  std::string path;
  std::string content;
  std::string owner;  ///< empty: the step's user
  unsigned mode = 0644;

  [[nodiscard]] std::string title(ScenarioLab& /*lab*/) const override { return path; }
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

void PutFile::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  host::LabFiles root = lab.files(step.system, "root");
  const std::string file = host::resolve("/", path);
  const std::string user = owner.empty() ? step.host_user : owner;
  const auto done = host::put_file(root, file, base::to_bytes(content), user, mode);
  if (done)
    report.notes.push_back(fmt::format("{}, {} octets, of {}", file, content.size(), user));
  else
    report.failures.push_back({file, "the file is put", host::file_error_text(done.error()), step.where});
}

/// Members, or a sequential data set if `library` is empty.
class PutRecords final : public Action {
 public:
  std::string name;  ///< of the library or data set
  bool is_library = false;
  std::vector<host::MemberFile> files;

  [[nodiscard]] std::string title(ScenarioLab& /*lab*/) const override { return name; }
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;

 private:
  [[nodiscard]] tl::expected<std::string, std::string> put(host::DataSets& data_sets) const;
};

/// Returns what was put, or why not.
tl::expected<std::string, std::string> PutRecords::put(host::DataSets& data_sets) const {
  if (is_library) {
    const auto done = host::put_members(data_sets, name, files, host::ContentForm::text);
    if (!done) return tl::unexpected(done.error());
    return fmt::format("{}, {} members", name, done->members);
  }
  if (const auto old = data_sets.find(name); old && old->is_library)
    return tl::unexpected(name + " is a library; name a member");
  auto data_set = host::text_records(name, base::to_text(files.front().content), {});
  if (!data_set) return tl::unexpected(data_set.error());
  data_sets.put(*data_set);
  return fmt::format("{}, {} records", name, data_set->records.size());
}

void PutRecords::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  host::DataSets data_sets(lab.lab(), step.system);
  if (auto done = put(data_sets))
    report.notes.push_back(*std::move(done));
  else
    report.failures.push_back({name, "it is put", done.error(), step.where});
}

unsigned mode_at(Reading& reading, Mapping& mapping, unsigned otherwise) {
  if (!mapping.has("mode")) return otherwise;
  const std::string text = mapping.text("mode");
  unsigned mode = 0;
  const bool octal = !text.empty() && text.size() <= 4 && text.find_first_not_of("01234567") == std::string::npos;
  for (const char digit : octal ? text : std::string()) mode = mode * 8 + static_cast<unsigned>(digit - '0');
  if (!octal) reading.yaml.complain(mapping.at("mode"), "'mode' is up to four octal digits, such as \"0600\"");
  return mode;
}

std::shared_ptr<const Action> read_data_set(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("put"), form("put-data-set"));
  auto action = std::make_shared<PutRecords>();
  const std::string name = base::upper(mapping.required_text("data_set"));
  const auto member = base::member_name(name);
  if (!name.empty() && !member && !base::is_data_set_name(name))
    reading.yaml.complain(mapping.at("data_set"), base::printable(name) + " is not a data set name");
  action->name = member ? member->library : name;
  action->is_library = member.has_value();
  action->files = {{name, base::to_bytes(mapping.text("content")), member ? member->member : ""}};
  return action;
}

std::shared_ptr<const Action> read_library(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("put"), form("put-library"));
  auto action = std::make_shared<PutRecords>();
  action->is_library = true;
  action->name = base::upper(mapping.required_text("library"));
  if (!action->name.empty() && !base::is_data_set_name(action->name))
    reading.yaml.complain(mapping.at("library"), base::printable(action->name) + " is not a data set name");
  const std::string folder = mapping.required_text("folder");
  if (folder.empty()) return action;
  if (!stays_below(folder)) {
    reading.yaml.complain(mapping.at("folder"), "the folder stands beside the scenario or below it");
    return action;
  }
  const host::RealFiles files(reading.folder.empty() ? "." : reading.folder.string(), host::Leaving::refused);
  const auto names = files.list("/" + folder);
  if (!names)
    reading.yaml.complain(mapping.at("folder"), base::printable(folder) + ": " + host::file_error_text(names.error()));
  for (const std::string& name : names.value_or(std::vector<std::string>{}))
    if (!name.starts_with('.'))
      action->files.push_back(
          {name, base::to_bytes(file_beside(reading, mapping.at("folder"), folder + "/" + name, "a member's file"))});
  return action;
}

std::shared_ptr<const Action> read_put(Reading& reading, Mapping& step) {
  const YAML::Node node = step.at("put");
  if (node.IsMap() && node["data_set"].IsDefined()) return read_data_set(reading, step);
  if (node.IsMap() && node["library"].IsDefined()) return read_library(reading, step);
  Mapping mapping(reading.yaml, step.at("put"), form("file"));
  auto action = std::make_shared<PutFile>();
  action->path = path_at(reading, mapping, "path");
  action->content = mapping.text("content");
  action->owner = mapping.text("owner");
  action->mode = mode_at(reading, mapping, action->mode);
  return action;
}

}  // namespace

constinit const StepKind put_step{
    .key = {"put", "file|put-data-set|put-library", "Puts a file, a data set or a library on a system."},
    .topic = Topic::files,
    .is_on_a_system = true,
    .expects = Expects::copy,
    .read = read_put,
    .forms = put_forms,
};

}  // namespace ringside::harness

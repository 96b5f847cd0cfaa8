// harness/steps/copy.cpp - the step 'copy': files of one system to another.
#include <fmt/format.h>

#include "emulator/host/transfer.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey copy_keys[] = {
    {"paths", "text|[text]", "Begin with '/'.", is_required},
    {"from", "text", "The system that has them."},
    {"to", "text", "The system that gets them."},
    {"into", "text", "A directory there.", is_required},
    {"owner", "text", "Of the copies; the step's user if it is left out."},
};
constexpr Form copy_forms[] = {{"copy", "a copy", copy_keys}};

class CopyFiles final : public Action {
 public:
  std::vector<std::string> paths;
  std::string from, to;
  std::string into;   ///< a directory on the receiving system
  std::string owner;  ///< of the copies; empty: the step's user

  [[nodiscard]] std::string title(ScenarioLab& /*lab*/) const override {
    return fmt::format("files go from {} to {}", from, to);
  }
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

void CopyFiles::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  const host::LabFiles source = lab.files(from, "root");
  host::LabFiles target = lab.files(to, "root");
  const std::string user = owner.empty() ? step.host_user : owner;
  for (const std::string& path : paths) {
    const std::string copy = host::resolve(into, host::name_of(path));
    const std::string what = fmt::format("{}:{} copied to {}:{}", from, path, to, copy);
    const auto done = host::copy_file(source, path, target, copy, user);
    if (done)
      report.notes.push_back(fmt::format("{}, of {}", what, user));
    else
      report.failures.push_back({what, "the file is copied", host::file_error_text(done.error()), step.where});
  }
}

std::shared_ptr<const Action> read_copy(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("copy"), form("copy"));
  auto action = std::make_shared<CopyFiles>();
  if (mapping.has("paths"))
    for (const YAML::Node& node : reading.yaml.list_or_one(mapping.at("paths"))) {
      action->paths.push_back(reading.yaml.text(node, "a path").value_or(""));
      if (!action->paths.back().starts_with('/')) reading.yaml.complain(node, "a path begins with '/'");
    }
  else
    mapping.required_text("paths");
  action->from = system_at(reading, mapping, "from", {});
  action->to = system_at(reading, mapping, "to", {});
  action->into = path_at(reading, mapping, "into");
  action->owner = mapping.text("owner");
  return action;
}

}  // namespace

constinit const StepKind copy_step{
    .key = {"copy", "copy", "Copies files to another system."},
    .topic = Topic::files,
    .expects = Expects::copy,
    .read = read_copy,
    .forms = copy_forms,
};

}  // namespace ringside::harness

// harness/steps/put.cpp - the step 'put': a file on a system.
#include <fmt/format.h>

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
constexpr Form put_forms[] = {{"file", "a file", file_keys}};

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

unsigned mode_at(Reading& reading, Mapping& mapping, unsigned otherwise) {
  if (!mapping.has("mode")) return otherwise;
  const std::string text = mapping.text("mode");
  unsigned mode = 0;
  const bool octal = !text.empty() && text.size() <= 4 && text.find_first_not_of("01234567") == std::string::npos;
  for (const char digit : octal ? text : std::string()) mode = mode * 8 + static_cast<unsigned>(digit - '0');
  if (!octal) reading.yaml.complain(mapping.at("mode"), "'mode' is up to four octal digits, such as \"0600\"");
  return mode;
}

std::shared_ptr<const Action> read_put(Reading& reading, Mapping& step) {
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
    .key = {"put", "file", "Puts a file on a system."},
    .topic = Topic::files,
    .is_on_a_system = true,
    .expects = Expects::copy,
    .read = read_put,
    .forms = put_forms,
};

}  // namespace ringside::harness

// harness/steps/transfer.cpp - the step 'transfer': a data set to another system, or between a data set and a file.
#include "harness/steps/transfer.hpp"

#include <fmt/format.h>
#include <tl/expected.hpp>

#include "base/data_set_name.hpp"
#include "base/text.hpp"
#include "emulator/host/library.hpp"
#include "emulator/host/transfer.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey transfer_keys[] = {
    {"data_set", "text", "Its name, or LIBRARY(MEMBER).", is_required},
    {"from", "text", "The system that has it."},
    {"to", "text", "The system that gets it."},
    {"as", "text", "Its name there, if it is another."},
    {"file", "text", "SYSTEM:/PATH in the place of one of the two systems."},
    {"text", "flag", "IBM-1047 in the data set, UTF-8 in the file; octets as they are if it is left out."},
    {"owner", "text", "Of the file; the step's user if it is left out."},
};
constexpr Form transfer_forms[] = {{"transfer", "a transfer", transfer_keys}};

std::string data_set_name(Reading& reading, Mapping& mapping, const std::string& key, const std::string& otherwise) {
  if (!mapping.has(key) && !otherwise.empty()) return otherwise;
  const std::string name = base::upper(mapping.required_text(key));
  if (!name.empty() && !base::member_name(name) && !base::is_data_set_name(name))
    reading.yaml.complain(mapping.at(key), fmt::format("{} is not a data set name", base::printable(name)));
  return name;
}

std::shared_ptr<const Action> read_file_transfer(Reading& reading, Mapping& mapping) {
  auto action = std::make_shared<TransferFile>();
  action->data_set = data_set_name(reading, mapping, "data_set", {});
  read_place(reading, mapping, "file", action->host, action->path);
  action->to_file = mapping.has("from");
  if (mapping.has("from") && mapping.has("to"))
    reading.yaml.complain(mapping.where(), "'file' stands in the place of 'from' or of 'to'");
  action->system = system_at(reading, mapping, action->to_file ? "from" : "to", {});
  action->text = mapping.flag("text", false);
  action->owner = mapping.text("owner");
  if (mapping.has("as")) reading.yaml.complain(mapping.at("as"), "'as' is for a data set that goes to a data set");
  return action;
}

std::shared_ptr<const Action> read_transfer(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("transfer"), form("transfer"));
  if (mapping.has("file")) return read_file_transfer(reading, mapping);
  for (const char* key : {"text", "owner"})
    if (mapping.has(key))
      reading.yaml.complain(mapping.at(key), fmt::format("'{}' is for a transfer with 'file'", key));
  auto action = std::make_shared<TransferDataSet>();
  action->data_set = data_set_name(reading, mapping, "data_set", {});
  action->as = data_set_name(reading, mapping, "as", action->data_set);
  action->from = system_at(reading, mapping, "from", {});
  action->to = system_at(reading, mapping, "to", {});
  return action;
}

/// Writes the file and returns its number of octets. The error says why nothing was copied.
tl::expected<std::size_t, std::string> write_file(lab::Lab& lab, const TransferFile& action, host::LabFiles& root,
                                                  const std::string& owner) {
  const auto data_set = host::DataSets(lab, action.system).find(action.data_set);
  if (!data_set) return tl::unexpected("there is no such data set on " + action.system);
  if (data_set->is_library) return tl::unexpected<std::string>("it is a library; name a member");
  const auto content = host::file_content(*data_set, action.text ? host::ContentForm::text : host::ContentForm::octets);
  if (!content) return tl::unexpected<std::string>("the data set is not text in IBM-1047");
  const auto done = host::put_file(root, host::resolve("/", action.path), *content, owner);
  if (!done) return tl::unexpected(host::file_error_text(done.error()));
  return content->size();
}

/// Writes the data set and returns its number of octets. The error says why nothing was copied.
tl::expected<std::size_t, std::string> write_data_set(lab::Lab& lab, const TransferFile& action,
                                                      const host::LabFiles& root) {
  const auto content = root.read(host::resolve("/", action.path));
  if (!content) return tl::unexpected(host::file_error_text(content.error()));
  host::DataSets data_sets(lab, action.system);
  if (const auto member = base::member_name(action.data_set)) {
    const auto form = action.text ? host::ContentForm::text : host::ContentForm::octets;
    const auto done = host::put_members(data_sets, member->library, {{action.path, *content, member->member}}, form);
    if (!done) return tl::unexpected(done.error());
    return content->size();
  }
  if (const auto old = data_sets.find(action.data_set); old && old->is_library)
    return tl::unexpected<std::string>("it is a library; name a member");
  data_sets.put(action.text ? host::folded_text_records(action.data_set, base::to_text(*content))
                            : host::binary_records(action.data_set, *content));
  return content->size();
}

}  // namespace

std::string TransferDataSet::title(ScenarioLab& /*lab*/) const {
  return fmt::format("{} copied from {} to {}", data_set, from, to) + (as == data_set ? "" : " as " + as);
}

void TransferDataSet::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  const auto records = host::copy_data_set(lab.lab(), data_set, from, to, as);
  if (records)
    report.notes.push_back(fmt::format("{}, {} records", title(lab), *records));
  else
    report.failures.push_back({title(lab), "the data set is copied", records.error(), step.where});
}

std::string TransferFile::title(ScenarioLab& /*lab*/) const {
  const std::string in_file = host + ":" + path, in_data_set = system + ":" + data_set;
  return fmt::format("{} copied to {} as {}", to_file ? in_data_set : in_file, to_file ? in_file : in_data_set,
                     text ? "text" : "octets");
}

void TransferFile::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  ringside::host::LabFiles root = lab.files(host, "root");
  const auto done = to_file ? write_file(lab.lab(), *this, root, owner.empty() ? step.host_user : owner)
                            : write_data_set(lab.lab(), *this, root);
  if (done)
    report.notes.push_back(fmt::format("{}, {} octets", title(lab), *done));
  else
    report.failures.push_back({title(lab), "the copy is made", done.error(), step.where});
}

constinit const StepKind transfer_step{
    .key = {"transfer", "transfer", "Copies a data set to another system, or between a data set and a file."},
    .topic = Topic::data_sets,
    .expects = Expects::copy,
    .read = read_transfer,
    .forms = transfer_forms,
};

}  // namespace ringside::harness

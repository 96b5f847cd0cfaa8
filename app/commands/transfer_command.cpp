// app/commands/transfer_command.cpp - ringside put, get and transfer: copies real files to data sets of a lab and back,
// and data sets from one system to another.
#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/output/output_file.hpp"
#include "app/program.hpp"
#include "base/data_set_name.hpp"
#include "base/json.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/holds_keys.hpp"
#include "emulator/host/transfer.hpp"

namespace ringside::app {
namespace {

struct Transfer {
  std::string file;
  std::string data_set;
  bool text = false;
  bool binary = false;
  host::RecordForm form;
};

/// Prints what was copied, as text or JSON.
void report(Program& program, const std::string& from, const std::string& to, const host::DataSet& data_set,
            bool as_text) {
  const char* form = as_text ? "text" : "binary";
  if (program.options.json) {
    program.print_json({{"from", from},
                        {"to", to},
                        {"form", form},
                        {"recfm", data_set.record_format},
                        {"lrecl", data_set.record_length},
                        {"records", data_set.records.size()}});
  } else {
    fmt::print(program.error(), "{} copied to {} as {}: {} record(s), RECFM {}, LRECL {}\n", from, to, form,
               data_set.records.size(), data_set.record_format, data_set.record_length);
  }
}

std::string data_set_name(const std::string& operand) {
  const bool quoted = operand.size() > 1 && operand.front() == '\'' && operand.back() == '\'';
  const std::string name = quoted ? base::upper(operand.substr(1, operand.size() - 2)) : base::upper(operand);
  if (!base::is_data_set_name(name))
    throw UsageError(operand + ": is not a data set name (qualifiers of 1 to 8 characters, 44 in all)");
  return name;
}

void put_file(Program& program, const Transfer& transfer) {
  const std::string name = data_set_name(transfer.data_set);
  const std::string content = read_input_file(program, transfer.file);
  const bool text = transfer.text || (!transfer.binary && host::is_transferable_text(content));
  const auto data_set = text ? host::text_records(name, content, transfer.form)
                             : host::binary_records(name, base::to_bytes(content), transfer.form);
  if (!data_set) throw UsageError(data_set.error());
  racf::Session session = program.session();
  session.data_sets.put(*data_set);
  report(program, transfer.file, name, *data_set, text);
}

void get_file(Program& program, const Transfer& transfer) {
  const std::string name = data_set_name(transfer.data_set);
  const bool to_stream = transfer.file.empty() || transfer.file == "-";
  if (to_stream && program.options.json) throw UsageError("--json needs FILE: the content of the data set is not JSON");
  program.require_lab_that_exists();
  racf::Session session = program.session();
  const auto data_set = session.data_sets.find(name);
  if (!data_set)
    throw UsageError(name + ": is not cataloged on " + session.system.name +
                     base::did_you_mean(name, session.data_sets.names()));
  const auto text = transfer.binary ? std::nullopt : host::file_content(*data_set, host::ContentForm::text);
  if (transfer.text && !text) throw UsageError(name + ": is not text in IBM-1047; use --binary");
  const std::string content = base::to_text(text ? *text : host::contents(*data_set));
  if (to_stream) {
    program.out() << content;
    return;
  }
  write_output_file(transfer.file, content, {.owner_only = crypto::may_hold_keys(base::to_bytes(content))});
  report(program, name, transfer.file, *data_set, text.has_value());
}

struct Journey {
  std::string data_set, from, to, as;
};

database::SystemRecord zos_system(Program& program, const std::string& name) {
  database::SystemRecord system = program.system(name);
  if (system.kind != "zos") throw UsageError(name + ": only z/OS systems have data sets");
  return system;
}

void transfer_between_systems(Program& program, const Journey& journey) {
  program.require_lab_that_exists();
  const std::string name = data_set_name(journey.data_set);
  const std::string as = journey.as.empty() ? name : data_set_name(journey.as);
  const auto from = zos_system(program, journey.from), to = zos_system(program, journey.to);
  const auto records = host::copy_data_set(program.lab(), name, from.name, to.name, as);
  if (!records) throw UsageError(name + ": is not cataloged on " + from.name);
  if (program.options.json)
    program.print_json({{"data_set", name}, {"from", from.name}, {"to", to.name}, {"as", as}, {"records", *records}});
  else
    fmt::print(program.error(), "{} copied from {} to {} as {}: {} record(s)\n", name, from.name, to.name, as,
               *records);
}

std::vector<Option> form_options(Transfer& transfer) {
  return {{"--text", &transfer.text, "text: IBM-1047 in the lab, UTF-8 outside"},
          {"--binary", &transfer.binary, "octets, not converted", {}, "--text"}};
}

}  // namespace

Command put_command(Program& program) {
  auto transfer = std::make_shared<Transfer>();
  std::vector<Option> options = {{"FILE", &transfer->file, "real file; '-' is standard input", {.required = true}},
                                 {"DATA-SET", &transfer->data_set, "fully qualified name", {.required = true}},
                                 {"--recfm",
                                  &transfer->form.format,
                                  "record format (VB)",
                                  {.choices = {"VB", "FB", "V", "F", "U"}, .any_case = true}},
                                 {"--lrecl",
                                  &transfer->form.length,
                                  "record length, 5 to 32760 (84, or more if a line of text needs it)",
                                  {.type = "OCTETS", .range = {{5, 32'760}}}}};
  append(options, form_options(*transfer));
  return {.name = "put",
          .about = "copy a real file to a data set of the lab",
          .examples = {"ringside --lab my.lab put partner.pem IBMUSER.PARTNER.CERT"},
          .options = std::move(options),
          .run = [&program, transfer] { put_file(program, *transfer); }};
}

Command get_command(Program& program) {
  auto transfer = std::make_shared<Transfer>();
  std::vector<Option> options = {
      {"DATA-SET", &transfer->data_set, "fully qualified name", {.required = true}},
      {"FILE", &transfer->file, "real file; standard output if not given, or with '-'", {.type = "FILE"}}};
  append(options, form_options(*transfer));
  return {.name = "get",
          .about = "copy a data set of the lab to a real file",
          .notes = "Only the owner can read the file if it may hold keys: anything but text and certificates.",
          .examples = {"ringside --lab my.lab get IBMUSER.CA.CERT ca.pem"},
          .options = std::move(options),
          .run = [&program, transfer] { get_file(program, *transfer); }};
}

Command transfer_command(Program& program) {
  auto journey = std::make_shared<Journey>();
  return {
      .name = "transfer",
      .about = "copy a data set of the lab from one system to another",
      .examples = {"ringside --lab plex.lab transfer IBMUSER.CA.CERT --from SYSA --to SYSB"},
      .options = {{"DATA-SET", &journey->data_set, "fully qualified name", {.required = true}},
                  {"--from", &journey->from, "the system that has the data set", {.type = "SYSTEM", .required = true}},
                  {"--to", &journey->to, "the system that gets it", {.type = "SYSTEM", .required = true}},
                  {"--as", &journey->as, "its name there, if different", {.type = "DATA-SET"}}},
      .run = [&program, journey] { transfer_between_systems(program, *journey); },
      .takes_global_options = true};
}

}  // namespace ringside::app

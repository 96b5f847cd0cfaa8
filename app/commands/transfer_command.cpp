// app/commands/transfer_command.cpp - ringside put, get and transfer: real files into a lab's data sets and back, and
// data sets from one system to another.
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/program.hpp"
#include "base/data_set_name.hpp"
#include "base/json.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
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

/// What was done, for a person or for a program.
void report(Program& program, const std::string& from, const std::string& to, const host::DataSet& data_set,
            bool as_text) {
  const char* form = as_text ? "text" : "binary";
  if (program.options.json) {
    program.out() << base::Json::array({{{"from", from},
                                         {"to", to},
                                         {"form", form},
                                         {"recfm", data_set.record_format},
                                         {"lrecl", data_set.record_length},
                                         {"records", data_set.records.size()}}})
                         .text()
                  << '\n';
  } else {
    fmt::print(program.error(), "{} copied to {} as {}: {} record(s), RECFM {}, LRECL {}\n", from, to, form,
               data_set.records.size(), data_set.record_format, data_set.record_length);
  }
}

std::string data_set_name(const std::string& operand) {
  const bool quoted = operand.size() > 1 && operand.front() == '\'' && operand.back() == '\'';
  const std::string name = quoted ? base::upper(operand.substr(1, operand.size() - 2)) : base::upper(operand);
  if (!base::is_data_set_name(name))
    throw UsageError(operand + ": is no data set name (qualifiers of 1 to 8 characters, 44 in all)");
  return name;
}

void put_file(Program& program, const Transfer& transfer) {
  const std::string name = data_set_name(transfer.data_set);
  const std::string content = read_input_file(program, transfer.file);
  const bool text = transfer.text || (!transfer.binary && host::is_transferable_text(content));
  const host::RecordForm form{base::upper(transfer.form.format), transfer.form.length};
  const auto data_set =
      text ? host::text_records(name, content, form) : host::binary_records(name, base::to_bytes(content), form);
  if (!data_set) throw UsageError(data_set.error());
  racf::Session session = program.session();
  session.data_sets.put(*data_set);
  report(program, transfer.file, name, *data_set, text);
}

void get_file(Program& program, const Transfer& transfer) {
  const std::string name = data_set_name(transfer.data_set);
  const bool to_stream = transfer.file.empty() || transfer.file == "-";
  if (to_stream && program.options.json) throw UsageError("--json needs a FILE: the data set itself is not JSON");
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
  write_output_file(transfer.file, content);
  report(program, name, transfer.file, *data_set, text.has_value());
}

struct Journey {
  std::string data_set, from, to, as;
};

database::SystemRecord zos_system(Program& program, const std::string& name) {
  database::SystemRecord system = program.system(name);
  if (system.kind != "zos") throw UsageError(name + ": has no data sets, since it is no z/OS");
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
    program.out()
        << base::Json::array(
               {{{"data_set", name}, {"from", from.name}, {"to", to.name}, {"as", as}, {"records", *records}}})
               .text()
        << '\n';
  else
    fmt::print(program.error(), "{} copied from {} to {} as {}: {} record(s)\n", name, from.name, to.name, as,
               *records);
}

void add_form_options(CLI::App& command, Transfer& transfer) {
  CLI::Option* text = command.add_flag("--text", transfer.text, "text: IBM-1047 in the lab, UTF-8 outside");
  command.add_flag("--binary", transfer.binary, "octets as they are")->excludes(text);
}

}  // namespace

void add_put_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("put", "copy a real file into a data set of the lab");
  command->footer("Example: ringside --lab my.lab put partner.pem IBMUSER.PARTNER.CERT");
  auto transfer = std::make_shared<Transfer>();
  command->add_option("FILE", transfer->file, "real file; '-' is standard input")->required();
  command->add_option("DATA-SET", transfer->data_set, "fully qualified name")->required();
  add_form_options(*command, *transfer);
  command->add_option("--recfm", transfer->form.format, "record format (VB)")
      ->check(CLI::IsMember({"VB", "FB", "V", "F", "U"}, CLI::ignore_case));
  command->add_option("--lrecl", transfer->form.length, "record length (84, more if a line of text needs it)")
      ->check(CLI::Range(5, 32'760));
  command->callback([&program, transfer] { put_file(program, *transfer); });
}

void add_get_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("get", "copy a data set of the lab into a real file");
  command->footer("Example: ringside --lab my.lab get IBMUSER.CA.CERT ca.pem");
  auto transfer = std::make_shared<Transfer>();
  command->add_option("DATA-SET", transfer->data_set, "fully qualified name")->required();
  command->add_option("FILE", transfer->file, "real file; without it, or with '-', standard output");
  add_form_options(*command, *transfer);
  command->callback([&program, transfer] { get_file(program, *transfer); });
}

void add_transfer_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("transfer", "copy a data set of the lab from one system to another");
  command->fallthrough();
  command->footer("Example: ringside --lab plex.lab transfer IBMUSER.CA.CERT --from SYSA --to SYSB");
  auto journey = std::make_shared<Journey>();
  command->add_option("DATA-SET", journey->data_set, "fully qualified name")->required();
  command->add_option("--from", journey->from, "the system that has it")->required()->type_name("SYSTEM");
  command->add_option("--to", journey->to, "the system that gets it")->required()->type_name("SYSTEM");
  command->add_option("--as", journey->as, "its name there, if it is another")->type_name("DATA-SET");
  command->callback([&program, journey] { transfer_between_systems(program, *journey); });
}

}  // namespace ringside::app

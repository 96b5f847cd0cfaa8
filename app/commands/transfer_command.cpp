// app/commands/transfer_command.cpp - ringside put, get and transfer: copies real files into a lab and back, and data
// sets and files from one system to another.
#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/lab_place.hpp"
#include "app/commands/library_folder.hpp"
#include "app/output/output_file.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/holds_keys.hpp"

namespace ringside::app {
namespace {

struct Transfer {
  std::string file;
  std::string place;
  bool text = false;
  bool binary = false;
  host::RecordForm records{"", 0};  ///< as typed

  [[nodiscard]] CopyForm form() const { return text ? CopyForm::text : binary ? CopyForm::binary : CopyForm::fitting; }
};

std::string name_of(const LabPlace& place) {
  return place.is_file ? place.text() : place.name;
}

/// Prints what was copied, as text or JSON.
void report(Program& program, const char* subcommand, const std::string& from, const std::string& to,
            const LabContent& copied) {
  const char* form = copied.is_text ? "text" : "binary";
  base::Json json{{"from", from}, {"to", to}, {"form", form}};
  base::Json counts = base::Json::object();
  std::string size;
  if (const auto& data_set = copied.data_set) {
    json["recfm"] = data_set->record_format;
    json["lrecl"] = data_set->record_length;
    json["records"] = data_set->records.size();
    counts["records"] = data_set->records.size();
    size = fmt::format("{} record(s), RECFM {}, LRECL {}", data_set->records.size(), data_set->record_format,
                       data_set->record_length);
  } else {
    json["octets"] = copied.octets.size();
    size = fmt::format("{} octet(s)", copied.octets.size());
  }
  if (program.options.json)
    program.print_json(subcommand, base::Json::array({json}), counts);
  else
    fmt::print(program.error(), "{} copied to {} as {}: {}\n", from, to, form, size);
}

host::RecordForm records_of(const Transfer& transfer, const LabPlace& place) {
  host::RecordForm records = transfer.records;
  if (place.is_file && (!records.format.empty() || records.length != 0))
    throw UsageError(place.text() + ": --recfm and --lrecl are for data sets");
  return records;
}

/// The same for a folder and a library.
void report(Program& program, const char* subcommand, const std::string& from, const std::string& to,
            const LibraryCopy& copied) {
  const char* form = copied.is_text ? "text" : "binary";
  const base::Json counts{{"members", copied.members}, {"records", copied.records}};
  base::Json json{{"from", from},
                  {"to", to},
                  {"form", form},
                  {"recfm", copied.library.record_format},
                  {"lrecl", copied.library.record_length}};
  json.update(counts);
  if (program.options.json)
    program.print_json(subcommand, base::Json::array({json}), counts);
  else
    fmt::print(program.error(), "{} copied to {} as {}: {} member(s), RECFM {}, LRECL {}\n", from, to, form,
               copied.members, copied.library.record_format, copied.library.record_length);
}

void put(Program& program, const Transfer& transfer) {
  const LabPlace place = place_of(program, transfer.place);
  const host::RecordForm records = records_of(transfer, place);
  if (is_folder(transfer.file)) {
    static_cast<void>(program.session());  // the user must exist
    return report(program, "put", transfer.file, place.name,
                  put_folder(program, transfer.file, place, transfer.form(), records));
  }
  const std::string content = read_input_file(program, transfer.file);
  if (!place.is_file) static_cast<void>(program.session());  // the user must exist
  const LabContent done = write_place(program, place, base::to_bytes(content), transfer.form(), records);
  report(program, "put", transfer.file, name_of(place), done);
}

void get(Program& program, const Transfer& transfer) {
  const bool to_stream = transfer.file.empty() || transfer.file == "-";
  if (to_stream && program.options.json) throw UsageError("--json needs FILE: the content of the data set is not JSON");
  const LabPlace place = place_of(program, transfer.place);
  if (!place.is_file) static_cast<void>(program.session());  // the user must exist
  if (!to_stream && is_library(program, place))
    return report(program, "get", place.name, transfer.file,
                  get_folder(program, place, transfer.file, transfer.form()));
  const LabContent content = read_place(program, place, transfer.form());
  const std::string text = base::to_text(content.octets);
  if (to_stream) {
    program.out() << text;
    return;
  }
  write_output_file(transfer.file, text, {.owner_only = crypto::may_hold_keys(content.octets)});
  report(program, "get", name_of(place), transfer.file, content);
}

struct Journey {
  std::string name, from, to, as;
  bool text = false, binary = false;
};

/// A data set that becomes a file, or the other way round, is copied as put and get do; files as octets.
LabContent copied(Program& program, const LabPlace& from, const LabPlace& to, CopyForm form) {
  const CopyForm read_as = from.is_file && to.is_file ? CopyForm::binary : form;
  const LabContent content = read_place(program, from, read_as);
  return write_place(program, to, content.octets, content.is_text ? CopyForm::text : CopyForm::binary);
}

/// A data set keeps its records and its format, a library its members. Returns the number of records.
std::size_t copied_records(Program& program, const LabPlace& from, const LabPlace& to, CopyForm form) {
  if (form != CopyForm::fitting) throw UsageError("--text and --binary are for files: a data set keeps its records");
  require_data_set(program, from);
  auto savepoint = program.lab().savepoint();
  const auto records = host::copy_data_set(program.lab(), from.name, from.system.name, to.system.name, to.name);
  if (!records) throw UsageError(from.name + ": " + records.error());
  savepoint.keep();
  return *records;
}

void transfer(Program& program, const Journey& journey) {
  const auto from_system = program.system(journey.from), to_system = program.system(journey.to);
  const LabPlace from = place_on(from_system, journey.name);
  const std::string& as = journey.as.empty() ? journey.name : journey.as;
  if (journey.as.empty() && !from.is_file && to_system.kind != "zos")
    throw UsageError(
        fmt::format("{} has no data sets; --as names the file, with a path that begins with '/'", to_system.name));
  const LabPlace to = place_on(to_system, as);
  const CopyForm form = journey.text ? CopyForm::text : journey.binary ? CopyForm::binary : CopyForm::fitting;
  if (from.is_file || to.is_file)
    return report(program, "transfer", from.text(), to.text(), copied(program, from, to, form));
  const std::size_t records = copied_records(program, from, to, form);
  if (program.options.json)
    program.print_json("transfer",
                       base::Json::array({{{"data_set", from.name},
                                           {"from", from.system.name},
                                           {"to", to.system.name},
                                           {"as", to.name},
                                           {"records", records}}}),
                       {{"records", records}});
  else
    fmt::print(program.error(), "{} copied from {} to {} as {}: {} record(s)\n", from.name, from.system.name,
               to.system.name, to.name, records);
}

std::vector<Option> form_options(bool& text, bool& binary) {
  return {{"--text", &text, "text: IBM-1047 in a data set, UTF-8 in files"},
          {"--binary", &binary, "octets, not converted", {}, "--text"}};
}

constexpr const char* place_help =
    "[SYSTEM:]DATA.SET or LIBRARY(MEMBER), fully qualified, or [SYSTEM:]/PATH of a file; distributed and ibmi systems "
    "have files only";

}  // namespace

Command put_command(Program& program) {
  auto transfer = std::make_shared<Transfer>();
  std::vector<Option> options = {
      {"FILE", &transfer->file, "real file, or folder for a library; '-' is standard input", {.required = true}},
      {"PLACE", &transfer->place, place_help, {.required = true}},
      {"--recfm",
       &transfer->records.format,
       "record format (VB; of a new library FB, or VB if a line is longer than 80)",
       {.choices = {"VB", "FB", "V", "F", "U"}, .any_case = true}},
      {"--lrecl",
       &transfer->records.length,
       "record length, 5 to 32760 (84, or more if a line of text needs it; of a new library 80 or 255)",
       {.type = "OCTETS", .range = {{5, 32'760}}}}};
  append(options, form_options(transfer->text, transfer->binary));
  return {
      .name = "put",
      .about = "copy a real file to a data set, member or file of the lab, or a folder to a library",
      .notes =
          "A file belongs to --user (root, if not given, on systems other than z/OS); missing directories are "
          "made.\n"
          "The files of a folder become members by their names without extension, in capitals; a wrong name refuses "
          "all. Members with other names stay.",
      .examples = {"ringside --lab my.lab put partner.pem IBMUSER.PARTNER.CERT",
                   "ringside --lab my.lab put jobs IBMUSER.JCL",
                   "ringside --lab plex.lab put partner.pem WEB:/etc/ssl/partner.pem"},
      .options = std::move(options),
      .run = [&program, transfer] { put(program, *transfer); }};
}

Command get_command(Program& program) {
  auto transfer = std::make_shared<Transfer>();
  std::vector<Option> options = {{"PLACE", &transfer->place, place_help, {.required = true}},
                                 {"FILE",
                                  &transfer->file,
                                  "real file, or folder for a library; standard output if not given, or with '-'",
                                  {.type = "FILE"}}};
  append(options, form_options(transfer->text, transfer->binary));
  return {.name = "get",
          .about = "copy a data set, member or file of the lab to a real file, or a library to a folder",
          .notes = "Only the owner can read the file if it may hold keys: anything but text and certificates.",
          .examples = {"ringside --lab my.lab get IBMUSER.CA.CERT ca.pem",
                       "ringside --lab plex.lab get WEB:/etc/ssl/partner.pem copy.pem"},
          .options = std::move(options),
          .run = [&program, transfer] { get(program, *transfer); }};
}

Command transfer_command(Program& program) {
  auto journey = std::make_shared<Journey>();
  std::vector<Option> options = {
      {"NAME", &journey->name, "a data set, fully qualified, or the path of a file", {.required = true}},
      {"--from", &journey->from, "the system that has it", {.type = "SYSTEM", .required = true}},
      {"--to", &journey->to, "the system that gets it", {.type = "SYSTEM", .required = true}},
      {"--as", &journey->as, "its name or path there, if different", {.type = "NAME"}}};
  append(options, form_options(journey->text, journey->binary));
  return {
      .name = "transfer",
      .about = "copy a data set or file of the lab from one system to another",
      .notes = "A data set that becomes a file, or a file that becomes a data set, is copied as text if it is text.",
      .examples = {"ringside --lab plex.lab transfer IBMUSER.CA.CERT --from SYSA --to SYSB",
                   "ringside --lab plex.lab transfer IBMUSER.CA.CERT --from SYSA --to WEB --as /etc/ssl/ca.pem"},
      .options = std::move(options),
      .run = [&program, journey] { transfer(program, *journey); },
      .takes_global_options = true};
}

}  // namespace ringside::app

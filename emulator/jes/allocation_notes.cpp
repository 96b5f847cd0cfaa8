// emulator/jes/allocation_notes.cpp - the lines of JESYSMSG about the DD statements of one step.
#include "emulator/jes/allocation_notes.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/jes/job_log.hpp"

namespace ringside::jes {
namespace {

constexpr std::size_t data_set_width = 44;

using Kind = AllocatedDd::Kind;

/// The name in messages: blank for the later data sets of a concatenation.
const std::string& name_of(const AllocatedDd& dd) {
  return dd.statement->statement.name;
}

/// A unit name is padded to four characters.
std::string device(const char* unit, const AllocatedDd& dd) {
  return base::trim_right(message(MessageId::ief237i, {fmt::format("{:4}", unit), name_of(dd)}));
}

void note_new_data_set(const AllocatedDd& dd, std::vector<std::string>& lines) {
  lines.push_back(message(MessageId::igd101i, {padded(name_of(dd))}));
  lines.push_back(fmt::format("        DSN ({:{}})", dd.cataloged_name(), data_set_width));
  lines.push_back(fmt::format("        STORCLAS ({}) MGMTCLAS (        ) DATACLAS (        )", host::storage_class));
  lines.push_back(fmt::format("        VOL SER NOS= {}", host::volume));
}

void note_allocation(const AllocatedDd& dd, std::vector<std::string>& lines) {
  switch (dd.kind) {
    case Kind::in_stream:
    case Kind::sysout:
      return lines.push_back(device("JES2", dd));
    case Kind::dummy:
      return lines.push_back(device("DMY", dd));
    case Kind::path:
      return lines.push_back(device("SMS", dd));
    case Kind::temporary:
      return lines.push_back(message(MessageId::igd100i, {padded(name_of(dd))}));
    case Kind::library:
    case Kind::data_set:
      if (dd.made) return note_new_data_set(dd, lines);
      return lines.push_back(base::trim_right(message(MessageId::igd103i, {name_of(dd)})));
  }
}

MessageId fate(const std::string& disposition) {
  if (disposition == "DELETE") return MessageId::igd105i;
  return disposition == "PASS" ? MessageId::igd106i : MessageId::igd104i;
}

}  // namespace

std::vector<std::string> allocation_notes(const std::string& job, const std::string& step,
                                          const std::vector<AllocatedDd>& dds, SpoolNames& spool) {
  std::vector<std::string> lines;
  if (!dds.empty()) lines.push_back(message(MessageId::ief236i, {job, step}));
  for (const AllocatedDd& dd : dds) {
    if (dd.kind == Kind::sysout) spool.name(*dd.statement);
    note_allocation(dd, lines);
  }
  return lines;
}

std::vector<std::string> release_notes(const std::vector<AllocatedDd>& dds, bool normal_end, SpoolNames& spool) {
  std::vector<std::string> lines;
  const auto padded_name = [](const std::string& name) { return base::pad_right(name, data_set_width); };
  for (const AllocatedDd& dd : dds) {
    if (dd.kind == Kind::in_stream || dd.kind == Kind::sysout) {
      const char* kind = dd.kind == Kind::in_stream ? "SYSIN" : "SYSOUT";
      lines.push_back(message(MessageId::ief285i, {padded_name(spool.name(*dd.statement)), kind}));
    } else if (dd.kind == Kind::library || dd.kind == Kind::data_set) {
      const MessageId id = fate(normal_end ? dd.disposition : dd.abnormal_disposition);
      lines.push_back(message(id, {padded_name(dd.cataloged_name()), name_of(dd)}));
    }
  }
  return lines;
}

}  // namespace ringside::jes

// emulator/tso/exec/data_set_values.cpp - SYSDSN and LISTDSI (TSO/E REXX Reference): what an exec asks about data sets.
#include "emulator/tso/exec/data_set_values.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/text.hpp"
#include "emulator/tso/exec/exec_files.hpp"
#include "emulator/tso/message.hpp"

namespace ringside::tso {
namespace {

/// A name as an exec gives it: in apostrophes it is complete, else the prefix comes before it.
std::string full_name(const racf::Session& session, const std::string& typed) {
  const bool quoted = typed.starts_with("'");
  std::string name = quoted ? typed.substr(1) : typed;
  if (quoted && name.ends_with("'")) name.pop_back();
  return host::qualify(name, quoted, session.prefix);
}

struct Parts {
  std::string data_set;
  std::string member;
};

Parts parts_of(const std::string& name) {
  const auto open = name.find('(');
  if (open == std::string::npos) return {name, {}};
  const auto close = name.find(')', open);
  return {name.substr(0, open), name.substr(open + 1, close == std::string::npos ? close : close - open - 1)};
}

constexpr int listed = 0;
constexpr int not_listed = 16;

/// Reason 5 of LISTDSI: not in the catalog; 2: the file is not allocated.
int refuse(rexx::WaitingExec& exec, const std::string& reason, const std::string& why) {
  exec.set({"SYSREASON", reason, "SYSMSGLVL1", messages().line(MessageId::ikj58400i), "SYSMSGLVL2", why});
  return not_listed;
}

}  // namespace

std::string data_set_state(const racf::Session& session, const std::string& name) {
  if (name.empty() || name == "''") return "MISSING DATASET NAME";
  const std::string full = full_name(session, name);
  const Parts parts = parts_of(full);
  if (!base::is_data_set_name(parts.data_set)) return "INVALID DATASET NAME, " + full;
  const auto data_set = session.data_sets.find(parts.data_set);
  if (!data_set) return "DATASET NOT FOUND";
  if (parts.member.empty()) return "OK";
  if (session.data_sets.find(full)) return "OK";
  return data_set->is_library ? "MEMBER NOT FOUND" : "MEMBER SPECIFIED, BUT DATASET IS NOT PARTITIONED";
}

int list_data_set_information(const racf::Session& session, const std::string& operands, rexx::WaitingExec& exec) {
  std::vector<std::string> words;
  for (const std::string& word : base::split(operands, ' '))
    if (!word.empty()) words.push_back(word);
  if (words.empty()) return refuse(exec, "0001", messages().line(MessageId::ikj58401i));
  std::string name = full_name(session, words.front());
  if (words.size() > 1 && base::upper(words[1]) == "FILE") {
    const auto file = find_file(session, base::upper(words.front()));
    if (!file || file->data_sets.empty()) return refuse(exec, "0002", "");
    name = file->data_sets.front();
  }
  const Parts parts = parts_of(name);
  const auto data_set = session.data_sets.find(parts.data_set);
  if (!data_set) return refuse(exec, "0005", messages().line(MessageId::ikj58405i));
  exec.set({"SYSREASON",   "0000",
            "SYSMSGLVL1",  "",
            "SYSMSGLVL2",  "",
            "SYSDSNAME",   parts.data_set,
            "SYSVOLUME",   std::string(host::volume),
            "SYSUNIT",     "3390",
            "SYSDSORG",    data_set->is_library ? "PO" : "PS",
            "SYSRECFM",    data_set->record_format,
            "SYSLRECL",    std::to_string(data_set->record_length),
            "SYSKEYLEN",   "0",
            "SYSPASSWORD", "NONE",
            "SYSRACFA",    "NONE",
            "SYSTRKSCYL",  "15"});
  if (data_set->is_library) exec.set({"SYSMEMBERS", std::to_string(session.data_sets.members(parts.data_set).size())});
  return listed;
}

}  // namespace ringside::tso

// emulator/tso/delete.cpp - TSO's DELETE, a command of access method services (TSO/E Command Reference, "DELETE").
#include "emulator/tso/delete.hpp"

#include <string>

#include <fmt/format.h>

namespace ringside::tso {
namespace {

constexpr int not_deleted = 8;

// The texts are from a captured session. All entries of a lab have type NONVSAM.
void say_not_found(const std::string& name, host::CommandResult& result) {
  result.lines.push_back({"IDC3012I", "ENTRY " + name + " NOT FOUND+"});
  result.lines.push_back({"IDC3009I", "** VSAM CATALOG RETURN CODE IS 8 - REASON CODE IS IGG0CLEG-42"});
  result.lines.push_back({"IDC0551I", "** ENTRY " + name + " NOT DELETED"});
}

}  // namespace

void delete_entries(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const parser::Keyword* entries = command.operands.find("ENTRY");
  if (entries == nullptr) return;
  for (const parser::Value& value : entries->values) {
    const std::string name = host::qualify(value.text, value.quoted, session.user);
    if (session.data_sets.remove(name)) {
      result.lines.push_back({"IDC0550I", "ENTRY (A) " + name + " DELETED"});
    } else {
      say_not_found(name, result);
      result.return_code = not_deleted;
    }
  }
  if (result.return_code != 0) result.lines.push_back({"IDC0014I", fmt::format("LASTCC={}", result.return_code)});
}

}  // namespace ringside::tso

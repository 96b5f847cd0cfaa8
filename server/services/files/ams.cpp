// server/services/files/ams.cpp - access method services over REST.
#include "server/services/files/ams.hpp"

#include "base/text.hpp"
#include "emulator/jes/ams.hpp"
#include "server/services/files/file_errors.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

constexpr std::size_t longest_statement = 255;  // of the input of z/OSMF
constexpr std::size_t columns = 71;             // of a record of IDCAMS, behind column 1

/// A statement as records: IDCAMS does not read column 1, and reads to column 72.
void add_records(std::string statement, std::vector<std::string>& records) {
  statement = base::trim_right(statement);
  while (statement.size() > columns) {
    const std::size_t blank = statement.rfind(' ', columns - 2);
    if (blank == std::string::npos || blank == 0) break;
    records.push_back(" " + statement.substr(0, blank) + " -");
    statement = statement.substr(blank + 1);
  }
  records.push_back(" " + statement);
}

}  // namespace

http::Response run_access_method_services(Call& call) {
  const auto body = json_object(call.request.body);
  const base::Json* input = body ? member(*body, "input") : nullptr;
  const auto* statements = input != nullptr ? std::get_if<base::Json::Array>(&input->value()) : nullptr;
  if (statements == nullptr || statements->empty()) return wrong_request("The body has no input with statements");
  std::vector<std::string> records;
  for (const base::Json& each : *statements) {
    const auto* statement = std::get_if<std::string>(&each.value());
    if (statement == nullptr || statement->size() > longest_statement ||
        statement->find_first_of("\r\n") != std::string::npos)
      return wrong_request("A statement is a line of at most 255 characters");
    add_records(*statement, records);
  }
  racf::Session session(call.lab, call.system, call.user);
  const jes::AmsAnswer answer = jes::run_ams(session, records);
  return json_response(200, {{"rc", answer.return_code}, {"output", answer.lines}, {"JSONversion", 1}});
}

}  // namespace ringside::services

// server/services/tso/tso.cpp - TSO commands over REST.
#include "server/services/tso/tso.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "server/services/json_body.hpp"
#include "server/services/tso/tso_command.hpp"

namespace ringside::services {
namespace {

constexpr const char* ready = "READY ";
constexpr const char* version = "0100";

/// The members that every reply of the address spaces has.
base::Json reply_of(const std::string& key) {
  return {{"servletKey", key}, {"ver", version}, {"reused", false}, {"timeout", false}};
}

http::Response error_of(unsigned status, const std::string& id, const std::string& text) {
  const base::Json message{{"messageText", id + ": " + text}, {"messageId", id}, {"stackTrace", ""}};
  return json_response(
      status, {{"msgData", base::Json::array({message})}, {"ver", version}, {"reused", false}, {"timeout", false}});
}

http::Response unknown_key(const std::string& key) {
  return error_of(404, "IZUG1126E",
                  fmt::format("z/OSMF cannot correlate the request for key \"{}\" with an active z/OS application "
                              "session.",
                              base::printable(key)));
}

http::Response wrong_body(const std::string& cause) {
  const auto& own = base::own_messages();
  constexpr auto id = base::OwnMessage::rsd508e;
  return error_of(static_cast<unsigned>(own.row(id).return_code), std::string(own.number(id)), own.text(id, {cause}));
}

base::Json message_of(const std::string& line) {
  return {{"TSO MESSAGE", base::Json{{"VERSION", version}, {"DATA", line}}}};
}

/// Moves the lines that wait into the reply; a prompt follows them.
void take_unread(AddressSpace& space, base::Json& reply) {
  base::Json data = base::Json::array();
  for (const std::string& line : space.unread) data.push_back(message_of(line));
  data.push_back({{"TSO PROMPT", base::Json{{"VERSION", version}, {"HIDDEN", "FALSE"}}}});
  space.unread.clear();
  reply["tsoData"] = data;
}

AddressSpace* space_of(Call& call) {
  return call.state.address_spaces.find(call.system.name, call.user, call.parts.front());
}

std::string log_off_line(Call& call, const AddressSpace& space) {
  return fmt::format("IKJ56470I {} LOGGED OFF TSO AT {}", space.user, tso_time(call.lab));
}

}  // namespace

http::Response issue_tso_command(Call& call) {
  const auto body = json_object(call.request.body);
  const auto command = body ? member_text(*body, "tsoCmd") : std::nullopt;
  if (!command) return wrong_body("tsoCmd is missing");
  const std::string state = base::lower(member_text(*body, "cmdState").value_or("stateless"));
  if (state != "stateless" && state != "stateful") return wrong_body("cmdState is neither stateless nor stateful");
  AddressSpace passing{{}, call.system.name, call.user, call.user};
  AddressSpace& space = state == "stateful" ? call.state.address_spaces.shared(call.system.name, call.user) : passing;
  const TsoAnswer answer = run_tso_command(call, space, *command);
  base::Json lines = base::Json::array();
  for (const std::string& line : answer.lines) lines.push_back({{"message", line}});
  lines.push_back({{"message", ready}});
  base::Json reply{{"cmdResponse", lines}, {"tsoPromptReceived", "Y"}, {"rc", answer.return_code}};
  if (!space.key.empty()) reply["servletKey"] = space.key;
  return json_response(200, reply);
}

http::Response start_address_space(Call& call) {
  AddressSpace& space = call.state.address_spaces.start(call.system.name, call.user);
  space.unread = {fmt::format("IKJ56455I {} LOGON IN PROGRESS AT {}", call.user, tso_time(call.lab)), ready};
  base::Json reply = reply_of(space.key);
  reply["queueID"] = "4";
  reply["sessionID"] = "0x37";
  take_unread(space, reply);
  return json_response(200, reply);
}

http::Response send_to_address_space(Call& call) {
  AddressSpace* space = space_of(call);
  if (space == nullptr) return unknown_key(call.parts.front());
  const auto body = json_object(call.request.body);
  const base::Json* response = body ? member(*body, "TSO RESPONSE") : nullptr;
  const auto command = response != nullptr ? member_text(*response, "DATA") : std::nullopt;
  if (!command) return wrong_body("TSO RESPONSE with DATA is missing");
  TsoAnswer answer = run_tso_command(call, *space, *command);
  base::Json reply = reply_of(space->key);
  if (answer.logged_off) {
    reply["tsoData"] = base::Json::array({message_of(log_off_line(call, *space))});
    call.state.address_spaces.stop(call.system.name, call.user, space->key);
    return json_response(200, reply);
  }
  space->unread.insert(space->unread.end(), answer.lines.begin(), answer.lines.end());
  space->unread.emplace_back(ready);
  if (base::lower(call.request.query_value("readReply").value_or("true")) != "false") take_unread(*space, reply);
  return json_response(200, reply);
}

http::Response receive_from_address_space(Call& call) {
  AddressSpace* space = space_of(call);
  if (space == nullptr) return unknown_key(call.parts.front());
  base::Json reply = reply_of(space->key);
  if (space->unread.empty())
    reply["timeout"] = true;
  else
    take_unread(*space, reply);
  return json_response(200, reply);
}

http::Response ping_address_space(Call& call) {
  const AddressSpace* space = space_of(call);
  return space == nullptr ? unknown_key(call.parts.front()) : json_response(200, reply_of(space->key));
}

http::Response stop_address_space(Call& call) {
  const std::string key = call.parts.front();
  const bool stopped = call.state.address_spaces.stop(call.system.name, call.user, key);
  return stopped ? json_response(200, reply_of(key)) : unknown_key(key);
}

}  // namespace ringside::services

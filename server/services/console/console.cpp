// server/services/console/console.cpp - the console services.
#include "server/services/console/console.hpp"

#include <fmt/format.h>

#include "base/percent.hpp"
#include "base/text.hpp"
#include "server/services/console/operator_command.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

http::Response console_error(unsigned status, int reason, const std::string& text) {
  return json_response(status, {{"return-code", 4}, {"reason-code", reason}, {"reason", text}});
}

}  // namespace

http::Response issue_console_command(Call& call) {
  constexpr std::size_t longest = 126;  // MVS System Commands: a command has at most 126 characters
  const auto body = json_object(call.request.body);
  const auto command = body ? member_text(*body, "cmd") : std::nullopt;
  if (!command || base::trim(*command).empty() || command->size() > longest)
    return console_error(400, 3, "The body must have cmd, of at most 126 characters");
  const std::string system = base::upper(member_text(*body, "system").value_or(call.system.name));
  if (system != call.system.name)
    return console_error(400, 4, "The console is on system " + call.system.name + " only");
  const std::string text = base::join(run_operator_command(call, *command), "\r") + "\r";
  const bool is_async = base::upper(member_text(*body, "async").value_or("N")) == "Y";
  const std::string key = call.state.console_responses.add(call.system.name, call.user, is_async ? text : "");
  const std::string uri =
      fmt::format("/zosmf/restconsoles/consoles/{}/solmsgs/{}", base::percent_encoded(call.parts.front()), key);
  base::Json reply = base::Json::object();
  if (!is_async) reply["cmd-response"] = text;
  reply.update({{"cmd-response-key", key}, {"cmd-response-url", call.base_url + uri}, {"cmd-response-uri", uri}});
  if (const auto wanted = member_text(*body, "sol-key"); wanted && !is_async)
    reply["sol-key-detected"] = text.find(*wanted) != std::string::npos;
  return json_response(200, reply);
}

http::Response collect_console_messages(Call& call) {
  const auto text = call.state.console_responses.take(call.system.name, call.user, call.parts.back());
  if (!text) return console_error(404, 7, "There is no answer with the key " + base::printable(call.parts.back()));
  return json_response(200, {{"cmd-response", *text}});
}

}  // namespace ringside::services

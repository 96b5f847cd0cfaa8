// server/services/gateway.cpp - requests that one z/OSMF instance passes on to another.
#include "server/services/gateway.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/percent.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "server/services/authenticate.hpp"
#include "server/services/json_body.hpp"
#include "server/services/system_link.hpp"

namespace ringside::services {
namespace {

constexpr std::string_view gateway_path = "/zosmf/gateway/";

http::Response bad_content(const std::string& why) {
  return own_error(base::OwnMessage::rsd508e, {why});
}

/// The link to a system; the response for the caller if the lab does not have it, or nothing serves it.
tl::expected<SystemLink, http::Response> link_to(const Call& call, const GatewayClient& client,
                                                 const std::string& name) {
  const auto system = call.lab.systems().find(name);
  if (!system || system->kind != "zos")
    return tl::make_unexpected(own_error(base::OwnMessage::rsd507e, {base::printable(name)}));
  const auto port = call.state.port_of(name);
  if (!port) return tl::make_unexpected(own_error(base::OwnMessage::rsd506e, {name, "no process serves it"}));
  const auto own_ring = call.state.rings.at(call.system.name);
  const auto ring = call.state.rings.find(name);
  const crypto::Party party{std::nullopt, client.party.anchors, client.party.any_anchor};
  const auto server_ring = ring == call.state.rings.end() ? own_ring : ring->second;
  const http::Server address{"127.0.0.1", static_cast<unsigned short>(*port)};
  return SystemLink{call.lab,    client.in_lab, call.system.name, name,          own_ring,
                    server_ring, party,         address,          call.lab.now()};
}

std::string basic(const std::string& user, const std::string& password) {
  return "Basic " + crypto::base64(base::to_bytes(user + ":" + password));
}

/// The credentials for another system: those of the headers, a token that it gave at a logon, or single sign-on.
void add_credentials(http::Request& request, const Call& call, const std::string& target) {
  const auto user = call.request.headers.find("X-IBM-Target-System-User");
  const auto password = call.request.headers.find("X-IBM-Target-System-Password");
  if (user && password) return request.headers.add("Authorization", basic(*user, *password));
  if (call.user.empty()) return;
  const auto given = call.state.gateway_tokens.find({call.user, target});
  const std::string token =
      given == call.state.gateway_tokens.end() ? call.state.tokens.ltpa_token(call.user) : given->second;
  request.headers.add("Cookie", "LtpaToken2=" + token);
}

/// Headers that are of the connection, hold credentials, or have done their work.
bool is_passed_on(const std::string& name) {
  static constexpr std::array kept_back = {
      "host",       "connection", "content-length",      "transfer-encoding",           "expect",
      "keep-alive", "cookie",     "authorization",       "x-ibm-target-system",         "x-ibm-target-system-user",
      "upgrade",    "te",         "proxy-authorization", "x-ibm-target-system-password"};
  const std::string lower = base::lower(name);
  return std::none_of(kept_back.begin(), kept_back.end(), [&](const char* each) { return lower == each; });
}

std::string target_of(const http::Request& request) {
  std::vector<std::string> parts;
  for (const std::string& part : base::split(request.path, '/')) parts.push_back(base::percent_encoded(part));
  std::vector<std::string> pairs;
  for (const auto& [name, value] : request.query)
    pairs.push_back(base::percent_encoded(name) + "=" + base::percent_encoded(value));
  return base::join(parts, "/") + (pairs.empty() ? "" : "?" + base::join(pairs, "&"));
}

http::Response passed_back(http::Response response) {
  http::Response kept{response.status, {}, std::move(response.body)};
  for (const auto& [name, value] : response.headers.rows())
    if (is_passed_on(name) && base::lower(name) != "set-cookie") kept.headers.add(name, value);
  return kept;
}

/// What a gateway request asks for.
struct Question {
  std::vector<std::string> targets;
  std::string path;
  http::Request request;
};

std::vector<std::string> names_in(const base::Json& content) {
  const base::Json* target = member(content, "target");
  std::vector<std::string> names;
  if (target == nullptr) return names;
  if (const auto* list = std::get_if<base::Json::Array>(&target->value())) {
    for (const auto& each : *list)
      if (const auto* name = std::get_if<std::string>(&each.value())) names.push_back(base::upper(*name));
  } else {
    for (const std::string& name : base::split(text_of(content, "target"), ','))
      if (!base::trim(name).empty()) names.push_back(base::upper(base::trim(name)));
  }
  return names;
}

/// The z/OS systems of the sysplexes.
std::vector<std::string> systems_of(const Call& call, const std::vector<std::string>& sysplexes) {
  std::vector<std::string> names;
  for (const auto& system : call.lab.systems().all())
    if (system.kind == "zos" &&
        std::find(sysplexes.begin(), sysplexes.end(), base::upper(system.sysplex)) != sysplexes.end())
      names.push_back(system.name);
  return names;
}

/// The content is JSON; the manual writes it with apostrophes in the query of a GET.
std::optional<base::Json> content_of(const http::Request& request) {
  const std::string text = request.method == "GET" ? request.query_value("content").value_or("") : request.body;
  auto json = json_object(text);
  return json ? json : json_object(base::replace_all(text, "'", "\""));
}

tl::expected<Question, http::Response> question_of(const Call& call, const std::string& service) {
  const auto content = content_of(call.request);
  if (!content) return tl::make_unexpected(bad_content("it is no JSON object"));
  Question question{names_in(*content), text_of(*content, "resourcePath"), {call.request.method, ""}};
  if (service == "sysplex") question.targets = systems_of(call, question.targets);
  if (service == "group" || service == "cpc") question.targets.clear();
  if (question.targets.empty()) return tl::make_unexpected(bad_content("target names no system"));
  if (!question.path.starts_with("/zosmf/") || question.path.starts_with(gateway_path) ||
      question.path.find_first_of(" \r\n") != std::string::npos)
    return tl::make_unexpected(bad_content("resourcePath must be the path of a service of /zosmf"));
  question.request.headers.add("X-CSRF-ZOSMF-HEADER", "ringside");
  question.request.body = text_of(*content, "content");
  return question;
}

base::Json output_of(const std::string& system, const tl::expected<http::Response, http::Response>& response) {
  if (response && response->status < 300) return {{"systemName", system}, {"systemOutput", response->body}};
  const http::Response& refused = response ? *response : response.error();
  auto error = json_object(refused.body).value_or(base::Json::object());
  error["httpStatus"] = static_cast<std::int64_t>(refused.status);
  return {{"systemName", system}, {"error", error}};
}

/// Asks every system, one after the other.
http::Answer ask(const Call& call, const GatewayClient& client, const Question& question) {
  struct One {
    std::string system;
    tl::expected<SystemLink, http::Response> link;
    http::Request request;
  };
  std::vector<One> all;
  for (const std::string& system : question.targets) {
    all.push_back({system, link_to(call, client, system), question.request});
    add_credentials(all.back().request, call, system);
  }
  return [all = std::move(all), path = question.path] {
    auto outputs = base::Json::array();
    for (const One& one : all)
      outputs.push_back(output_of(
          one.system, one.link ? call_over(*one.link, path, one.request) : tl::make_unexpected(one.link.error())));
    return json_response(200, {{"numOfSystems", std::to_string(all.size())}, {"systemsOutput", outputs}});
  };
}

std::string ltpa_cookie(const http::Response& response) {
  constexpr std::string_view name = "LtpaToken2=";
  for (const auto& [header, value] : response.headers.rows())
    if (base::lower(header) == "set-cookie" && value.starts_with(name))
      return value.substr(name.size(), value.find(';') - name.size());
  return "";
}

http::Answer log_on_to(const Call& call, const GatewayClient& client) {
  const auto content = json_object(call.request.body);
  if (!content) return bad_content("it is no JSON object");
  const std::string system = base::upper(text_of(*content, "systemName"));
  auto link = link_to(call, client, system);
  if (!link) return link.error();
  http::Request request{"POST", ""};
  request.headers.add("X-CSRF-ZOSMF-HEADER", "ringside");
  request.headers.add("Authorization", basic(text_of(*content, "userid"), text_of(*content, "password")));
  return [link = *std::move(link), request, &state = call.state, user = call.user, system]() -> http::Response {
    auto response = call_over(link, authenticate_path, request);
    if (!response) return response.error();
    if (response->status != 200) return passed_back(*response);
    const std::lock_guard lock(link.in_lab);
    constexpr std::size_t most_logons = 1'000;
    if (state.gateway_tokens.size() >= most_logons) state.gateway_tokens.clear();
    state.gateway_tokens[{user, system}] = ltpa_cookie(*response);
    return json_response(200, {{"systemName", system}, {"returnCode", 0}, {"message", "Success."}});
  };
}

http::Response log_off_from(const Call& call) {
  const auto content = json_object(call.request.body);
  const std::string system = content ? base::upper(text_of(*content, "systemName")) : "";
  call.state.gateway_tokens.erase({call.user, system});
  return json_response(200, {{"systemName", system}, {"returnCode", 0}, {"message", "Success."}});
}

}  // namespace

bool is_gateway(const http::Request& request) {
  return request.path.starts_with(gateway_path);
}

http::Answer gateway(const Call& call, const GatewayClient& client) {
  static constexpr std::array asking = {"system", "systems", "sysplex", "group", "cpc"};
  const std::string service = call.request.path.substr(gateway_path.size());
  const std::string& method = call.request.method;
  if (service == "logon" && method == "POST") return log_on_to(call, client);
  if (service == "logoff" && method == "POST") return log_off_from(call);
  const bool asks = std::any_of(asking.begin(), asking.end(), [&](const char* each) { return service == each; });
  if (!asks) return own_error(base::OwnMessage::rsd501e, {base::printable(call.request.path)});
  if (method != "GET" && method != "POST" && method != "PUT")
    return own_error(base::OwnMessage::rsd502e, {base::printable(call.request.path), base::printable(method)});
  const auto question = question_of(call, service);
  if (!question) return question.error();
  return ask(call, client, *question);
}

http::Answer forward(const Call& call, const GatewayClient& client, const std::string& target) {
  auto link = link_to(call, client, target);
  if (!link) return link.error();
  http::Request request{call.request.method, ""};
  for (const auto& [name, value] : call.request.headers.rows())
    if (is_passed_on(name)) request.headers.add(name, value);
  request.body = call.request.body;
  add_credentials(request, call, target);
  return [link = *std::move(link), request, path = target_of(call.request)]() -> http::Response {
    auto response = call_over(link, path, request);
    return response ? passed_back(*std::move(response)) : response.error();
  };
}

http::Response ring_refusal(const std::string& system, const RingProblem& problem) {
  const std::string number = base::own_messages().number(base::OwnMessage::rsd504e);
  const std::string text = base::own_messages().text(base::OwnMessage::rsd504e, {system, problem.text});
  return json_response(503, {{"errorID", number}, {"errorMsg", number + ": " + text}, {"commands", problem.commands}});
}

}  // namespace ringside::services

// app/harness_json.cpp - played scenarios and trust matrices as JSON.
#include "app/harness_json.hpp"

#include "app/result_json.hpp"
#include "emulator/base/time.hpp"

namespace ringside::app {
namespace {

using Json = nlohmann::ordered_json;

const char* side_name(harness::Side side) {
  if (side == harness::Side::neither) return "";
  return side == harness::Side::client ? "client" : "server";
}

Json endpoint_json(const harness::Endpoint& endpoint) {
  Json json = {{"name", endpoint.name}, {"system", endpoint.system}};
  if (endpoint.stores)
    json.update({{"key_store", endpoint.stores->key_store}, {"trust_store", endpoint.stores->trust_store}});
  else
    json["ring"] = racf::to_string(endpoint.ring);
  if (endpoint.label) json["label"] = *endpoint.label;
  if (!endpoint.host.empty()) json["host"] = endpoint.host;
  return json;
}

Json link_json(const harness::TrustReport& report, const harness::Link& link) {
  Json json = {{"client", report.endpoints[link.client].name},
               {"server", report.endpoints[link.server].name},
               {"tls", link.version == crypto::TlsVersion::tls12 ? "1.2" : "1.3"},
               {"trusted", link.trusted}};
  if (!link.trusted) {
    json["refused_by"] = side_name(link.refused_by);
    json["reason"] = harness::to_string(link.reason);
    json["explanation"] = link.explanation;
    json["openssl"] = link.openssl;
    json["alert"] = link.alert;
    json["client_finished_first"] = link.client_finished_first;
  }
  if (!link.host_note.empty()) json["host_note"] = link.host_note;
  if (!link.client_user_reason.empty()) {
    json["client_user"] = link.client_user.empty() ? Json() : Json(link.client_user);
    json["client_user_reason"] = link.client_user_reason;
  }
  return json;
}

Json place_json(parser::Position where) {
  return {{"line", where.line}, {"column", where.column}};
}

Json failure_json(const harness::Failure& failure) {
  Json json = {
      {"what", failure.what}, {"expected", failure.expected}, {"came", failure.came}, {"around", failure.around}};
  json.update(place_json(failure.where));
  return json;
}

Json step_json(const harness::StepReport& step) {
  Json json = {
      {"number", step.number}, {"title", step.title}, {"system", step.system}, {"at", base::listing_time(step.at, {})}};
  for (const racf::CommandResult& command : step.commands) json["commands"].push_back(command_json(command));
  for (const jes::JobResult& job : step.jobs) json["jobs"].push_back(job_json(job));
  if (step.trust) json["trust"] = trust_json(*step.trust);
  if (!step.notes.empty()) json["notes"] = step.notes;
  json["failures"] = Json::array();
  for (const harness::Failure& failure : step.failures) json["failures"].push_back(failure_json(failure));
  return json;
}

}  // namespace

Json trust_json(const harness::TrustReport& report) {
  Json json = {{"endpoints", Json::array()},
               {"mutual", report.options.mutual},
               {"verify_host", report.options.verify_host},
               {"links", Json::array()},
               {"remarks", report.remarks}};
  for (const harness::Endpoint& endpoint : report.endpoints) json["endpoints"].push_back(endpoint_json(endpoint));
  for (const harness::Link& link : report.links) json["links"].push_back(link_json(report, link));
  return json;
}

Json scenario_json(const harness::ScenarioReport& report) {
  Json json = {{"file", report.file},
               {"name", report.name},
               {"about", report.about},
               {"passed", report.passed()},
               {"outcome", to_string(report.outcome())},
               {"tags", report.tags},
               {"importance", report.importance},
               {"mistakes", Json::array()},
               {"steps", Json::array()}};
  if (!report.skip.empty()) json["skip"] = report.skip;
  if (report.interruption) {
    json["interruption"] = {
        {"why", report.interruption->why}, {"step", report.interruption->step}, {"title", report.interruption->title}};
    json["interruption"].update(place_json(report.interruption->where));
  }
  for (const parser::Diagnostic& mistake : report.mistakes) {
    Json one = {{"text", mistake.text}};
    one.update(place_json(mistake.where));
    json["mistakes"].push_back(std::move(one));
  }
  for (const harness::StepReport& step : report.steps) json["steps"].push_back(step_json(step));
  return json;
}

}  // namespace ringside::app

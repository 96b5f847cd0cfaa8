// harness/report/json.cpp - played scenarios and trust matrices as JSON.
#include "harness/report/json.hpp"

#include <array>

#include "base/time.hpp"
#include "emulator/jes/result_json.hpp"
#include "harness/play/differences.hpp"

namespace ringside::harness::report {
namespace {

using base::Json;

const char* side_name(Side side) {
  if (side == Side::neither) return "";
  return side == Side::client ? "client" : "server";
}

Json endpoint_json(const Endpoint& endpoint) {
  Json json = {{"name", endpoint.name}, {"system", endpoint.system}};
  if (endpoint.stores)
    json.update({{"key_store", endpoint.stores->key_store}, {"trust_store", endpoint.stores->trust_store}});
  else
    json["ring"] = racf::to_string(endpoint.ring);
  if (endpoint.label) json["label"] = *endpoint.label;
  if (!endpoint.host.empty()) json["host"] = endpoint.host;
  return json;
}

Json link_json(const TrustReport& report, const Link& link) {
  Json json = {{"client", report.endpoints[link.client].name},
               {"server", report.endpoints[link.server].name},
               {"tls", link.version == crypto::TlsVersion::tls12 ? "1.2" : "1.3"},
               {"trusted", link.trusted}};
  if (!link.trusted) {
    json["refused_by"] = side_name(link.refused_by);
    json["reason"] = to_string(link.reason);
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

Json line_json(const RemedyLine& line) {
  static constexpr std::array kinds = {"tso", "transfer", "by hand"};
  Json json = {{"kind", kinds[static_cast<std::size_t>(line.kind)]}, {"system", line.system}, {"text", line.text}};
  if (!line.to.empty()) json["to"] = line.to;
  return json;
}

Json remedy_json(const Remedy& remedy) {
  Json json = {{"what", remedy.what}, {"lines", Json::array()}};
  for (const RemedyLine& line : remedy.lines) json["lines"].push_back(line_json(line));
  if (!remedy.trial.empty()) json["trial"] = remedy.trial;
  return json;
}

Json plan_json(const Plan& plan) {
  Json json = {{"holds", plan.holds}, {"trouble", plan.trouble}, {"remedies", Json::array()}};
  for (const Remedy& remedy : plan.remedies) json["remedies"].push_back(remedy_json(remedy));
  return json;
}

Json dated_json(const DatedCertificate& certificate, base::Zone zone) {
  Json json = {{"subject", certificate.subject},
               {"issuer", certificate.issuer},
               {"serial", certificate.serial},
               {"not_before", base::listing_time(certificate.not_before, zone)},
               {"not_after", base::listing_time(certificate.not_after, zone)},
               {"places", Json::array()}};
  for (const CertificatePlace& place : certificate.places)
    json["places"].push_back({{"system", place.system},
                              {"owner", place.owner},
                              {"label", place.label},
                              {"private_key", place.has_key},
                              {"rings", place.rings}});
  if (!certificate.renewal.remedies.empty()) json["renewal"] = cure_json(certificate.renewal);
  return json;
}

Json place_json(parser::Position where) {
  return {{"line", where.line}, {"column", where.column}};
}

Json failure_json(const Failure& failure) {
  Json json = {
      {"what", failure.what}, {"expected", failure.expected}, {"came", failure.came}, {"around", failure.around}};
  json.update(place_json(failure.where));
  return json;
}

Json step_json(const StepReport& step) {
  Json json = {
      {"number", step.number}, {"title", step.title}, {"system", step.system}, {"at", base::listing_time(step.at, {})}};
  for (const host::CommandResult& command : step.commands) json["commands"].push_back(jes::command_json(command));
  for (const jes::JobResult& job : step.jobs) json["jobs"].push_back(jes::job_json(job));
  if (step.trust) json["trust"] = trust_json(*step.trust);
  if (step.timeline) json["timeline"] = timeline_json(*step.timeline);
  if (!step.notes.empty()) json["notes"] = step.notes;
  json["failures"] = Json::array();
  for (const Failure& failure : step.failures) json["failures"].push_back(failure_json(failure));
  return json;
}

}  // namespace

Json trust_json(const TrustReport& report) {
  Json json = {{"at", base::listing_time(report.at, report.zone)},
               {"endpoints", Json::array()},
               {"mutual", report.options.mutual},
               {"verify_host", report.options.verify_host},
               {"links", Json::array()},
               {"remarks", report.remarks}};
  for (const Endpoint& endpoint : report.endpoints) json["endpoints"].push_back(endpoint_json(endpoint));
  for (const Link& link : report.links) json["links"].push_back(link_json(report, link));
  return json;
}

Json timeline_json(const TrustTimeline& timeline) {
  Json json = {{"from", base::listing_time(timeline.from, timeline.zone)},
               {"until", base::listing_time(timeline.until, timeline.zone)},
               {"start", trust_json(timeline.start)},
               {"certificates", Json::array()},
               {"moments", Json::array()}};
  for (const DatedCertificate& certificate : timeline.certificates)
    json["certificates"].push_back(dated_json(certificate, timeline.zone));
  for (const TrustMoment& moment : timeline.moments) {
    Json one = {{"at", base::listing_time(moment.at, timeline.zone)},
                {"begins", moment.begins},
                {"ends", moment.ends},
                {"changes", Json::array()}};
    for (const Link& link : moment.changes) one["changes"].push_back(link_json(timeline.start, link));
    json["moments"].push_back(std::move(one));
  }
  return json;
}

Json cure_json(const Cure& cure) {
  Json json = {{"needs_choice", cure.needs_choice}, {"advice", cure.advice}, {"remedies", Json::array()}};
  for (const Remedy& remedy : cure.remedies) json["remedies"].push_back(remedy_json(remedy));
  return json;
}

Json diagnosis_json(const Diagnosis& diagnosis) {
  Json json = {{"at", base::listing_time(diagnosis.report.at, diagnosis.report.zone)},
               {"complaints", Json::array()},
               {"remarks", diagnosis.report.remarks}};
  for (const Complaint& complaint : diagnosis.complaints) {
    Json one = link_json(diagnosis.report, complaint.link);
    one["r_datalib"] = complaint.datalib;
    one["advice"] = complaint.advice;
    one["mended_above"] = complaint.mended_above;
    one["plans"] = Json::array();
    for (const Plan& plan : complaint.plans) one["plans"].push_back(plan_json(plan));
    json["complaints"].push_back(std::move(one));
  }
  return json;
}

Json scenario_json(const ScenarioReport& report) {
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
  for (const StepReport& step : report.steps) json["steps"].push_back(step_json(step));
  json["differences"] = Json::array();
  for (const StepReport& step : report.steps)
    for (const std::string& remark : differences_of(step))
      json["differences"].push_back({{"step", step.number}, {"remark", remark}});
  return json;
}

}  // namespace ringside::harness::report

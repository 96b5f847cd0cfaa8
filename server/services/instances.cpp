// server/services/instances.cpp - what a request goes through before its service: ring, CSRF header, credentials.
#include "server/services/instances.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>

#include <fmt/format.h>

#include "base/text.hpp"
#include "server/page/page.hpp"
#include "server/services/authenticate.hpp"
#include "server/services/gateway.hpp"
#include "server/services/routes.hpp"

namespace ringside::services {
namespace {

using Time = std::chrono::steady_clock;

constexpr const char* csrf_header = "X-CSRF-ZOSMF-HEADER";

bool is_info(const http::Request& request) {
  return request.method == "GET" && request.path == "/zosmf/info";
}

/// Requests that are answered without credentials, if they have none.
bool is_open(const http::Request& request) {
  return is_info(request) || is_password_change(request);
}

http::Response not_authenticated(const http::Request& request) {
  http::Response response{401, {}, ""};
  if (request.method == "POST" && request.path == authenticate_path) response = log_on_refused();
  response.headers.add("WWW-Authenticate", "Basic realm=\"defaultRealm\"");
  return response;
}

bool is_page(const http::Request& request) {
  return request.path == "/" && (request.method == "GET" || request.method == "HEAD");
}

/// The system as the page tells of it.
page::ServedSystem served_system(const Instance& instance, const ServerState& state) {
  page::ServedSystem served{instance.system.name, state.port_of(instance.system.name).value_or(0),
                            instance.ring.name()};
  if (const auto& problem = instance.ring.problem()) {
    served.trouble = problem->text;
    served.commands = problem->commands;
  }
  return served;
}

std::string base_url_of(const http::Request& request) {
  return "https://" + base::printable(request.headers.find("Host").value_or("localhost"));
}

std::string certificate_words(const http::Request& request) {
  if (request.client_certificate.empty()) return "";
  const auto certificate = crypto::Certificate::from_der(request.client_certificate);
  return certificate ? " certificate " + certificate->subject().listing() : "";
}

}  // namespace

Instances::Instances(lab::Lab& lab, Log log) : lab_(lab), log_(std::move(log)), authentication_(state_.tokens) {}

Instance& Instances::add(const database::SystemRecord& system, const racf::RingName& ring) {
  instances_.push_back(std::make_unique<Instance>(lab_, system, ring));
  state_.rings[system.name] = ring;
  return *instances_.back();
}

void Instances::refresh_rings() {
  for (const auto& each : instances_)
    if (const auto line = each->ring.refresh()) log_(each->system.name + " " + *line);
}

http::TlsOffer Instances::offer(Instance& instance) {
  try {
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock.owns_lock()) refresh_rings();
  } catch (const std::exception& e) {
    log_(fmt::format("{} the ring cannot be read: {}", instance.system.name, base::printable(e.what())));
  }
  return instance.ring.offer();
}

http::Answer Instances::answer(Instance& instance, const http::Request& request) {
  const auto begin = Time::now();
  Outcome outcome;
  try {
    outcome = worked(instance, request);
  } catch (const std::exception& e) {
    outcome = {own_error(base::OwnMessage::rsd503e, {base::printable(e.what())})};
  }
  const auto log = [this, begin, system = instance.system.name, user = outcome.user, note = outcome.note,
                    what = base::printable(request.method + " " + request.path), address = request.client_address,
                    tls = request.tls_version,
                    certificate = base::printable(certificate_words(request))](const http::Response& response) {
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(Time::now() - begin);
    log_(fmt::format("{} {} {} {} {} {} octets {} ms {}{}{}", system, address, user.empty() ? "-" : user, what,
                     response.status, response.body.size(), time.count(), tls, certificate,
                     note.empty() ? "" : ": " + note));
  };
  if (const auto* response = std::get_if<http::Response>(&outcome.answer)) {
    log(*response);
    return outcome.answer;
  }
  return [later = std::get<1>(std::move(outcome.answer)), log] {
    const http::Response response = later();
    log(response);
    return response;
  };
}

std::optional<http::Response> Instances::refusal(Instance& instance, const http::Request& request) {
  if (const auto& problem = instance.ring.problem())
    return is_page(request) ? page::trouble_response(served_system(instance, state_))
                            : ring_refusal(instance.system.name, *problem);
  if (state_.checks_csrf && request.path.starts_with("/zosmf/") && !request.headers.find(csrf_header))
    return framework_error(403, "IZUG846W",
                           "An HTTP request for a z/OSMF REST service was received from a remote site. The request "
                           "is rejected: it has no header X-CSRF-ZOSMF-HEADER.");
  return std::nullopt;
}

Instances::Outcome Instances::worked(Instance& instance, const http::Request& request) {
  const Credentials credentials =
      is_password_change(request) ? credentials_of_change(request) : credentials_of(request);
  std::optional<database::PasswordHash> kept;
  {
    const std::lock_guard lock(mutex_);
    refresh_rings();
    if (auto refused = refusal(instance, request)) return {*std::move(refused)};
    racf::Session server(lab_, instance.system, instance.ring.name().owner);
    kept = Authentication::kept_hash(server, credentials);
  }
  const bool is_right = authentication_.is_right(kept, credentials);
  const std::lock_guard lock(mutex_);
  return in_lab(instance, request, credentials, is_right);
}

Instances::Outcome Instances::in_lab(Instance& instance, const http::Request& request, const Credentials& credentials,
                                     bool is_right) {
  racf::Session server(lab_, instance.system, instance.ring.name().owner);
  Logon logon;
  if (!is_password_change(request) && (!credentials.none() || !is_open(request))) {
    logon = authentication_.log_on(server, request, credentials, is_right);
    if (logon.user.empty()) return {not_authenticated(request), "", logon.reason};
  }
  const auto target = request.headers.find("X-IBM-Target-System");
  if (target && base::upper(*target) != instance.system.name)
    return forwarded(instance, request, logon.user, base::upper(*target));
  Call call{lab_, instance.system, state_, request, logon.user, base_url_of(request), is_right};
  if (is_gateway(request)) return {gateway(call, {instance.ring.party(), mutex_}), logon.user};
  http::Response response = is_page(request) ? page(request) : services::answer(call);
  if (credentials.password && response.status < 300 && request.path != authenticate_path)
    set_cookie(response, "LtpaToken2", state_.tokens.ltpa_token(logon.user));
  refresh_rings();
  return {std::move(response), logon.user};
}

Instances::Outcome Instances::forwarded(Instance& instance, const http::Request& request, const std::string& user,
                                        const std::string& target) {
  Call call{lab_, instance.system, state_, request, user, base_url_of(request)};
  return {forward(call, {instance.ring.party(), mutex_}, target), user};
}

http::Response Instances::page(const http::Request& request) {
  page::PageFacts facts{state_.lab_file.empty() ? "a lab" : std::filesystem::path(state_.lab_file).filename().string(),
                        state_.lab_file,
                        {}};
  for (const auto& instance : instances_) facts.served.push_back(served_system(*instance, state_));
  return page::page_response(request, *keeper_.page(lab_, facts));
}

}  // namespace ringside::services

// server/services/system_link.cpp - calls over TLS between instances, explained in RACF's terms.
#include "server/services/system_link.hpp"

#include <utility>

#include "base/text.hpp"
#include "harness/doctor/cure.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::services {
namespace {

struct Explanation {
  std::string reason;    ///< "not on ring"
  std::string sentence;  ///< empty if a handshake in the lab holds
  std::vector<std::string> commands;
};

/// What a handshake between the two rings says, and what mends it.
Explanation explain(const SystemLink& link) {
  const std::lock_guard lock(link.in_lab);
  harness::TrustOptions options;
  options.versions = {crypto::TlsVersion::tls13};
  const auto report = harness::check_trust(link.lab,
                                           {{link.client, link.client, link.client_ring, std::nullopt, {}},
                                            {link.server, link.server, link.server_ring, std::nullopt, {}}},
                                           options);
  const harness::Link* found = report ? report->find(0, 1, crypto::TlsVersion::tls13) : nullptr;
  if (found == nullptr || found->trusted) return {};
  Explanation explanation{std::string(to_string(found->reason)), found->explanation, {}};
  const auto cure = harness::cure_of(link.lab, *report, *found);
  if (!cure.remedies.empty()) explanation.commands = harness::remedy_lines(cure.remedies.front(), "");
  return explanation;
}

http::Response tls_refusal(const SystemLink& link, const std::string& reason) {
  const Explanation explanation = explain(link);
  const std::string number = base::own_messages().number(base::OwnMessage::rsd505e);
  const std::string text = base::own_messages().text(base::OwnMessage::rsd505e, {link.server, reason});
  base::Json body = {{"errorID", number},
                     {"errorMsg", number + ": " + text},
                     {"system", link.server},
                     {"opensslReason", reason},
                     {"racfReason", explanation.reason},
                     {"explanation", explanation.sentence},
                     {"commands", explanation.commands}};
  return json_response(500, body);
}

}  // namespace

tl::expected<http::Response, http::Response> call_over(const SystemLink& link, const std::string& target,
                                                       const http::Request& request) {
  auto response = http::call(link.address, target, request, link.party, link.at);
  if (response) return *std::move(response);
  if (response.error().in_tls) return tl::make_unexpected(tls_refusal(link, response.error().reason));
  return tl::make_unexpected(own_error(base::OwnMessage::rsd506e, {link.server, response.error().reason}));
}

}  // namespace ringside::services

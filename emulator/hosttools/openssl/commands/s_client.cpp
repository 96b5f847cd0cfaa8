// emulator/hosttools/openssl/commands/s_client.cpp - openssl s_client: a handshake in memory with a server of the lab.

#include <fmt/format.h>

#include "base/own_message.hpp"
#include "base/text.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/commands/s_client_report.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "emulator/hosttools/openssl/names.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec s_client_options[] = {{"connect", Takes::text},
                                           {"host", Takes::text},
                                           {"port", Takes::text},
                                           {"CAfile", Takes::text},
                                           {"no-CAfile"},
                                           {"no-CApath"},
                                           {"no-CAstore"},
                                           {"cert", Takes::text},
                                           {"certform", Takes::text},
                                           {"cert_chain", Takes::text},
                                           {"key", Takes::text},
                                           {"keyform", Takes::text},
                                           {"pass", Takes::text},
                                           {"verify", Takes::number},
                                           {"verify_depth", Takes::number},
                                           {"verify_return_error"},
                                           {"verify_quiet"},
                                           {"verify_hostname", Takes::text},
                                           {"verify_ip", Takes::text},
                                           {"partial_chain"},
                                           {"no_check_time"},
                                           {"attime", Takes::number},
                                           {"servername", Takes::text},
                                           {"noservername"},
                                           {"nameopt", Takes::text},
                                           {"showcerts"},
                                           {"brief"},
                                           {"quiet"},
                                           {"ign_eof"},
                                           {"no_ign_eof"},
                                           {"nocommands"},
                                           {"crlf"},
                                           {"tls1_2"},
                                           {"tls1_3"},
                                           {"no_ssl3"},
                                           {"no_tls1"},
                                           {"no_tls1_1"},
                                           {"no_tls1_2"},
                                           {"no_tls1_3"},
                                           {"no_ticket"},
                                           {"4"},
                                           {"6"},
                                           {"CApath", Takes::refused},
                                           {"CAstore", Takes::refused},
                                           {"CRL", Takes::refused},
                                           {"crl_check", Takes::refused},
                                           {"crl_check_all", Takes::refused},
                                           {"purpose", Takes::refused},
                                           {"tls1", Takes::refused},
                                           {"tls1_1", Takes::refused},
                                           {"dtls", Takes::refused},
                                           {"dtls1_2", Takes::refused},
                                           {"starttls", Takes::refused},
                                           {"proxy", Takes::refused},
                                           {"unix", Takes::refused},
                                           {"alpn", Takes::refused},
                                           {"status", Takes::refused},
                                           {"cipher", Takes::refused},
                                           {"ciphersuites", Takes::refused},
                                           {"groups", Takes::refused},
                                           {"curves", Takes::refused},
                                           {"sigalgs", Takes::refused},
                                           {"min_protocol", Takes::refused},
                                           {"max_protocol", Takes::refused},
                                           {"reconnect", Takes::refused},
                                           {"sess_out", Takes::refused},
                                           {"sess_in", Takes::refused},
                                           {"prexit", Takes::refused},
                                           {"state", Takes::refused},
                                           {"msg", Takes::refused},
                                           {"debug", Takes::refused},
                                           {"trace", Takes::refused},
                                           {"tlsextdebug", Takes::refused},
                                           {"keylogfile", Takes::refused},
                                           {"psk", Takes::refused},
                                           {"engine", Takes::refused}};

struct Target {
  std::string host = "localhost";
  std::string port = "4433";
};

// "host:port", "[::1]:port", or a host alone.
void take_target(const std::string& text, Target& target) {
  const std::size_t bracket = text.starts_with('[') ? text.find(']') : std::string::npos;
  const std::size_t colon = text.find(':', bracket == std::string::npos ? 0 : bracket);
  const std::string host = text.substr(0, colon);
  if (!host.empty()) target.host = bracket == std::string::npos ? host : host.substr(1, bracket - 1);
  if (colon != std::string::npos && colon + 1 < text.size()) target.port = text.substr(colon + 1);
}

Target target_of(const Options& options) {
  Target target;
  if (options.has("host")) target.host = options.value("host");
  if (options.has("port")) target.port = options.value("port");
  if (options.has("connect")) take_target(options.value("connect"), target);
  if (!options.rest.empty()) take_target(options.rest.front(), target);
  return target;
}

bool is_address(const std::string& host) {
  return host.find_first_not_of("0123456789.") == std::string::npos || host.find(':') != std::string::npos;
}

/// Loads the client's key and certificate. Returns false after printing the error.
bool load_identity(Tool& tool, const Options& options, crypto::Party& party) {
  const auto certificate_file = options.find("cert");
  const auto key_file = options.has("key") ? options.find("key") : certificate_file;
  if (!key_file) return true;
  const auto key = load_key(tool, key_file, "client certificate private key", options.find("pass"));
  if (!key) return false;
  if (!certificate_file) return true;
  const auto certificate = load_certificate(tool, certificate_file, "client certificate");
  if (!certificate) return false;
  std::vector<crypto::Certificate> chain;
  if (const auto file = options.find("cert_chain")) {
    const auto found = load_certificates(tool, *file);
    if (!found) return false;
    chain = *found;
  }
  if (!key->matches(certificate->public_key())) {
    tool.fail("error setting private key");
    tool.error("error:05800074:x509 certificate routines:X509_check_private_key:key values mismatch\n");
    return false;
  }
  party.identity = crypto::Identity{*certificate, *key, std::move(chain)};
  return true;
}

bool load_anchors(Tool& tool, const Options& options, crypto::Party& party) {
  party.any_anchor = options.has("partial_chain");
  const auto file = options.find("CAfile");
  if (!file) return true;
  const auto bytes = tool.look(*file);
  if (!bytes) {
    tool.fail(fmt::format("error:80000002:system library:BIO_new_file:{}:calling fopen({}, r)",
                          host::file_error_text(bytes.error()), *file));
    return false;
  }
  party.anchors = certificates_in(*bytes);
  if (!party.anchors.empty()) return true;
  tool.fail("error:05880088:x509 certificate routines:X509_load_cert_crl_file_ex:no certificate or crl found");
  return false;
}

bool set_versions(Tool& tool, const Options& options, TlsClientOptions& client) {
  using crypto::TlsVersion;
  if (options.has("tls1_2") && options.has("tls1_3")) return tool.fail("Cannot supply multiple protocol flags"), false;
  const bool oldest = tool.personality() == Personality::v1_0;  // it has no TLS 1.3
  if (oldest && options.has("tls1_3")) return tool.usage("unknown option -tls1_3"), false;
  if (oldest || options.has("tls1_2") || options.has("no_tls1_3")) client.most = TlsVersion::tls12;
  if (options.has("tls1_3") || options.has("no_tls1_2")) client.least = TlsVersion::tls13;
  if (client.least == TlsVersion::tls13 && client.most == TlsVersion::tls12)
    return tool.fail("error:0A0000BF:SSL routines:tls_setup_handshake:no protocols available"), false;
  return true;
}

std::optional<TlsClientOptions> read_client(Tool& tool, const Options& options, const Target& target) {
  TlsClientOptions client;
  if (!set_versions(tool, options, client)) return std::nullopt;
  if (const auto depth = options.find("verify")) {
    client.depth = static_cast<int>(options.number("verify", 0));
    tool.error(fmt::format("verify depth is {}\n", *client.depth));
  }
  if (!load_identity(tool, options, client.party) || !load_anchors(tool, options, client.party)) return std::nullopt;
  client.at = options.has("attime") ? base::Instant(std::chrono::seconds(options.number("attime", 0))) : tool.now();
  client.check_time = !options.has("no_check_time");
  client.stop_at_error = options.has("verify_return_error");
  client.verify_host = options.value("verify_hostname");
  client.verify_address = options.value("verify_ip");
  const bool usual = tool.personality() != Personality::v1_0 && !is_address(target.host);  // since 1.1.1
  if (!options.has("noservername")) client.server_name = options.value("servername", usual ? target.host : "");
  return client;
}

/// The server that listens at the target. Returns nullopt after printing the error in the words of the C library.
std::optional<host::Server> reach(Tool& tool, const Target& target) {
  const auto port = read_number(target.port == "https" ? "443" : target.port);
  host::Network* network = tool.process().network;
  auto server = network != nullptr && port && *port > 0 && *port <= 65'535
                    ? network->reach(target.host, static_cast<unsigned>(*port))
                    : tl::unexpected(host::NetworkError::refused);
  if (server) return std::move(*server);
  const bool unknown = server.error() == host::NetworkError::unknown_host;
  if (unknown) {
    tool.fail("error:10080002:BIO routines:BIO_lookup_ex:system lib:Name or service not known");
  } else {
    tool.fail("error:8000006F:system library:BIO_connect:Connection refused:calling connect()");
    tool.error("error:10000067:BIO routines:BIO_connect:connect error\n");
  }
  tool.error(unknown ? "connect:errno=2\n" : "connect:errno=111\n");
  return std::nullopt;
}

/// The input that is sent after the handshake; empty on a terminal. A "Q" at the beginning ends the connection.
std::string typed(Tool& tool, const Options& options) {
  if (tool.process().streams.interactive()) return {};
  std::string text = base::to_text(tool.process().streams.read_rest());
  const bool commands = !options.has("nocommands") && !options.has("quiet") && !options.has("ign_eof");
  if (commands && text.starts_with("Q")) return {};
  return options.has("crlf") ? base::replace_all(text, "\n", "\r\n") : text;
}

// With TLS 1.3 the client finishes before the server has checked the client certificate, so that the real tool ends
// with status 0.
void remark_late_refusal(Tool& tool, const TlsVisit& visit) {
  if (!visit.client.finished || visit.client.refused_later || visit.server.finished_handshake) return;
  const std::string& why = visit.server.verify_text.empty() ? visit.server.error : visit.server.verify_text;
  tool.error(base::own_messages().line(base::OwnMessage::rsd423w, {why}) + "\n");
}

void report(Tool& tool, const Options& options, const TlsVisit& visit, bool waits) {
  const bool quiet = options.has("quiet") || options.has("brief");
  const TlsClientReport& client = visit.client;
  for (const std::string& line : client.errors)
    if (!client.finished) tool.error(line + "\n");
  if (client.finished && options.has("brief")) tool.error(connection_summary(tool, options, client));
  if (!quiet) tool.out(connection_report(tool, options, client));
  if (!client.finished) return tool.set_status(1);
  if (client.refused_later) {
    for (const std::string& line : client.errors) tool.error(line + "\n");
    return tool.set_status(1);
  }
  remark_late_refusal(tool, visit);
  if (!waits)
    tool.error("DONE\n");
  else if (!quiet)
    tool.out("closed\n");
}

}  // namespace

void run_s_client(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {s_client_options, FreeOption::none, 1});
  if (!options) return;
  if (!name_style(tool, *options)) return;
  const Target target = target_of(*options);
  auto client = read_client(tool, *options, target);
  if (!client) return;
  const auto server = reach(tool, target);
  if (!server) return;
  if (!options->has("quiet") && !options->has("brief")) tool.out("CONNECTED(00000003)\n");
  const bool waits = (options->has("quiet") || options->has("ign_eof")) && !options->has("no_ign_eof");
  client->data = typed(tool, *options);
  client->listens = waits;
  const auto visit = visit_server(*client, server->party, server->mutual);
  if (visit.client.saw_server && client->server_name.empty() && tool.personality() != Personality::v1_0)
    tool.error("Can't use SSL_get_servername\n");
  tool.error(verification_lines(tool, *options, visit.client));
  report(tool, *options, visit, waits);
}

}  // namespace ringside::openssl

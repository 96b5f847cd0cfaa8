// emulator/crypto/tls/handshake.cpp - runs both sides over two memory pipes, with a limit on the number of turns.
#include "emulator/crypto/tls/handshake.hpp"

#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/host_name.hpp"
#include "emulator/crypto/tls/side.hpp"

namespace ringside::crypto {
namespace {

// Under TLS 1.3 a client finishes before the server has checked its certificate. Only data sent afterwards shows
// whether both sides accepted.
void exchange_octets(TlsSide& client, TlsSide& server) {
  const bool client_through = client.result().finished_handshake;
  const bool server_through = server.result().finished_handshake;
  if (client_through && server_through) client.send_octet();
  if (server_through) server.receive_octet();
  if (server_through && server.result().accepted) server.send_octet();
  if (client_through) client.receive_octet();
}

}  // namespace

std::string host_note(const Party& server, const std::string& host) {
  if (host.empty() || !server.identity) return {};
  const bool named = names_host(server.identity->certificate, host);
  return named ? "the server's certificate names " + host : "the server's certificate does not name " + host;
}

HandshakeOutcome handshake(const TlsContext& client_context, const TlsContext& server_context,
                           const HandshakeOptions& options) {
  TlsSide client(client_context, options);
  TlsSide server(server_context, options);
  shake_hands(client, server);
  exchange_octets(client, server);

  HandshakeOutcome outcome;
  outcome.client = client.result();
  outcome.server = server.result();
  outcome.trusted = outcome.client.accepted && outcome.server.accepted;
  return outcome;
}

HandshakeOutcome handshake(const Party& client, const Party& server, const HandshakeOptions& options,
                           const std::string& host_of_server) {
  const CleanErrorQueue clean;
  TlsLibrary library(TlsLibrary::Kind::shared);
  const TlsContext client_context(library, TlsRole::client, client, options);
  const TlsContext server_context(library, TlsRole::server, server, options);
  HandshakeOutcome outcome = handshake(client_context, server_context, options);
  if (!options.verify_host) outcome.host_note = host_note(server, host_of_server);
  return outcome;
}

}  // namespace ringside::crypto

// server/http/client.cpp - one request, one response, with time-outs.
#include "server/http/client.hpp"

#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include "server/http/tls_context.hpp"

namespace ringside::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Error = boost::system::error_code;
using Message = beast::http::request<beast::http::string_body>;

Message message_of(const std::string& target, const Request& request, const Server& server) {
  Message message(beast::http::string_to_verb(request.method), target, 11);
  for (const auto& [name, value] : request.headers.rows()) message.insert(name, value);
  message.set(beast::http::field::host, server.address + ":" + std::to_string(server.port));
  message.set(beast::http::field::connection, "close");
  message.body() = request.body;
  message.prepare_payload();
  return message;
}

/// One connection with one exchange.
class Exchange {
 public:
  Exchange(std::shared_ptr<TlsContext> context, const ClientLimits& limits)
      : tls_(std::move(context)), context_(shared(*tls_)), stream_(io_, context_), limits_(limits) {
    parser_.body_limit(limits.body_bytes);
  }

  tl::expected<void, CallFailure> connect(const Server& server, base::Instant at) {
    Error error;
    const auto address = asio::ip::make_address(server.address, error);
    if (error) return tl::make_unexpected(CallFailure{error.message()});
    X509_VERIFY_PARAM_set_time(SSL_get0_param(stream_.native_handle()), at.time_since_epoch().count());
    beast::get_lowest_layer(stream_).expires_after(limits_.connecting);
    beast::get_lowest_layer(stream_).async_connect(asio::ip::tcp::endpoint(address, server.port), into(error));
    if (run(error); error) return tl::make_unexpected(CallFailure{error.message()});
    stream_.async_handshake(asio::ssl::stream_base::client, into(error));
    if (run(error); error) return tl::make_unexpected(tls_failure(error));
    return {};
  }

  tl::expected<Response, CallFailure> exchange(Message message) {
    Error error;
    beast::get_lowest_layer(stream_).expires_after(limits_.answer);
    beast::http::async_write(stream_, message, [&](const Error& e, std::size_t) { error = e; });
    if (run(error); error) return tl::make_unexpected(tls_failure(error));
    beast::http::async_read(stream_, buffer_, parser_, [&](const Error& e, std::size_t) { error = e; });
    if (run(error); error) return tl::make_unexpected(tls_failure(error));
    Response response{parser_.get().result_int()};
    for (const auto& field : parser_.get())
      response.headers.add(std::string(field.name_string()), std::string(field.value()));
    response.body = std::move(parser_.get().body());
    return response;
  }

 private:
  static asio::ssl::context shared(const TlsContext& context) {
    SSL_CTX_up_ref(context.handle());
    return asio::ssl::context(context.handle());
  }
  static std::function<void(const Error&)> into(Error& error) {
    return [&error](const Error& e) { error = e; };
  }
  void run(Error&) {
    io_.restart();
    io_.run();
  }
  /// A server that speaks TLS 1.3 refuses the client's certificate after the handshake of the client.
  CallFailure tls_failure(const Error& error) {
    const long verdict = SSL_get_verify_result(stream_.native_handle());
    if (verdict != X509_V_OK) return {X509_verify_cert_error_string(verdict), true};
    const bool is_tls = error.category() == asio::error::get_ssl_category();
    const char* reason = is_tls ? ERR_reason_error_string(static_cast<unsigned long>(error.value())) : nullptr;
    return {reason == nullptr ? error.message() : reason, is_tls};
  }

  std::shared_ptr<TlsContext> tls_;
  asio::io_context io_{1};
  asio::ssl::context context_;
  beast::ssl_stream<beast::tcp_stream> stream_;
  beast::flat_buffer buffer_;
  beast::http::response_parser<beast::http::string_body> parser_;
  ClientLimits limits_;
};

}  // namespace

tl::expected<Response, CallFailure> call(const Server& server, const std::string& target, const Request& request,
                                         const crypto::Party& client, base::Instant at, const ClientLimits& limits) {
  const auto context = TlsContext::make(TlsContext::Role::client, client);
  if (!context) return tl::make_unexpected(CallFailure{context.error(), true});
  Exchange exchange(*context, limits);
  if (auto connected = exchange.connect(server, at); !connected) return tl::make_unexpected(connected.error());
  return exchange.exchange(message_of(target, request, server));
}

}  // namespace ringside::http

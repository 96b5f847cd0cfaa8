// server/http/connection.cpp - reads requests within their limits, and writes responses.
#include "server/http/connection.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/openssl.hpp"
#include "server/http/head_check.hpp"
#include "server/http/response_text.hpp"

namespace ringside::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

asio::ssl::context shared_context(const TlsOffer& offer) {
  SSL_CTX_up_ref(offer.context->handle());
  return asio::ssl::context(offer.context->handle());
}

std::string address_of(const Connection::Socket& socket) {
  boost::system::error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  return error ? "" : endpoint.address().to_string();
}

base::Bytes certificate_of_peer(SSL* connection) {
  const X509* certificate = SSL_get0_peer_certificate(connection);
  return certificate == nullptr ? base::Bytes{} : crypto::encoded(certificate, &i2d_X509);
}

/// The number of octets to where a head ends, or to the first octet that no head has: its reader need not wait for
/// more. Nullopt if neither has come. Begins at `from`.
std::optional<std::size_t> end_of_head(std::string_view text, std::size_t from) {
  constexpr std::string_view blank_line = "\r\n\r\n";
  for (std::size_t at = from; at < text.size(); ++at) {
    const auto octet = static_cast<unsigned char>(text[at]);
    const bool is_bare = octet == '\n' && (at == 0 || text[at - 1] != '\r');
    const bool is_control = octet < ' ' && octet != '\r' && octet != '\n' && octet != '\t';
    if (is_bare || is_control || text.substr(0, at + 1).ends_with(blank_line)) return at + 1;
  }
  return std::nullopt;
}

/// The status of a request that could not be read.
unsigned status_of(const boost::system::error_code& error) {
  namespace http = beast::http;
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit) return 413;
  return error == http::error::bad_version ? 505 : 400;
}

}  // namespace

Connection::Connection(Socket socket, std::shared_ptr<const Port> port, std::shared_ptr<Shared> shared)
    : port_(std::move(port)),
      shared_(std::move(shared)),
      offer_(port_->tls()),
      context_(shared_context(offer_)),
      stream_(std::move(socket), context_),
      timer_(stream_.get_executor()),
      address_(address_of(stream_.next_layer())) {
  ++shared_->connections;
  X509_VERIFY_PARAM_set_time(SSL_get0_param(stream_.native_handle()), offer_.at.time_since_epoch().count());
}

Connection::~Connection() {
  hold(0);
  --shared_->connections;
}

void Connection::hold(std::uint64_t body_bytes) {
  shared_->body_bytes += body_bytes;
  shared_->body_bytes -= held_;
  held_ = body_bytes;
}

void Connection::start() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->set_deadline(self->shared_->limits.handshake);
    self->stream_.async_handshake(asio::ssl::stream_base::server, [self](const Error& error) {
      error ? self->on_handshake_error(error) : self->read_headers();
    });
  });
}

void Connection::on_handshake_error(const Error& error) {
  timer_.cancel();
  const long verdict = SSL_get_verify_result(stream_.native_handle());
  const bool is_gone = error == asio::error::eof || error == asio::error::connection_reset ||
                       error == asio::ssl::error::stream_truncated;
  if (timed_out_) return log("no handshake in time");
  if (is_gone) return;
  const char* reason = ERR_reason_error_string(static_cast<unsigned long>(error.value()));
  log(fmt::format("handshake failed: {}{}", reason == nullptr ? error.message() : reason,
                  verdict == X509_V_OK ? "" : fmt::format(": {}", X509_verify_cert_error_string(verdict))));
}

void Connection::read_headers() {
  parser_.emplace();
  parser_->header_limit(shared_->limits.header_bytes);
  parser_->body_limit(shared_->limits.body_bytes);
  headers_ = {};
  in_work_ = false;
  if (shared_->stopping) return close();
  request_end_ = std::chrono::steady_clock::now() + shared_->limits.request;
  set_deadline(shared_->limits.idle);
  read_head(0);
}

/// `seen`: octets that are no end of the head.
void Connection::read_head(std::size_t seen) {
  constexpr std::size_t part = 4u << 10;
  const std::size_t most = shared_->limits.header_bytes;
  const std::string_view text(static_cast<const char*>(buffer_.data().data()), buffer_.size());
  if (const auto end = end_of_head(text, seen)) return take_head(*end);
  if (text.size() >= most) return refuse(431, "the headers are too long");
  stream_.async_read_some(buffer_.prepare(std::min(part, most - text.size())),
                          [self = shared_from_this(), seen = text.size()](const Error& error, std::size_t octets) {
                            if (error) return self->on_head_error(error);
                            self->buffer_.commit(octets);
                            self->read_head(seen);
                          });
}

void Connection::on_head_error(const Error& error) {
  const bool is_idle = buffer_.size() == 0 && requests_ > 0;
  if (timed_out_ && is_idle) return drain();  // it is no request
  on_read_error(error);
}

void Connection::take_head(std::size_t octets) {
  const std::string_view head(static_cast<const char*>(buffer_.data().data()), octets);
  if (octets > shared_->limits.header_bytes) return refuse(431, "the headers are too long");
  if (const auto fault = head_fault(head)) return refuse(400, *fault);
  Error error;
  buffer_.consume(parser_->put(asio::buffer(head.data(), head.size()), error));
  if (error || !parser_->is_header_done()) return refuse(error ? status_of(error) : 400, "the head is malformed");
  const auto& fields = parser_->get();
  for (const auto& field : fields) headers_.add(std::string(field.name_string()), std::string(field.value()));
  const auto expect = fields.find(beast::http::field::expect);
  const bool is_continue = expect != fields.end() && beast::iequals(expect->value(), "100-continue");
  if (expect != fields.end() && !is_continue) return refuse(417, "an expectation that cannot be met");
  if (!is_continue || parser_->is_done()) return read_body();
  write("HTTP/1.1 100 Continue\r\n\r\n", [self = shared_from_this()] { self->read_body(); });
}

void Connection::read_body() {
  hold(parser_->get().body().size());
  if (shared_->body_bytes > shared_->limits.all_body_bytes) return refuse(503, "the server reads too much at once");
  if (parser_->is_done()) return take_request();
  const auto left = std::chrono::duration_cast<Milliseconds>(request_end_ - std::chrono::steady_clock::now());
  set_deadline(std::min(shared_->limits.idle, std::max(left, Milliseconds(1))));
  beast::http::async_read_some(stream_, buffer_, *parser_,
                               [self = shared_from_this()](const Error& error, std::size_t) {
                                 error ? self->on_read_error(error) : self->read_body();
                               });
}

void Connection::on_read_error(const Error& error) {
  if (shared_->stopping && timed_out_) return close();
  if (timed_out_) return refuse(408, "the request did not arrive in time");
  const bool is_http = error.category() == make_error_code(beast::http::error::bad_method).category();
  if (is_http && error != beast::http::error::end_of_stream && error != beast::http::error::partial_message)
    return refuse(status_of(error), error.message());
  timer_.cancel();  // the client is gone
}

Request Connection::request_of(Target target) {
  const auto& message = parser_->get();
  Request request{std::string(message.method_string()), std::move(target.path), std::move(target.query)};
  request.headers = std::move(headers_);  // without those behind the body
  request.body = std::move(parser_->get().body());
  request.client_certificate = certificate_of_peer(stream_.native_handle());
  request.client_address = address_;
  request.tls_version = SSL_get_version(stream_.native_handle());
  return request;
}

void Connection::take_request() {
  auto target = parse_target(std::string(parser_->get().target()));
  if (!target) return refuse(400, "the target of the request is malformed");
  ++requests_;
  in_work_ = true;
  keeps_alive_ = parser_->keep_alive() && requests_ < shared_->limits.requests;
  is_head_ = parser_->get().method() == beast::http::verb::head;
  timer_.cancel();
  asio::post(shared_->workers,
             [self = shared_from_this(), request = request_of(std::move(*target))] { self->answer(request); });
}

void Connection::answer(const Request& request) {
  Answer answer = port_->answer(request);
  if (auto* response = std::get_if<Response>(&answer)) return post_response(std::move(*response));
  asio::post(shared_->waiters,
             [self = shared_from_this(), later = std::get<1>(std::move(answer))] { self->post_response(later()); });
}

void Connection::post_response(Response response) {
  asio::post(stream_.get_executor(),
             [self = shared_from_this(), response = std::move(response)] { self->respond(response); });
}

void Connection::respond(const Response& response) {
  hold(0);
  keeps_alive_ = keeps_alive_ && !shared_->stopping;
  set_deadline(shared_->limits.writing);
  write(response_text(response, keeps_alive_, is_head_), [self = shared_from_this()] { self->after_response(); });
}

void Connection::refuse(unsigned status, const std::string& why) {
  log(fmt::format("{} {}", status, why));
  keeps_alive_ = false;
  timed_out_ = false;
  in_work_ = true;
  set_deadline(shared_->limits.draining);
  write(response_text({status, {{"Content-Type", "text/plain; charset=UTF-8"}}, why + "\n"}, false, false),
        [self = shared_from_this()] { self->drain(); });
}

void Connection::after_response() {
  keeps_alive_ ? read_headers() : drain();
}

// A client that is still sending would get a reset instead of the response, if the socket was closed at once.
void Connection::drain() {
  set_deadline(shared_->limits.draining);
  stream_.async_shutdown([self = shared_from_this()](const Error&) {
    Error ignored;
    self->stream_.next_layer().shutdown(Socket::shutdown_send, ignored);
    self->timed_out_ ? self->close() : self->discard();
  });
}

void Connection::discard() {
  constexpr std::size_t part = 16u << 10;
  output_.resize(part);
  stream_.next_layer().async_read_some(asio::buffer(output_),
                                       [self = shared_from_this()](const Error& error, std::size_t) {
                                         error || self->timed_out_ ? self->close() : self->discard();
                                       });
}

void Connection::close() {
  timer_.cancel();
  Error ignored;
  stream_.next_layer().shutdown(Socket::shutdown_both, ignored);
  stream_.next_layer().close(ignored);
}

void Connection::stop() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    if (!self->in_work_) self->on_deadline();
  });
}

void Connection::write(std::string text, std::function<void()> then) {
  output_ = std::move(text);
  asio::async_write(stream_, asio::buffer(output_),
                    [self = shared_from_this(), then = std::move(then)](const Error& error, std::size_t) {
                      error ? self->close() : then();
                    });
}

void Connection::set_deadline(Milliseconds time) {
  timed_out_ = false;
  timer_.expires_after(time);
  timer_.async_wait([self = weak_from_this()](const Error& error) {
    const auto connection = self.lock();
    if (!error && connection) connection->on_deadline();
  });
}

void Connection::on_deadline() {
  timed_out_ = true;
  Error ignored;
  stream_.next_layer().cancel(ignored);
}

void Connection::log(const std::string& text) const {
  port_->log(fmt::format("{} {}", address_, base::printable(text)));
}

}  // namespace ringside::http

// server/services/files/transfer_form.cpp - the headers with which content is read and written.
#include "server/services/files/transfer_form.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "emulator/crypto/digest.hpp"

namespace ringside::services {
bool is_page_of_lab(const std::string& encoding) {
  return encoding == "IBM-1047" || encoding == "IBM1047" || encoding == "1047";
}

std::optional<TransferForm> transfer_form(const http::Request& request) {
  const std::string header = request.headers.find("X-IBM-Data-Type").value_or("text");
  const auto parts = base::split(header, ';');
  TransferForm form;
  const std::string type = base::lower(base::trim(parts.front()));
  if (type == "binary")
    form.type = TransferForm::Type::binary;
  else if (type == "record")
    form.type = TransferForm::Type::record;
  else if (type != "text" && !type.empty())
    return std::nullopt;
  for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
    const auto equals = std::min(part->find('='), part->size());
    const std::string name = base::lower(base::trim(part->substr(0, equals)));
    const std::string value = base::upper(base::trim(part->substr(std::min(equals + 1, part->size()))));
    if (name == "fileencoding" && !is_page_of_lab(value)) return std::nullopt;
    if (name == "crlf") form.crlf = value == "TRUE";
  }
  return form;
}

std::string entity_tag(base::ByteView content) {
  constexpr std::size_t digits = 32;
  return base::hex(crypto::sha256(content)).substr(0, digits);
}

bool names_tag(const std::string& header, const std::string& tag) {
  for (const std::string& each : base::split(header, ',')) {
    std::string one = base::trim(each);
    if (one.starts_with("W/")) one = one.substr(2);
    if (one == "*" || base::upper(base::replace_all(one, "\"", "")) == tag) return true;
  }
  return false;
}

http::Response content_response(const http::Request& request, const TransferForm& form, std::string body,
                                const std::string& tag) {
  const auto known = request.headers.find("If-None-Match");
  http::Response response;
  if (known && names_tag(*known, tag)) {
    response.status = 304;
  } else {
    const bool is_text = form.type == TransferForm::Type::text;
    response.headers.add("Content-Type", is_text ? "text/plain; charset=UTF-8" : "application/octet-stream");
    response.body = std::move(body);
  }
  response.headers.add("ETag", tag);
  return response;
}

}  // namespace ringside::services

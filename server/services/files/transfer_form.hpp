// server/services/files/transfer_form.hpp - the headers with which content is read and written: its type and its ETag.
#pragma once

#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// X-IBM-Data-Type.
struct TransferForm {
  enum class Type { text, binary, record };
  Type type = Type::text;
  bool crlf = false;  ///< lines of text end with CR LF
};

/// Whether a name, in upper case, is that of IBM-1047, the code page of data sets.
bool is_page_of_lab(const std::string& encoding);

/// Reads the header; text if it is missing. Returns nullopt for another type, and for a fileEncoding that is not
/// IBM-1047.
std::optional<TransferForm> transfer_form(const http::Request& request);

/// The entity tag of content, without quotes: 32 hex digits.
std::string entity_tag(base::ByteView content);
/// Whether a header with tags (If-Match, If-None-Match) names this one, or is '*'.
bool names_tag(const std::string& header, const std::string& tag);

/// A response with content and its tag; 304 without content if If-None-Match names the tag.
http::Response content_response(const http::Request& request, const TransferForm& form, std::string body,
                                const std::string& tag);

}  // namespace ringside::services

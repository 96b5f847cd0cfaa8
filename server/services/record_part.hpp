// server/services/record_part.hpp - the records that a request asks for: a range, and what a search finds in it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include <tl/expected.hpp>

#include "server/http/message.hpp"
#include "server/services/record_range.hpp"

namespace ringside::services {

struct RecordPart {
  RecordRange range;      ///< within the records that there are
  bool is_asked = false;  ///< by a range or a search; else it is all of them

  /// Adds the header X-IBM-Record-Range, "FIRST,COUNT", to the response if a part was asked for.
  void tell(http::Response& response) const;
};

/// Reads the header X-IBM-Record-Range and, of the query, search= (a text) or research= (an extended regular
/// expression), insensitive= (true if it is missing) and maxreturnsize= (100). A search gives the records from the
/// first one that has what is wanted; none if no record has it. `record` returns the text of a record. The error is a
/// sentence (z/OSMF Programming Guide, "Retrieve the contents of a z/OS data set or member").
tl::expected<RecordPart, std::string> record_part(const http::Request& request, std::size_t records,
                                                  const std::function<std::string(std::size_t)>& record);

}  // namespace ringside::services

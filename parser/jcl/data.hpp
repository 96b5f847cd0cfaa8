// parser/jcl/data.hpp - in-stream data and what ends it (JCL Reference, DLM; as JES2 does it).
#pragma once

#include <string>
#include <vector>

#include "parser/jcl/jcl.hpp"
#include "parser/jcl/records.hpp"

namespace ringside::parser {

/// What ends the in-stream data of one DD.
struct JclDelimiter {
  std::string text = "/*";
  bool ends_at_statement = true;  ///< DD * ends at a record with // as well, DD DATA does not
  bool by_default = true;
};

struct InStreamData {
  std::vector<Record> records;
  std::vector<RecordNote> notes;
  bool delimited = false;  ///< the current record is the delimiter
};

/// Reads up to, and not over, the record that ends the data.
InStreamData read_in_stream(JclRecords& records, const JclDelimiter& delimiter);

/// The record itself, without what was never part of it.
Record in_stream_record(const JclRecords& records);

}  // namespace ringside::parser

// parser/jcl/data.hpp - in-stream data and its delimiters (JCL Reference, DLM), as JES2 reads them.
#pragma once

#include <string>
#include <vector>

#include "parser/jcl/jcl.hpp"
#include "parser/jcl/records.hpp"

namespace ringside::parser {

/// The delimiter of the in-stream data of one DD.
struct JclDelimiter {
  std::string text = "/*";
  bool ends_at_statement = true;  ///< DD * also ends at a record with //; DD DATA does not
  bool by_default = true;         ///< no DLM was coded
};

struct InStreamData {
  std::vector<Record> records;
  std::vector<RecordNote> notes;
  bool delimited = false;  ///< the current record is the delimiter
};

/// Reads up to the record that ends the data. That record is the current one afterwards.
InStreamData read_in_stream(JclRecords& records, const JclDelimiter& delimiter);

/// The current record, cut to its 80 columns.
Record in_stream_record(const JclRecords& records);

}  // namespace ringside::parser

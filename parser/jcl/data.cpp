// parser/jcl/data.cpp - in-stream data and its delimiters (JCL Reference, DLM), as JES2 reads them.
#include "parser/jcl/data.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "parser/jcl/words.hpp"

namespace ringside::parser {
namespace {

constexpr std::size_t data_columns = 80;

/// Returns whether the record is "/* text" in column 1: the author meant a comment for TSO, but JES2 takes it as the
/// delimiter.
bool is_comment(const std::string& record, const JclDelimiter& delimiter) {
  return delimiter.by_default && !is_jes2_statement(record) && record.find_first_not_of(' ', 2) != std::string::npos;
}

}  // namespace

Record in_stream_record(const JclRecords& records) {
  return {std::string(base::first_characters(records.text(), data_columns)), records.line()};
}

InStreamData read_in_stream(JclRecords& records, const JclDelimiter& delimiter) {
  InStreamData read;
  const auto note = [&](std::string text, int column) {
    read.notes.push_back({std::move(text), {records.line(), column}});
  };
  for (; !records.at_end(); records.advance()) {
    if (records.text().starts_with(delimiter.text)) {
      read.delimited = true;
      if (is_comment(records.text(), delimiter))
        note("a comment in column 1 ended the in-stream data; one column to the right it would have been data", 1);
      return read;
    }
    if (delimiter.ends_at_statement && records.text().starts_with("//")) {
      if (records.kind() == JclRecords::Kind::comment)
        note("a JCL comment ended the in-stream data; the records after it belong to no DD", 1);
      return read;
    }
    if (records.longer_than_a_record())
      note("text past column 80 is no part of the record", static_cast<int>(data_columns) + 1);
    read.records.push_back(in_stream_record(records));
  }
  if (!delimiter.by_default) note("the delimiter " + delimiter.text + " never came", 1);
  return read;
}

}  // namespace ringside::parser

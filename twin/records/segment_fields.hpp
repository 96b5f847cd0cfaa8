// twin/records/segment_fields.hpp - which columns of an unload's records hold which fields of a profile's segments.
//
// One table for both directions: an unload writes by it, a load reads by it. A field is named as in
// database::Segments, which is the keyword of the command (ADDUSER TSO(ACCTNUM(...))).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "twin/records/record.hpp"
#include "twin/records/record_line.hpp"

namespace ringside::twin {

/// How the value of a field stands in a column.
enum class ValueForm {
  text,    ///< as it is
  number,  ///< digits with leading zeros
  hex,     ///< X<C1C2>
  clock,   ///< hours and minutes: hh:mm for hhmm, hmm, mm or m
  flag,    ///< YES for the value `yes`, NO for the value `no`
  listed,  ///< YES if the field, a list of words, has the word `yes`; NO if it has the word `no`, or if `no` is empty
};

struct SegmentColumn {
  std::string_view column;  ///< of the record: "USTSO_ACCOUNT"
  std::string_view field;   ///< of the segment: "ACCTNUM"
  ValueForm form = ValueForm::text;
  std::string_view yes, no;  ///< for flag and listed; an empty `no` of a flag: the field is not there
};

/// What one record of a type stands for.
enum class RecordFor {
  segment,  ///< all of its columns are fields of one segment
  value,    ///< one word of a field that is a list; its only column
  label,    ///< one certificate label (OWNER/LABEL, which may hold blanks) of such a list
  custom,   ///< one field of the site's own (CSDATA): its columns are the field's name, value and type, which is not
            ///< kept
};

/// A type of record that holds fields of a segment.
struct SegmentRecord {
  std::string_view type;           ///< "0220"
  std::string_view profile_class;  ///< USER, GROUP, DATASET; empty: any class of general resources
  std::string_view segment;        ///< "TSO"
  RecordFor stands_for = RecordFor::segment;
  std::vector<SegmentColumn> columns;
};

/// All types, by type.
const std::vector<SegmentRecord>& segment_records();
/// Returns nullptr if records of this type hold no segment.
const SegmentRecord* find_segment_record(std::string_view type);

using SegmentFields = std::map<std::string, std::string>;

/// What a record says about one field.
struct SegmentValue {
  std::string field;
  std::string value;
  bool appends = false;  ///< one more word of a list: it goes behind the value that is there, after a blank
};
/// The fields that a record of this type holds. A column that is blank, or whose value has another form than the table
/// says, gives nothing.
std::vector<SegmentValue> segment_values(const SegmentRecord& kind, const Record& record);

/// Puts the fields of a segment into the columns of a record of a type that stands for a whole segment. Returns false
/// if it has none of them. A field that is not there leaves its columns blank, flags too.
bool put_segment(const SegmentRecord& kind, const SegmentFields& fields, RecordLine& line);
/// The words of a list field, one for each record of a type that stands for a value or label.
std::vector<std::string> listed_values(const SegmentRecord& kind, const SegmentFields& fields);
/// Puts one of these words into the column of its record.
void put_listed(const SegmentRecord& kind, const std::string& word, RecordLine& line);

}  // namespace ringside::twin

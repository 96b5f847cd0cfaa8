// emulator/host/records.hpp - content as records of a data set, and records as content.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "base/bytes.hpp"
#include "emulator/host/data_sets.hpp"

namespace ringside::host {

/// Record format (VB, V, FB, F, U) and record length (LRECL). A length of 0 lets the functions below choose: 84, or
/// more if the longest line of a text needs it.
struct RecordForm {
  std::string format = "VB";
  int length = 0;
};

bool is_fixed_format(std::string_view format);
bool is_variable_format(std::string_view format);

/// The octets of data that one record can hold: LRECL, less the 4 octets of the record descriptor word (RDW) in
/// variable formats. 0 if there is no room.
std::size_t record_capacity(const RecordForm& form);

inline constexpr std::uint8_t ebcdic_blank = 0x40;

/// A line of UTF-8 text as a record in IBM-1047, filled with blanks to `length` octets. A longer line is not cut.
base::Bytes padded_record(std::string_view line, std::size_t length);

/// Returns true if `content` has no control characters other than tabs and line ends, and IBM-1047 has all of its
/// characters.
bool is_transferable_text(std::string_view content);

/// One record for each line of the UTF-8 text, in IBM-1047; fixed formats are filled with blanks. Returns a sentence
/// that names the line if a line is too long or has a character that IBM-1047 lacks: no line is folded, no character
/// replaced.
tl::expected<DataSet, std::string> text_records(std::string name, std::string_view text, const RecordForm& form);

/// As text_records() with RECFM VB, but lines that are too long are folded and characters that IBM-1047 lacks become
/// question marks, as RACDCERT EXPORT writes.
DataSet folded_text_records(std::string name, std::string_view text);

/// Records of full length; the last one is filled with zeros in fixed formats. Throws base::Fault if the record length
/// leaves no room for data.
DataSet binary_records(std::string name, base::ByteView content, const RecordForm& form = {});

/// All records one after another: the content of a binary format.
base::Bytes contents(const DataSet& data_set);

/// The lines as UTF-8 without trailing blanks. Returns nullopt if an octet is not text in IBM-1047.
std::optional<std::string> text_of(const DataSet& data_set);

/// The input of a certificate reader: UTF-8 if the data set is EBCDIC text that holds Base64, else the octets.
base::Bytes certificate_input(const DataSet& data_set);

}  // namespace ringside::host

// app/commands/record_form.hpp - the content of a real file as records of a data set.
#pragma once

#include <string>

#include "emulator/host/data_sets.hpp"

namespace ringside::app {

/// How the records are to look. A record length of 0 is chosen: 84, or what the longest line of a text needs.
struct RecordForm {
  std::string format = "VB";
  int length = 0;
};

/// Whether every character is one that text has, and IBM-1047 too: what is not goes into the lab octet by octet.
bool is_transferable_text(const std::string& content);

/// One record per line, in IBM-1047; fixed formats are filled with blanks. UsageError, naming the line, for a line that
/// is too long or has a character that IBM-1047 lacks: neither is folded or replaced behind the user's back.
host::DataSet text_records(const std::string& name, const std::string& content, const RecordForm& form);

/// Records of full length, the last one filled with zeros in fixed formats.
host::DataSet binary_records(const std::string& name, const std::string& content, const RecordForm& form);

}  // namespace ringside::app

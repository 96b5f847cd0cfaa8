// server/services/files/data_set_records.hpp - the records of a data set as the body of a response, and a body as
// records.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/host/data_sets.hpp"
#include "server/services/files/transfer_form.hpp"
#include "server/services/record_range.hpp"

namespace ringside::services {

/// Text: a line for each record, without the trailing blanks of fixed formats. Binary: the octets one after the other.
/// Record: each record behind its length in four octets.
std::string body_of(const host::DataSet& data_set, const TransferForm& form, const RecordRange& range);

/// The same as octets in any form, for the entity tag.
base::Bytes tagged_content(const host::DataSet& data_set);

/// Splits a body in which each record stands behind its length. Returns false if the lengths do not add up.
bool split_records(const base::Bytes& body, std::vector<base::Bytes>& records);

struct TakenRecords {
  std::vector<base::Bytes> records;
  bool truncated = false;  ///< a line or record was longer than LRECL allows, and was cut
};
/// The records of a body for a data set of this format. The error is a sentence: the body is too large, or no records.
tl::expected<TakenRecords, std::string> records_of(const std::string& body, const host::DataSet& format,
                                                   const TransferForm& form);

}  // namespace ringside::services

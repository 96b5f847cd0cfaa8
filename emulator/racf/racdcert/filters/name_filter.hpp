// emulator/racf/racdcert/filters/name_filter.hpp - certificate name filters: their values, and which filters fit a
// certificate.
//
// A filter is the end of a distinguished name as listed: "O=IBM.C=UK" fits every name whose last parts are O=IBM and
// C=UK (Security Administrator's Guide, "Certificate name filtering").
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/command_context.hpp"

namespace ringside::racf::racdcert {

/// The two names of a filter as listed; empty: any name.
struct FilterNames {
  std::string issuer;
  std::string subject;
};

/// Returns the filter for the values of IDNFILTER and SDNFILTER. With a model certificate the values are the start of
/// the filter in the model's names. IRRD130I if both are empty, IRRD140I for a wrong prefix, IRRD141I, IRRD142I or
/// IRRD146I if the model does not fit, RSD209I for a value that is too long.
Result<FilterNames> filter_names(const FilterNames& operands, const std::optional<crypto::Certificate>& model);

/// One step of the search for the filter of a certificate.
struct FilterSearch {
  FilterNames names;
  std::string step;  ///< description: "the subject's full name and the issuer's full name"
};

/// Returns the steps of the search in order. The first filter found decides (Security Administrator's Guide, "How RACF
/// processes certificate name filters").
std::vector<FilterSearch> search_order(const crypto::Certificate& certificate);

/// Returns true if the certificate's names end with both names of the filter, even if no step searches for them.
bool fits_by_names(const FilterNames& filter, const crypto::Certificate& certificate);

/// Values that a server gives for its session, by variable: APPLID, SYSID, and variables of its own.
using SessionCriteria = std::map<std::string, std::string>;

/// Puts the values of the session into a criteria template: APPLID=&APPLID becomes APPLID=EROYAL. A variable without a
/// value becomes empty.
std::string substitute_criteria(const std::string& criteria, const SessionCriteria& values);

}  // namespace ringside::racf::racdcert

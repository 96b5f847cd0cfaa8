// emulator/racf/racdcert/filters/name_filter.hpp - certificate name filters: their values, and which of them fits a
// certificate.
//
// A filter is the least significant end of a distinguished name as it is listed: "O=IBM.C=UK" fits every name that ends
// so at the border of a part (Security Administrator's Guide, "Certificate name filtering").
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf::racdcert {

/// The two names of a filter as listed; an empty one does not count.
struct FilterNames {
  std::string issuer;
  std::string subject;
};

/// IDNFILTER and SDNFILTER of MAP. With a model certificate they name starting points in its names. IRRD130I without
/// either, IRRD140I for a wrong prefix, IRRD141I, IRRD142I and IRRD146I as the model decides, RSD209I if too long.
Result<FilterNames> filter_names(const parser::Keyword& operands, const std::optional<crypto::Certificate>& model);

/// One place where a filter for a certificate may be found.
struct FilterSearch {
  FilterNames names;
  std::string step;  ///< "the subject's full name and the issuer's full name"
};

/// All places in the order in which they are searched: the first filter found decides (Security Administrator's Guide,
/// "How RACF processes certificate name filters").
std::vector<FilterSearch> search_order(const crypto::Certificate& certificate);

/// Whether both names of a filter end the certificate's names, searched for or not.
bool fits_by_names(const FilterNames& filter, const crypto::Certificate& certificate);

/// What a server says of its session, variable to value: APPLID, SYSID, and what it defines itself.
using SessionCriteria = std::map<std::string, std::string>;

/// A criteria template with the values of the session: APPLID=&APPLID becomes APPLID=EROYAL. A variable without a value
/// becomes nothing.
std::string substitute_criteria(const std::string& criteria, const SessionCriteria& values);

}  // namespace ringside::racf::racdcert

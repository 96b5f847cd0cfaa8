// emulator/racf/racdcert/selection.hpp - which certificate is meant: LABEL, SERIALNUMBER and ISSUERSDN, or the only
// one.
#pragma once

#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// The certificate that `selector` names among those of `owner`. Without a selector the owner's only certificate.
/// IRRD107I if none fits, RSD205I if several do.
Result<Stored> select_certificate(Context& context, const Owner& owner, const parser::Keyword& selector);

/// The certificate of this label; IRRD107I if there is none.
Result<Stored> select_by_label(Context& context, const Owner& owner, const std::string& label);

/// Every certificate that fits the selector, in the order of creation; all of the owner's without a selector.
std::vector<database::CertificateRecord> matching(Context& context, const Owner& owner,
                                                  const parser::Keyword& selector);

/// Whether the selector narrows at all.
bool has_selector(const parser::Keyword& selector);

}  // namespace ringside::racf::racdcert

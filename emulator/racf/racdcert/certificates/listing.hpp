// emulator/racf/racdcert/certificates/listing.hpp - the block of lines that LIST, LISTCHAIN and CHECKCERT print for one
// certificate.
#pragma once

#include <string>

#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// A name for output: characters that a terminal cannot show (control, outside IBM-1047) as periods.
std::string displayable(std::string_view utf8);

/// "       >...<", over several lines if it is longer than a line holds.
void list_name(Context& context, const std::string& name);

/// "Digital certificate information for CERTAUTH:"
std::string heading_for(const Owner& owner);

enum class RingInformation { shown, left_out };

/// All fields of a certificate of the database.
void list_certificate(Context& context, const Stored& stored, RingInformation rings);

/// The fields of a certificate that RACF does not hold, or whose owner the issuer may not list: from Start Date to Key
/// Size.
void list_foreign_certificate(Context& context, const crypto::Certificate& certificate);

/// What a chain is summed up from.
struct ChainSummary {
  std::size_t certificates = 0;
  bool complete = false;  ///< ends in a self-signed certificate
  bool expired = false;
  bool not_trusted = false;
  std::vector<std::string> common_rings;  ///< "owner/ring"
};

void list_chain_summary(Context& context, const ChainSummary& summary);

}  // namespace ringside::racf::racdcert

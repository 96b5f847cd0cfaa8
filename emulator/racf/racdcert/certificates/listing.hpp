// emulator/racf/racdcert/certificates/listing.hpp - the lines that LIST, LISTCHAIN and CHECKCERT print for a
// certificate.
#pragma once

#include <optional>
#include <string>

#include "emulator/database/name_filters.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// Returns `utf8` with a period for each character that a terminal cannot show (control characters, and those outside
/// IBM-1047).
std::string displayable(std::string_view utf8);

/// Prints "       >...<", on several lines if the name is longer than a line.
void list_name(Context& context, const std::string& name);

/// Returns "Digital certificate information for CERTAUTH:".
std::string heading_for(const Owner& owner);

enum class RingInformation { shown, left_out };

/// Prints all fields of a certificate of the database, and the mapping that fits it if there is one.
void list_certificate(Context& context, const Stored& stored, RingInformation rings,
                      const std::optional<database::NameFilter>& mapping = std::nullopt);

/// Prints the fields from Start Date to Key Size: for a certificate that is not in the database, or that the issuer of
/// the command has no authority to list.
void list_foreign_certificate(Context& context, const crypto::Certificate& certificate,
                              const std::optional<database::NameFilter>& mapping);

/// The last lines of a listed chain.
struct ChainSummary {
  std::size_t certificates = 0;
  bool complete = false;  ///< ends with a self-signed certificate
  bool expired = false;
  bool not_trusted = false;
  std::vector<std::string> common_rings;  ///< "owner/ring"
};

void list_chain_summary(Context& context, const ChainSummary& summary);

}  // namespace ringside::racf::racdcert

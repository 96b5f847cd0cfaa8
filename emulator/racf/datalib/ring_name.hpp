// emulator/racf/datalib/ring_name.hpp - the name of a key ring: owner and name, or the virtual ring of an owner.
#pragma once

#include <optional>
#include <string>

namespace ringside::racf {

/// The name of every virtual ring.
inline constexpr const char* virtual_ring = "*";

/// A ring. The name "*" stands for the virtual ring of all certificates of the owner.
struct RingName {
  std::string owner;  ///< user ID; irrcerta or irrsitec for the virtual rings of CERTAUTH and SITE
  std::string name;   ///< case-sensitive
  friend bool operator==(const RingName&, const RingName&) = default;
};

/// Returns "IZUSVR/IZUKeyring.IZUDFLT"; *AUTH*/* and *SITE*/* for the virtual rings of CERTAUTH and SITE.
std::string to_string(const RingName& ring);

/// Reads "owner/name". The owner is a user ID in any case, *AUTH* or *SITE*. Returns nullopt for any other form.
std::optional<RingName> ring_name(const std::string& text);

/// Returns the owner of a certificate as an operand of RACDCERT: "CERTAUTH", "SITE" or "ID(IZUSVR)".
std::string owner_operand(const std::string& owner);

}  // namespace ringside::racf

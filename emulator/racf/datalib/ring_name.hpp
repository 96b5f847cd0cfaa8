// emulator/racf/datalib/ring_name.hpp - how a reader names a key ring: owner and name, or the virtual ring of an owner.
#pragma once

#include <optional>
#include <string>

namespace ringside::racf {

/// The name of every virtual ring.
inline constexpr const char* virtual_ring = "*";

/// A ring, or with the name "*" the virtual ring of all certificates of its owner.
struct RingName {
  std::string owner;  ///< user ID; irrcerta or irrsitec for the virtual rings of CERTAUTH and SITE
  std::string name;   ///< case kept
  friend bool operator==(const RingName&, const RingName&) = default;
};

/// "IZUSVR/IZUKeyring.IZUDFLT"; the virtual rings of CERTAUTH and SITE as *AUTH*/* and *SITE*/*.
std::string to_string(const RingName& ring);

/// Reads "owner/name": the owner in any case, or *AUTH* or *SITE*. Nothing if it is not of that form.
std::optional<RingName> ring_name(const std::string& text);

/// "CERTAUTH", "SITE" or "ID(IZUSVR)": the owner of a certificate as a command names it.
std::string owner_operand(const std::string& owner);

}  // namespace ringside::racf

// emulator/racf/datalib/authority.hpp - who may read and change a ring, and who gets the private keys in it.
//
// A profile of class RDATALIB for the ring decides. Without one, FACILITY decides (Callable Services, "R_datalib", RACF
// authorization).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "emulator/racf/racdcert/owner.hpp"

namespace ringside::racf::datalib {

/// The right to read a ring: by a profile of RDATALIB with this level, or by FACILITY if there is no level.
struct Right {
  std::optional<AccessLevel> rdatalib;
};

/// Returns the resource of RDATALIB that protects the reading of a ring: "IZUSVR.IZUKEYRING.IZUDFLT.LST".
std::string list_resource(const RingName& ring);

/// Returns the right of the session's user to read the ring, which need not exist. Fails with 8/8/8 if the user has
/// none. With --lenient, a ring that no profile of RDATALIB or FACILITY protects is read with a remark. Adds remarks on
/// profiles that decide differently after a refresh.
Answer<Right> right_to_read(Session& session, const RingName& ring, std::vector<std::string>& remarks);

/// Returns whether the reader gets the private key of a member of the ring, connected with this usage. The reader
/// always gets its own keys. Keys of other users need UPDATE on the RDATALIB profile, those of CERTAUTH and SITE need
/// CONTROL. With FACILITY, only keys of CERTAUTH and SITE are given, with CONTROL on IRR.DIGTCERT.GENCERT. SPECIAL
/// users get the keys of CERTAUTH and SITE in both cases.
bool may_have_key(Session& session, const Right& right, database::Usage usage, const std::string& certificate_owner);

/// Returns whether a profile of RDATALIB that covers updates of the ring gives `level` to the issuer; nullopt if no
/// such profile decides.
std::optional<bool> may_update_by_profile(Context& context, const RingName& ring, AccessLevel level);

/// Returns whether the issuer may ADD, DELETE or ALTER the certificate of this owner and label: by a profile
/// IRR.DIGTCERT.<owner>.<label>.UPD.<function> of RDATALIB, else by FACILITY as for RACDCERT.
bool may_change_certificate(Context& context, const std::string& function, const racdcert::Owner& owner,
                            const std::string& label);

/// Returns 8/8/8 with the remarks of the context, and the commands that would grant the access.
Failure access_failure(Context& context, const AccessNeed& need);

}  // namespace ringside::racf::datalib

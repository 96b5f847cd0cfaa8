// emulator/racf/racdcert/authorize.cpp - the authority that each RACDCERT function requires.
#include "emulator/racf/racdcert/authorize.hpp"

#include <algorithm>
#include <array>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr const char* granular_switch = "IRR.RACDCERT.GRANULAR";

struct FunctionAuthority {
  std::string_view function;
  std::string_view facility;  ///< IRR.DIGTCERT.<this> in FACILITY
  std::string_view granular;  ///< UPD or LST in the profile of RDATALIB
};

// LST profiles control functions that list or export, UPD profiles those that change something.
constexpr std::array table = {
    FunctionAuthority{"ADD", "ADD", "UPD"},
    FunctionAuthority{"ADDRING", "ADDRING", "UPD"},
    FunctionAuthority{"ALTER", "ALTER", "UPD"},
    FunctionAuthority{"CHECKCERT", "LIST", "LST"},
    FunctionAuthority{"CONNECT", "CONNECT", "UPD"},
    FunctionAuthority{"DELETE", "DELETE", "UPD"},
    FunctionAuthority{"DELRING", "DELRING", "UPD"},
    FunctionAuthority{"EXPORT", "EXPORT", "LST"},
    FunctionAuthority{"EXPORTKEY", "EXPORTKEY", "LST"},
    FunctionAuthority{"GENCERT", "GENCERT", "UPD"},
    FunctionAuthority{"GENREQ", "GENREQ", rules::granular_genreq},
    FunctionAuthority{"IMPORT", "IMPORT", "UPD"},
    FunctionAuthority{"LIST", "LIST", "LST"},
    FunctionAuthority{"LISTCHAIN", "LIST", "LST"},
    FunctionAuthority{"LISTRING", "LISTRING", "LST"},
    FunctionAuthority{"REKEY", "REKEY", "UPD"},
    FunctionAuthority{"REMOVE", "REMOVE", "UPD"},
    FunctionAuthority{"ROLLOVER", "ROLLOVER", "UPD"},
};

const FunctionAuthority& row_of(const std::string& function) {
  const auto* found =
      std::find_if(table.begin(), table.end(), [&](const FunctionAuthority& row) { return row.function == function; });
  if (found == table.end()) throw base::Fault("no authority is known for RACDCERT " + function);
  return *found;
}

bool may_use(Context& context, const FunctionAuthority& row, const std::string& object, AccessLevel level) {
  if (is_special(context)) return true;
  if (!is_granular(context)) return may_use_digtcert(context, std::string(row.facility), level);
  const std::string resource = object + "." + std::string(row.granular) + "." + std::string(row.function);
  return has_access(context, {"RDATALIB", resource, AccessLevel::read});
}

Result<void> irrd101i_unless(bool allowed) {
  if (!allowed) return refuse(MessageId::irrd101i);
  return {};
}

}  // namespace

AccessLevel level_for(Context& context, const Owner& owner) {
  if (owner.is_certauth() || owner.is_site()) return AccessLevel::control;
  return owner.id == context.user() ? AccessLevel::read : AccessLevel::update;
}

Result<void> authorize_level(Context& context, const std::string& function, AccessLevel needed) {
  return irrd101i_unless(may_use_digtcert(context, function, needed));
}

Result<void> authorize(Context& context, const std::string& function, const Owner& owner) {
  return authorize_level(context, function, level_for(context, owner));
}

bool is_granular(Context& context) {
  return is_raclisted(context, "RDATALIB") && has_profile(context, "RDATALIB", granular_switch);
}

bool may_use_certificate(Context& context, const std::string& function, const Owner& owner, const std::string& label,
                         AccessLevel level) {
  const std::string object = "IRR.DIGTCERT." + owner.qualifier() + "." + profile_characters(base::upper(label));
  return may_use(context, row_of(function), object, level);
}

Result<void> authorize_certificate(Context& context, const std::string& function, const Owner& owner,
                                   const std::string& label, AccessLevel level) {
  return irrd101i_unless(may_use_certificate(context, function, owner, label, level));
}

Result<void> authorize_certificate(Context& context, const std::string& function, const Owner& owner,
                                   const std::string& label) {
  return authorize_certificate(context, function, owner, label, level_for(context, owner));
}

Result<void> authorize_selected(Context& context, const std::string& function, const Owner& owner,
                                const Selection& selection) {
  if (selection.label || !is_granular(context))
    return authorize_certificate(context, function, owner, selection.label.value_or(""));
  for (const auto& record : matching(context.database(), owner, selection))
    if (auto refused = authorize_certificate(context, function, owner, record.label); !refused) return refused;
  return {};
}

bool may_use_ring(Context& context, const std::string& function, const Owner& owner, const std::string& ring,
                  AccessLevel level) {
  return may_use(context, row_of(function), owner.id + "." + base::upper(ring), level);
}

Result<void> authorize_ring(Context& context, const std::string& function, const Owner& owner, const std::string& ring,
                            AccessLevel level) {
  return irrd101i_unless(may_use_ring(context, function, owner, ring, level));
}

Result<void> authorize_ring(Context& context, const std::string& function, const Owner& owner,
                            const std::string& ring) {
  return authorize_ring(context, function, owner, ring, level_for(context, owner));
}

}  // namespace ringside::racf::racdcert

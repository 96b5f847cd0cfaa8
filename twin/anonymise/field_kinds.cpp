// twin/anonymise/field_kinds.cpp - what the fields of an unload tell of a site.
#include "twin/anonymise/field_kinds.hpp"

#include <array>

namespace ringside::twin {
namespace {

using enum FieldMeaning;

struct Rule {
  std::string_view ending;  ///< of the field's name; a whole name for one field
  FieldMeaning meaning;
};

// The first rule that fits decides.
constexpr std::array rules{
    Rule{"_RECORD_TYPE", kept},
    Rule{"USCERT_CERT_NAME", certificate},
    Rule{"KEYR_CERT_NAME", certificate},
    Rule{"CERTR_RING_NAME", ring},
    Rule{"_MAP_NAME", mapping},
    Rule{"GRFLTR_CREATE_NAME", names},
    Rule{"GRFLTR_USER", id},
    Rule{"GRDMAP_USER", id},
    Rule{"CERTN_ISSUER_DN", name},
    Rule{"CERTN_SUBJECT_DN", name},
    Rule{"CERTN_CERT_FGRPRNT", digest},
    Rule{"_CERTLABL", label},
    Rule{"_CERT_LABEL", label},
    Rule{"USNMAP_LABEL", label},
    Rule{"USDMAP_LABEL", label},
    Rule{"GRFLTR_LABEL", label},
    Rule{"GRDMAP_LABEL", label},
    Rule{"GRBD_APPL_DATA", data},
    Rule{"GRMEM_MEMBER", profile},
    Rule{"_MODEL", data_set},
    Rule{"_CLASS_NAME", kept},
    Rule{"_SIG_ALG", kept},
    Rule{"_PWD_ALG", kept},
    Rule{"_PHR_ALG", kept},
    Rule{"GRCERT_LAST_SERIAL", kept},
    Rule{"_UID", kept},
    Rule{"_GID", kept},
    Rule{"_MEMLIMIT", kept},
    Rule{"_SHMEMAX", kept},
    Rule{"GRCDT_RACLIST", kept},
    Rule{"GRCDT_GENLIST", kept},
    Rule{"GRCDT_GENERIC", kept},
    Rule{"GRCSF_EXPORTABLE", kept},
    Rule{"GRCSF_USAGE", kept},
    Rule{"GRSIGN_TYPE", kept},
    Rule{"GRSIG_FAILLOAD", kept},
    Rule{"GRSIG_AUDIT", kept},
    Rule{"_ID", id},
};

constexpr std::size_t name_of_racf = 8;  // characters

/// The meaning of the name that every record of a profile begins with.
FieldMeaning name_of_profile(std::string_view type) {
  const std::string_view kind = type.substr(0, 2);
  if (kind == "04") return data_set;
  return kind == "01" || kind == "02" || kind == "12" ? id : profile;
}

}  // namespace

FieldMeaning meaning_of(const Layout& layout, const Field& field) {
  if (layout.fields.size() > 1 && field.name == layout.fields[1].name) return name_of_profile(layout.type);
  if (field.kind != FieldKind::text) return kept;
  for (const Rule& rule : rules)
    if (field.name.ends_with(rule.ending)) return rule.meaning;
  return field.width() > name_of_racf ? words : kept;
}

}  // namespace ringside::twin

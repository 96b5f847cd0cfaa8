// twin/anonymise/field_kinds.cpp - what the fields of an unload tell of a site.
#include "twin/anonymise/field_kinds.hpp"

#include <array>

namespace ringside::twin {
namespace {

using enum FieldMeaning;

struct KindOfField {
  std::string_view ending;  ///< of the field's name; a whole name for one field
  FieldMeaning meaning;
};

// The first rule that fits decides.
constexpr std::array kinds_of_fields{
    KindOfField{"_RECORD_TYPE", kept},
    KindOfField{"USCERT_CERT_NAME", certificate},
    KindOfField{"KEYR_CERT_NAME", certificate},
    KindOfField{"CERTR_RING_NAME", ring},
    KindOfField{"_MAP_NAME", mapping},
    KindOfField{"GRFLTR_CREATE_NAME", names},
    KindOfField{"GRFLTR_USER", id},
    KindOfField{"GRDMAP_USER", id},
    KindOfField{"CERTN_ISSUER_DN", name},
    KindOfField{"CERTN_SUBJECT_DN", name},
    KindOfField{"CERTN_CERT_FGRPRNT", digest},
    KindOfField{"_CERTLABL", label},
    KindOfField{"_CERT_LABEL", label},
    KindOfField{"USNMAP_LABEL", label},
    KindOfField{"USDMAP_LABEL", label},
    KindOfField{"GRFLTR_LABEL", label},
    KindOfField{"GRDMAP_LABEL", label},
    KindOfField{"GRBD_APPL_DATA", data},
    KindOfField{"GRMEM_MEMBER", profile},
    KindOfField{"_MODEL", data_set},
    KindOfField{"_CLASS_NAME", kept},
    KindOfField{"_SIG_ALG", kept},
    KindOfField{"_PWD_ALG", kept},
    KindOfField{"_PHR_ALG", kept},
    KindOfField{"GRCERT_LAST_SERIAL", kept},
    KindOfField{"_UID", kept},
    KindOfField{"_GID", kept},
    KindOfField{"_MEMLIMIT", kept},
    KindOfField{"_SHMEMAX", kept},
    KindOfField{"GRCDT_RACLIST", kept},
    KindOfField{"GRCDT_GENLIST", kept},
    KindOfField{"GRCDT_GENERIC", kept},
    KindOfField{"GRCSF_EXPORTABLE", kept},
    KindOfField{"GRCSF_USAGE", kept},
    KindOfField{"GRSIGN_TYPE", kept},
    KindOfField{"GRSIG_FAILLOAD", kept},
    KindOfField{"GRSIG_AUDIT", kept},
    KindOfField{"_ID", id},
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
  for (const KindOfField& rule : kinds_of_fields)
    if (field.name.ends_with(rule.ending)) return rule.meaning;
  return field.width() > name_of_racf ? words : kept;
}

}  // namespace ringside::twin

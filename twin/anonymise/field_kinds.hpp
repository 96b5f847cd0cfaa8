// twin/anonymise/field_kinds.hpp - what the fields of an unload tell of a site, so that they can be renamed.
#pragma once

#include <string_view>

#include "twin/records/layout.hpp"

namespace ringside::twin {

enum class FieldMeaning {
  kept,         ///< options, dates, numbers, words of RACF
  id,           ///< a user ID or group name
  profile,      ///< the name of a general resource, which depends on its class
  data_set,     ///< the name of a data set profile
  certificate,  ///< the name of a profile of class DIGTCERT
  ring,         ///< the name of a profile of class DIGTRING
  mapping,      ///< the name of a profile of class DIGTNMAP or IDIDMAP
  names,        ///< two distinguished names with a cent sign between them
  name,         ///< a distinguished name
  label,
  digest,  ///< hexadecimal digits of a SHA-256
  data,    ///< the application data of a resource: a user ID, or words of the site
  words,   ///< anything that the site has written
};

/// What a field of a record of this type means. A field of text that no rule names is `words` if it is longer than a
/// name of RACF's (8 characters), so that a field of a later release is not shown by accident.
FieldMeaning meaning_of(const Layout& layout, const Field& field);

}  // namespace ringside::twin

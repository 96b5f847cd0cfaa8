// emulator/hosttools/openssl/libcrypto/name_text.cpp - OpenSSL makes and prints names.
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"

#include <algorithm>
#include <array>

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include "base/text.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/hosttools/openssl/libcrypto/memory_bio.hpp"

namespace ringside::openssl {
namespace {

using crypto::accept;
using crypto::CleanErrorQueue;
using crypto::DistinguishedName;
using crypto::Owned;
using crypto::Problem;
using crypto::ProblemKind;
using crypto::require;
using crypto::Result;
using crypto::take_openssl_error;
using OwnedName = Owned<X509_NAME, X509_NAME_free>;

/// A word of -nameopt: clears the bits of `mask`, then sets `bits`.
struct Word {
  std::string_view name;
  unsigned long bits;
  unsigned long mask = 0;
};
constexpr unsigned long all = ~0UL;
// The table of the openssl command (apps/lib, set_name_ex). Words may be in any case.
constexpr std::array style_words = {Word{"esc_2253", ASN1_STRFLGS_ESC_2253},
                                    Word{"esc_2254", ASN1_STRFLGS_ESC_2254},
                                    Word{"esc_ctrl", ASN1_STRFLGS_ESC_CTRL},
                                    Word{"esc_msb", ASN1_STRFLGS_ESC_MSB},
                                    Word{"use_quote", ASN1_STRFLGS_ESC_QUOTE},
                                    Word{"utf8", ASN1_STRFLGS_UTF8_CONVERT},
                                    Word{"ignore_type", ASN1_STRFLGS_IGNORE_TYPE},
                                    Word{"show_type", ASN1_STRFLGS_SHOW_TYPE},
                                    Word{"dump_all", ASN1_STRFLGS_DUMP_ALL},
                                    Word{"dump_nostr", ASN1_STRFLGS_DUMP_UNKNOWN},
                                    Word{"dump_der", ASN1_STRFLGS_DUMP_DER},
                                    Word{"compat", XN_FLAG_COMPAT, all},
                                    Word{"sep_comma_plus", XN_FLAG_SEP_COMMA_PLUS, XN_FLAG_SEP_MASK},
                                    Word{"sep_comma_plus_space", XN_FLAG_SEP_CPLUS_SPC, XN_FLAG_SEP_MASK},
                                    Word{"sep_semi_plus_space", XN_FLAG_SEP_SPLUS_SPC, XN_FLAG_SEP_MASK},
                                    Word{"sep_multiline", XN_FLAG_SEP_MULTILINE, XN_FLAG_SEP_MASK},
                                    Word{"dn_rev", XN_FLAG_DN_REV},
                                    Word{"nofname", XN_FLAG_FN_NONE, XN_FLAG_FN_MASK},
                                    Word{"sname", XN_FLAG_FN_SN, XN_FLAG_FN_MASK},
                                    Word{"lname", XN_FLAG_FN_LN, XN_FLAG_FN_MASK},
                                    Word{"align", XN_FLAG_FN_ALIGN},
                                    Word{"oid", XN_FLAG_FN_OID, XN_FLAG_FN_MASK},
                                    Word{"space_eq", XN_FLAG_SPC_EQ},
                                    Word{"dump_unknown", XN_FLAG_DUMP_UNKNOWN_FIELDS},
                                    Word{"rfc2253", XN_FLAG_RFC2253, all},
                                    Word{"oneline", XN_FLAG_ONELINE, all},
                                    Word{"multiline", XN_FLAG_MULTILINE, all},
                                    Word{"ca_default", XN_FLAG_MULTILINE, all}};

constexpr int multiline_indent = 4;

OwnedName decoded(const DistinguishedName& name) {
  const std::uint8_t* at = name.der().data();
  return OwnedName(accept(d2i_X509_NAME(nullptr, &at, static_cast<long>(name.der().size())), "a name cannot be read"));
}

std::string slashes(const X509_NAME* name) {
  char* text = X509_NAME_oneline(name, nullptr, 0);
  std::string result = accept(text, "a name cannot be printed");
  OPENSSL_free(text);
  return result;
}

}  // namespace

bool is_name_attribute(const std::string& type) {
  const CleanErrorQueue clean;
  return OBJ_txt2nid(type.c_str()) != NID_undef;
}

Result<DistinguishedName> name_from_entries(const std::vector<NameEntry>& entries, bool latin1) {
  const CleanErrorQueue clean;
  const OwnedName name(require(X509_NAME_new(), "X509_NAME_new"));
  for (const NameEntry& entry : entries) {
    const auto* value = reinterpret_cast<const std::uint8_t*>(entry.value.data());
    if (X509_NAME_add_entry_by_txt(name.get(), entry.type.c_str(), latin1 ? MBSTRING_ASC : MBSTRING_UTF8, value,
                                   static_cast<int>(entry.value.size()), -1, entry.joins ? -1 : 0) == 1)
      continue;
    return problem(ProblemKind::unsupported, take_openssl_error());
  }
  return DistinguishedName::from_der(accept(crypto::encoded(name.get(), i2d_X509_NAME), "a name cannot be encoded"));
}

std::optional<NameFlags> name_flags(std::string_view options) {
  NameFlags flags = 0;
  for (const std::string& part : base::split(std::string(options), ',')) {
    const std::string name = base::trim(base::lower(part));
    const bool takes_away = name.starts_with('-');
    const auto* const word = std::find_if(style_words.begin(), style_words.end(), [&](const Word& each) {
      return each.name == std::string_view(name).substr(takes_away ? 1 : 0);
    });
    if (word == style_words.end()) return std::nullopt;
    flags &= ~word->mask;
    flags = takes_away ? flags & ~word->bits : flags | word->bits;
  }
  // Options without a separator get a comma and a blank.
  const bool is_compat = base::lower(options) == "compat";
  if (!is_compat && (flags & XN_FLAG_SEP_MASK) == 0) flags |= XN_FLAG_SEP_CPLUS_SPC;
  return flags;
}

bool begins_on_new_line(NameFlags flags) {
  return (flags & XN_FLAG_SEP_MASK) == XN_FLAG_SEP_MULTILINE;
}

std::string name_text(const DistinguishedName& name, NameFlags flags) {
  const CleanErrorQueue clean;
  const OwnedName parsed = decoded(name);
  if (flags == XN_FLAG_COMPAT) return slashes(parsed.get());
  const OwnedBio bio = memory_bio();
  const int indent = begins_on_new_line(flags) ? multiline_indent : 0;
  accept(X509_NAME_print_ex(bio.get(), parsed.get(), indent, flags) >= 0, "a name cannot be printed");
  return text_of(bio.get());
}

std::optional<std::string> name_text(const DistinguishedName& name, std::string_view style) {
  const auto flags = name_flags(style);
  return flags ? std::optional(name_text(name, *flags)) : std::nullopt;
}

}  // namespace ringside::openssl

// emulator/crypto/name_text.cpp - names by OpenSSL's own tables.
#include "emulator/crypto/name_text.hpp"

#include <array>

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using OwnedName = Owned<X509_NAME, X509_NAME_free>;

struct Style {
  std::string_view name;
  unsigned long flags;
};
constexpr std::array<Style, 4> styles = {{{"oneline", XN_FLAG_ONELINE},
                                          {"rfc2253", XN_FLAG_RFC2253},
                                          {"multiline", XN_FLAG_MULTILINE},
                                          {"sep_comma_plus_space", XN_FLAG_SEP_CPLUS_SPC}}};

constexpr int multiline_indent = 4;

OwnedName decoded(const DistinguishedName& name) {
  const std::uint8_t* at = name.der().data();
  return OwnedName(require(d2i_X509_NAME(nullptr, &at, static_cast<long>(name.der().size())), "d2i_X509_NAME"));
}

std::string slashes(const X509_NAME* name) {
  char* text = X509_NAME_oneline(name, nullptr, 0);
  std::string result = require(text, "X509_NAME_oneline");
  OPENSSL_free(text);
  return result;
}

}  // namespace

bool is_name_attribute(const std::string& type) {
  const CleanErrorQueue clean;
  return OBJ_txt2nid(type.c_str()) != NID_undef;
}

Result<DistinguishedName> name_from_entries(const std::vector<NameEntry>& entries) {
  const CleanErrorQueue clean;
  const OwnedName name(require(X509_NAME_new(), "X509_NAME_new"));
  for (const NameEntry& entry : entries) {
    const auto* value = reinterpret_cast<const std::uint8_t*>(entry.value.data());
    if (X509_NAME_add_entry_by_txt(name.get(), entry.type.c_str(), MBSTRING_UTF8, value,
                                   static_cast<int>(entry.value.size()), -1, entry.joins ? -1 : 0) == 1)
      continue;
    return tl::unexpected(Problem{ProblemKind::unsupported, take_openssl_error()});
  }
  std::uint8_t* encoded = nullptr;
  const int length = i2d_X509_NAME(name.get(), &encoded);
  require(length > 0, "i2d_X509_NAME");
  auto result = DistinguishedName::from_der(base::ByteView(encoded, static_cast<std::size_t>(length)));
  OPENSSL_free(encoded);
  return result;
}

std::optional<std::string> name_text(const DistinguishedName& name, std::string_view style) {
  const CleanErrorQueue clean;
  const OwnedName parsed = decoded(name);
  if (style == "compat") return slashes(parsed.get());
  for (const Style& each : styles) {
    if (each.name != style) continue;
    const Owned<BIO, BIO_free> bio(require(BIO_new(BIO_s_mem()), "BIO"));
    require(X509_NAME_print_ex(bio.get(), parsed.get(), style == "multiline" ? multiline_indent : 0, each.flags) >= 0,
            "X509_NAME_print_ex");
    char* data = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &data);
    return std::string(data, static_cast<std::size_t>(length));
  }
  return std::nullopt;
}

}  // namespace ringside::crypto

// emulator/keytool/providers.cpp - the security providers of JDK 17, by name and class.
#include "emulator/keytool/providers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "emulator/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

struct Provider {
  std::string_view name, class_name;
};
constexpr std::array providers = {
    Provider{"SUN", "sun.security.provider.Sun"},
    Provider{"SunRsaSign", "sun.security.rsa.SunRsaSign"},
    Provider{"SunEC", "sun.security.ec.SunEC"},
    Provider{"SunJSSE", "sun.security.ssl.SunJSSE"},
    Provider{"SunJCE", "com.sun.crypto.provider.SunJCE"},
    Provider{"SunJGSS", "sun.security.jgss.SunProvider"},
    Provider{"SunSASL", "com.sun.security.sasl.Provider"},
    Provider{"XMLDSig", "org.jcp.xml.dsig.internal.dom.XMLDSigRI"},
    Provider{"SunPCSC", "sun.security.smartcardio.SunPCSC"},
    Provider{"JdkLDAP", "sun.security.provider.certpath.ldap.JdkLDAP"},
    Provider{"JdkSASL", "com.sun.security.sasl.gsskerb.JdkSASL"},
    Provider{"SunPKCS11", "sun.security.pkcs11.SunPKCS11"},
};

bool has_name(const std::string& name) {
  return std::any_of(providers.begin(), providers.end(), [&](const Provider& each) { return each.name == name; });
}

}  // namespace

void check_provider_class(const std::string& class_name) {
  if (std::none_of(providers.begin(), providers.end(),
                   [&](const Provider& each) { return each.class_name == class_name || each.name == class_name; }))
    refuse("Provider \"" + class_name + "\" not found");
}

void check_added_provider(const std::string& name) {
  if (!has_name(name)) refuse("Provider named \"" + name + "\" not found");
}

void check_provider_name(const std::string& name) {
  if (!has_name(name)) refuse_as("java.security.NoSuchProviderException", "no such provider: " + name);
}

}  // namespace ringside::keytool

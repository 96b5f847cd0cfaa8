// emulator/hosttools/keytool/providers.cpp - the security providers of JDK 17, and those of key rings, by name and
// class.
#include "emulator/hosttools/keytool/providers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "emulator/hosttools/keytool/refusal.hpp"

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

constexpr std::array ring_providers = {
    Provider{"IBMJCE", "com.ibm.crypto.provider.IBMJCE"},
    Provider{"IBMZSecurity", "com.ibm.crypto.zsecurity.provider.IBMZSecurity"},
    Provider{"IBMJCECCA", "com.ibm.crypto.hdwrCCA.provider.IBMJCECCA"},
    Provider{"IBMJCEHYBRID", "com.ibm.crypto.ibmjcehybrid.provider.IBMJCEHYBRID"},
};

template <typename Fits>
bool has_provider(Java java, const Fits& fits) {
  return std::any_of(providers.begin(), providers.end(), fits) ||
         (java == Java::ibm && std::any_of(ring_providers.begin(), ring_providers.end(), fits));
}

bool has_name(const std::string& name, Java java) {
  return has_provider(java, [&](const Provider& each) { return each.name == name; });
}

}  // namespace

void check_provider_class(const std::string& class_name, Java java) {
  if (class_name.starts_with("java.")) refuse(class_name + " not a provider");
  if (!has_provider(java, [&](const Provider& each) { return each.class_name == class_name; }))
    refuse("Provider \"" + class_name + "\" not found");
}

void check_added_provider(const std::string& name, Java java) {
  if (!has_name(name, java)) refuse("Provider named \"" + name + "\" not found");
}

void check_provider_name(const std::string& name, Java java) {
  if (!has_name(name, java)) refuse_as("java.security.NoSuchProviderException", "no such provider: " + name);
}

}  // namespace ringside::keytool

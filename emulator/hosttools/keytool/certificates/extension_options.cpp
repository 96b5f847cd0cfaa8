// emulator/hosttools/keytool/certificates/extension_options.cpp - the grammar of -ext: name[:critical][=value], and
// honored=.
#include "emulator/hosttools/keytool/certificates/extension_options.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/certificates/extension_values.hpp"
#include "emulator/hosttools/keytool/certificates/name_syntax.hpp"
#include "emulator/hosttools/keytool/certificates/one_of.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;

constexpr std::string_view honoured = "honored=";

void refuse_unless_oid(const std::string& name) {
  if (const auto problem = problem_of_oid(name))
    refuse_as("java.lang.RuntimeException", "java.io.IOException: " + *problem);
}

Extension parse_option(const std::string& whole) {
  const std::size_t equals = whole.find('=');
  std::string name = whole.substr(0, equals);
  const Text value = equals == std::string::npos ? Text() : Text(whole.substr(equals + 1));
  bool critical = false;
  if (const std::size_t colon = name.find(':'); colon != std::string::npos) {
    critical = one_of(name.substr(colon + 1), {"critical"}) == 0;
    name.resize(colon);
  }
  const auto word = extension_word(name);
  if (!word) {
    refuse_unless_oid(name);
    return {name, critical, raw_extension_value(value, whole)};
  }
  const bool access =
      *word == ExtensionWord::subject_information_access || *word == ExtensionWord::authority_information_access;
  if (critical && access) refuse("This extension cannot be marked as critical. " + whole);
  return {oid_of(*word), critical, extension_value(*word, value, whole)};
}

/// Sorts by the identifier as text: the order in which Java writes extensions.
using ByOid = std::map<std::string, Extension>;

std::string oid_named(const std::string& name) {
  if (const auto word = extension_word(name)) return oid_of(*word);
  refuse_unless_oid(name);
  return name;
}

/// The value of honored=, such as "all,-san,ku:critical": which requested extensions are taken, and whether as
/// critical.
void honour(const std::string& list, const std::vector<Extension>& requested, ByOid& result) {
  const auto items = java_split(base::lower(list), ',');
  if (std::find(items.begin(), items.end(), "all") != items.end())
    for (const Extension& extension : requested) result[extension.oid] = extension;
  for (const std::string& item : items) {
    if (item == "all") continue;
    if (item.starts_with('-')) {
      result.erase(oid_named(item.substr(1)));
      continue;
    }
    const std::size_t colon = item.find(':');
    const int action = colon == std::string::npos ? 2 : one_of(item.substr(colon + 1), {"critical", "non-critical"});
    if (action < 0) refuse("Illegal value: " + item);
    const std::string oid = oid_named(item.substr(0, colon));
    const Extension* found = find_extension(requested, oid);
    if (found == nullptr) refuse_io("No extension found with name " + oid);
    Extension taken = *found;
    if (action < 2) taken.critical = action == 0;
    result[taken.oid] = taken;
  }
}

}  // namespace

base::Bytes key_identifier_of(const X509& certificate) {
  const Extension* own = find_extension(certificate.extensions, crypto::extension_id::subject_key_id);
  const auto octets = own == nullptr ? std::nullopt : der::only(own->value, der::octet_string_tag);
  if (!octets) return certificate.certificate.public_key().key_identifier();
  return {octets->content.begin(), octets->content.end()};
}

std::vector<Extension> make_extensions(const std::vector<std::string>& options, const crypto::PublicKey& key,
                                       const std::optional<Bytes>& issuer_id, const std::vector<Extension>& existing,
                                       const std::vector<Extension>& requested) {
  ByOid found;
  for (const Extension& extension : existing) found[extension.oid] = extension;
  const std::string subject(crypto::extension_id::subject_key_id), issuer(crypto::extension_id::authority_key_id);
  found[subject] = {subject, false, der::octet_string(key.key_identifier())};
  if (issuer_id) found[issuer] = {issuer, false, der::sequence({der::wrap(der::context_primitive(0), *issuer_id)})};
  const auto first = std::find_if(options.begin(), options.end(),
                                  [](const std::string& option) { return base::lower(option).starts_with(honoured); });
  if (first != options.end() && !requested.empty()) honour(first->substr(honoured.size()), requested, found);
  for (const std::string& option : options) {
    const std::string name = base::lower(option.substr(0, option.find_first_of(":=")));
    if (name == "honored") continue;
    Extension extension = parse_option(option);
    found[extension.oid] = std::move(extension);
  }
  std::vector<Extension> result;
  for (auto& [oid, extension] : found) result.push_back(std::move(extension));
  return result;
}

}  // namespace ringside::keytool

// tests/emulator/hosttools/keytool/pkcs12_files.hpp - PKCS#12 files put together bag by bag, as no tool writes them,
// and what the JDK 17 makes of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/store/pkcs12.hpp"
#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"

namespace ringside::test_support {

namespace der = crypto::der;
namespace oid = crypto::pkcs12_oid;

enum class BagOf { key, certificate, trusted };

struct BagCase {
  BagOf kind;
  std::string subject;              ///< a, b or c, whose certificates r has signed, or r
  std::optional<std::string> name;  ///< friendlyName, ASCII
  std::optional<std::string> id;    ///< localKeyID
};

struct FileCase {
  std::string what;
  std::vector<std::vector<BagCase>> safes;
  std::string entries;  ///< "alias key a r; alias cert b": kind, and the names in the chain
};

inline const std::vector<FileCase>& file_cases() {
  constexpr auto none = std::nullopt;
  constexpr BagOf key = BagOf::key, cert = BagOf::certificate, trusted = BagOf::trusted;
  static const std::vector<FileCase> cases = {
      {"one alias, two keys",
       {{{key, "a", "x", "1"}, {key, "b", "x", "2"}, {cert, "a", "x", "1"}, {cert, "b", "x", "2"}}},
       "x key b"},
      {"two aliases that differ in case",
       {{{key, "a", "X", "1"}, {key, "b", "x", "2"}, {cert, "a", "X", "1"}, {cert, "b", "x", "2"}}},
       "x key b"},
      {"two trusted certificates of one alias",
       {{{trusted, "a", "CA", none}, {trusted, "b", "ca", none}}},
       "ca cert b"},
      {"a trusted certificate behind a key of its alias",
       {{{key, "a", "X", "1"}, {cert, "a", "X", "1"}, {trusted, "r", "x", none}}},
       "x cert r"},
      {"a key behind a trusted certificate of its alias",
       {{{trusted, "r", "x", none}, {cert, "a", "x", "1"}, {key, "a", "x", "1"}}},
       "x key a r"},
      {"no names",
       {{{key, "a", none, "1"}, {key, "b", none, "2"}, {cert, "a", none, "1"}, {cert, "b", none, "2"}}},
       "1 key a; 2 key b"},
      {"a number for a name behind no name",
       {{{key, "b", none, "y"}, {key, "a", "1", "x"}, {cert, "a", "1", "x"}, {cert, "b", none, "y"}}},
       "1 key a"},
      {"no identifiers: the second key is passed over",
       {{{key, "a", "one", none}, {key, "b", "two", none}, {cert, "a", "one", none}, {cert, "b", "two", none}}},
       "one key a"},
      {"neither names nor identifiers", {{{key, "a", none, none}, {cert, "a", none, none}}}, "1 key"},
      {"the certificate leads, without names and identifiers",
       {{{key, "a", none, none}}, {{cert, "a", none, none}, {cert, "r", none, none}}},
       "1 key a r"},
      {"no identifier, an issuer first: the alias decides",
       {{{key, "a", "one", none}, {cert, "r", "root", none}, {cert, "a", "one", none}}},
       "one key a r"},
      {"an identifier at the key alone", {{{key, "a", "one", "1"}, {cert, "a", "one", none}}}, "one key a"},
      {"one identifier for two keys without names: the last certificate",
       {{{key, "a", none, "1"}, {key, "b", none, "1"}, {cert, "a", none, "1"}, {cert, "b", none, "1"}}},
       "1 key b; 2 key b"},
      {"the key's own certificate as a trusted one",
       {{{key, "a", "one", "1"}, {trusted, "a", "one", "1"}}},
       "one cert a"},
      {"a key alone", {{{key, "a", "one", "1"}}}, "one key"},
      {"three keys of one alias",
       {{{key, "a", "k", "1"},
         {key, "b", "K", "2"},
         {key, "c", "k", "3"},
         {cert, "a", "k", "1"},
         {cert, "b", "k", "2"},
         {cert, "c", "k", "3"}}},
       "k key c"},
  };
  return cases;
}

/// Makes the keys and certificates of the cases, and files of them under the password "changeit".
class Pkcs12Files {
 public:
  explicit Pkcs12Files(KeytoolBench& bench) {
    const std::string store = " -keyalg EC -keystore parts.p12 -storepass changeit";
    bench.run("-genkeypair -alias r -dname CN=r -ext bc:c" + store);
    for (const std::string name : {"a", "b", "c"})
      bench.run("-genkeypair -alias " + name + " -dname CN=" + name + " -signer r" + store);
    parts_ = keytool::read_pkcs12(base::to_bytes(bench.content("parts.p12")), base::Secret("changeit"), 0);
  }

  [[nodiscard]] std::string file(const FileCase& file) const {
    base::Bytes safes;
    for (const auto& bags : file.safes) {
      base::Bytes all;
      for (const BagCase& one : bags) append(all, bag(one));
      append(safes, data(der::wrap(der::sequence_tag, all)));
    }
    // Without a MAC: the JDK checks one where there is one.
    return base::to_text(der::sequence({der::integer(3), data(der::wrap(der::sequence_tag, safes))}));
  }

 private:
  static void append(base::Bytes& all, const base::Bytes& one) { all.insert(all.end(), one.begin(), one.end()); }
  static base::Bytes data(base::ByteView content) {
    return der::sequence({der::oid(oid::data), der::wrap(der::context(0), der::octet_string(content))});
  }
  static base::Bytes attribute(std::string_view type, base::ByteView value) {
    return der::sequence({der::oid(type), der::wrap(der::set_tag, value)});
  }

  [[nodiscard]] base::Bytes bag(const BagCase& one) const {
    const keytool::Entry& part = *parts_->find(one.subject);
    base::Bytes value = part.key, attributes;
    if (one.kind != BagOf::key)
      value = der::sequence(
          {der::oid(oid::x509_certificate), der::wrap(der::context(0), der::octet_string(part.chain.front().der()))});
    if (one.name) {
      base::Bytes wide;
      for (const char c : *one.name) append(wide, {0, static_cast<std::uint8_t>(c)});
      append(attributes, attribute(oid::friendly_name, der::wrap(der::bmp_string_tag, wide)));
    }
    if (one.id) append(attributes, attribute(oid::local_key_id, der::octet_string(base::to_bytes(*one.id))));
    if (one.kind == BagOf::trusted) append(attributes, attribute(oid::java_trusted_key_usage, der::oid("2.5.29.37.0")));
    const base::Bytes set = attributes.empty() ? base::Bytes() : der::wrap(der::set_tag, attributes);
    return der::sequence({der::oid(one.kind == BagOf::key ? oid::shrouded_key_bag : oid::certificate_bag),
                          der::wrap(der::context(0), value), set});
  }

  std::optional<keytool::KeyStore> parts_;
};

/// The output of -list -v in the words of FileCase::entries.
inline std::string entries_in(const std::string& listing) {
  std::string entries;
  for (const std::string& line : base::lines(listing)) {
    const auto behind = [&line](const std::string& head) {
      return line.starts_with(head) ? std::optional(line.substr(head.size())) : std::nullopt;
    };
    if (const auto alias = behind("Alias name: ")) entries += (entries.empty() ? "" : "; ") + *alias;
    if (const auto type = behind("Entry type: ")) entries += *type == "PrivateKeyEntry" ? " key" : " cert";
    if (const auto owner = behind("Owner: CN=")) entries += " " + *owner;
  }
  return entries;
}

}  // namespace ringside::test_support

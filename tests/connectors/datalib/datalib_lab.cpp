// tests/connectors/datalib/datalib_lab.cpp - a lab for the tests of libringside-datalib.
#include "tests/connectors/datalib/datalib_lab.hpp"

#include <chrono>
#include <cstdlib>

#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::connectors::datalib {
namespace {

const std::map<std::string, std::string> no_variables = {
    {"RINGSIDE_LAB", ""},           {"RINGSIDE_SYSTEM", ""},      {"RINGSIDE_USER", ""},
    {"RINGSIDE_LENIENT", ""},       {"RINGSIDE_DEBUG", ""},       {"RINGSIDE_DATALIB_TEXT", ""},
    {"RINGSIDE_DATALIB_ORDER", ""}, {"RINGSIDE_DATALIB_PAD", ""}, {"RINGSIDE_DATALIB_CHECK", ""}};

}  // namespace

DatalibTest::DatalibTest() : environment_(no_variables) {
  for (const char* command :
       {"ADDUSER (SERVER OTHER) DFLTGRP(SYS1)",
        "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256)",
        "RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('mine')) WITHLABEL('mine') NISTECC SIZE(256) "
        "SIGNWITH(CERTAUTH LABEL('ca'))",
        "RACDCERT ID(SERVER) ADDRING(Ring)", "RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring) DEFAULT)",
        "RACDCERT ID(SERVER) CONNECT(CERTAUTH LABEL('ca') RING(Ring))", "SETROPTS CLASSACT(FACILITY)",
        "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
        "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(SERVER) ACCESS(READ)"})
    lab.must(command);
  set("RINGSIDE_LAB", lab.path());
  run_as("SERVER");
}

void DatalibTest::run_as(const std::string& user) {
  set("RINGSIDE_USER", user);
}

void DatalibTest::set(const std::string& name, const std::string& value) {
  setenv(name.c_str(), value.c_str(), 1);
}

base::Bytes DatalibTest::der_of(const std::string& owner, const std::string& label) {
  const base::SystemClock clock;
  lab::Lab opened(lab.path(), clock);
  const auto record = opened.database_of(opened.systems().find("SYS1").value()).certificates.by_label(owner, label);
  return record ? record->der.get() : base::Bytes{};
}

DatalibTest::Fresh DatalibTest::fresh(const std::string& name) {
  const crypto::SeededRandomness randomness("test", name);
  const crypto::PrivateKey key = crypto::generate_key({crypto::KeyType::nist_ecc, 256}, randomness);
  const auto subject = *crypto::DistinguishedName::from_parts({{"CN", name}});
  const base::Instant now = base::SystemClock().now();
  const crypto::CertificateContent content{{0x01},           subject, subject, now, now + std::chrono::hours(24),
                                           key.public_key(), {}};
  return {crypto::issue(content, key, randomness).der(), key.pkcs8()};
}

irrsdl_data_put put_of(base::Bytes& certificate, base::Bytes& key, std::string& label, const std::string& owner) {
  irrsdl_data_put list{};
  list.usage = IRRSDL_USAGE_PERSONAL;
  list.certificate = certificate.data();
  list.certificate_length = static_cast<std::uint32_t>(certificate.size());
  list.key = key.data();
  list.key_length = static_cast<std::uint32_t>(key.size());
  list.label = label.data();
  list.label_length = static_cast<std::uint32_t>(label.size());
  list.owner = user_of(owner);
  return list;
}

}  // namespace ringside::connectors::datalib

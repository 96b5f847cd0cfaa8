// tests/connectors/pkcs11/module_under_test.hpp - the PKCS#11 module over a lab, called through its list of functions.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "connectors/pkcs11/cryptoki.hpp"
#include "tests/support/lab_on_disk.hpp"

namespace ringside::test_support {

inline CK_FUNCTION_LIST& cryptoki() {
  CK_FUNCTION_LIST* list = nullptr;
  EXPECT_EQ(C_GetFunctionList(&list), CKR_OK);
  return *list;
}

/// A lab with user SRV, whose rings Rsa and Ec have a key of that kind as default certificate, and the CA of both.
class RingsOnDisk : public LabOnDisk {
 public:
  RingsOnDisk() {
    must("ADDUSER SRV");
    must("SETROPTS CLASSACT(FACILITY)");
    must("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)");
    must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC");
    using Row = std::pair<std::string, std::string>;
    for (const auto& [ring, kind] : {Row{"Rsa", "RSA SIZE(2048)"}, Row{"Ec", "NISTECC SIZE(256)"}}) {
      must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('" + ring + "')) WITHLABEL('" + ring +
           "') SIGNWITH(CERTAUTH LABEL('CA')) " + kind);
      must("RACDCERT ID(SRV) ADDRING(" + ring + ")");
      must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(" + ring + "))");
      must("RACDCERT ID(SRV) CONNECT(LABEL('" + ring + "') RING(" + ring + ") DEFAULT)");
    }
  }
};

/// The module, initialised for a user of the lab until the object ends.
class ModuleUnderTest {
 public:
  explicit ModuleUnderTest(const LabOnDisk& lab, const std::string& user = "SRV", const std::string& rings = "")
      : environment_({{"RINGSIDE_LAB", lab.path()},
                      {"RINGSIDE_SYSTEM", ""},
                      {"RINGSIDE_USER", user},
                      {"RINGSIDE_RINGS", rings},
                      {"RINGSIDE_LENIENT", ""}}) {
    EXPECT_EQ(cryptoki().C_Initialize(nullptr), CKR_OK);
  }
  ~ModuleUnderTest() { cryptoki().C_Finalize(nullptr); }
  ModuleUnderTest(const ModuleUnderTest&) = delete;
  ModuleUnderTest& operator=(const ModuleUnderTest&) = delete;

  static std::vector<CK_SLOT_ID> slots() {
    CK_ULONG count = 0;
    EXPECT_EQ(cryptoki().C_GetSlotList(CK_TRUE, nullptr, &count), CKR_OK);
    std::vector<CK_SLOT_ID> slots(count);
    EXPECT_EQ(cryptoki().C_GetSlotList(CK_TRUE, slots.data(), &count), CKR_OK);
    return slots;
  }
  /// The labels of all tokens, without their blanks.
  static std::vector<std::string> labels() {
    std::vector<std::string> labels;
    for (const CK_SLOT_ID slot : slots()) {
      CK_TOKEN_INFO info{};
      EXPECT_EQ(cryptoki().C_GetTokenInfo(slot, &info), CKR_OK);
      labels.push_back(base::trim(std::string(std::begin(info.label), std::end(info.label))));
    }
    return labels;
  }
  static CK_SLOT_ID slot_of(const std::string& label) {
    const auto all = labels();
    return static_cast<CK_SLOT_ID>(std::find(all.begin(), all.end(), label) - all.begin());
  }
  static CK_SESSION_HANDLE session_with(const std::string& label) {
    CK_SESSION_HANDLE session = 0;
    EXPECT_EQ(cryptoki().C_OpenSession(slot_of(label), CKF_SERIAL_SESSION, nullptr, nullptr, &session), CKR_OK);
    return session;
  }

 private:
  EnvironmentOf environment_;
};

inline std::vector<CK_OBJECT_HANDLE> found(CK_SESSION_HANDLE session, std::vector<CK_ATTRIBUTE> asked) {
  EXPECT_EQ(cryptoki().C_FindObjectsInit(session, asked.data(), asked.size()), CKR_OK);
  std::vector<CK_OBJECT_HANDLE> objects(100);
  CK_ULONG count = 0;
  EXPECT_EQ(cryptoki().C_FindObjects(session, objects.data(), objects.size(), &count), CKR_OK);
  EXPECT_EQ(cryptoki().C_FindObjectsFinal(session), CKR_OK);
  objects.resize(count);
  return objects;
}

inline std::vector<CK_OBJECT_HANDLE> of_class(CK_SESSION_HANDLE session, CK_OBJECT_CLASS kind) {
  return found(session, {{CKA_CLASS, &kind, sizeof kind}});
}

/// The private key of the ring's default certificate, or its public key.
inline CK_OBJECT_HANDLE key_in(CK_SESSION_HANDLE session, CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY) {
  const auto keys = of_class(session, kind);
  EXPECT_FALSE(keys.empty());
  return keys.empty() ? 0 : keys.front();
}

/// The value of an attribute; empty if the object does not have it.
inline base::Bytes value_of(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) {
  CK_ATTRIBUTE asked{type, nullptr, 0};
  if (cryptoki().C_GetAttributeValue(session, object, &asked, 1) != CKR_OK) return {};
  base::Bytes value(asked.ulValueLen);
  asked.pValue = value.data();
  EXPECT_EQ(cryptoki().C_GetAttributeValue(session, object, &asked, 1), CKR_OK);
  return value;
}

/// The labels of the objects of a kind, in the order in which they are found.
inline std::vector<std::string> labels_of(CK_SESSION_HANDLE session, CK_OBJECT_CLASS kind) {
  std::vector<std::string> labels;
  for (const auto object : of_class(session, kind))
    labels.push_back(base::to_text(value_of(session, object, CKA_LABEL)));
  return labels;
}

/// A signature over the data in one part, which must succeed.
inline base::Bytes signature_by(CK_SESSION_HANDLE session, CK_MECHANISM mechanism, base::Bytes data) {
  EXPECT_EQ(cryptoki().C_SignInit(session, &mechanism, key_in(session)), CKR_OK);
  base::Bytes signature(512);
  CK_ULONG length = signature.size();
  EXPECT_EQ(cryptoki().C_Sign(session, data.data(), data.size(), signature.data(), &length), CKR_OK);
  signature.resize(length);
  return signature;
}

/// What C_Verify answers.
inline CK_RV verified(CK_SESSION_HANDLE session, CK_MECHANISM mechanism, base::Bytes data, base::Bytes signature) {
  EXPECT_EQ(cryptoki().C_VerifyInit(session, &mechanism, key_in(session, CKO_PUBLIC_KEY)), CKR_OK);
  return cryptoki().C_Verify(session, data.data(), data.size(), signature.data(), signature.size());
}

}  // namespace ringside::test_support

// tests/connectors/datalib/datalib_lab.hpp - a lab for the tests of libringside-datalib: SERVER has a ring, and the
// program runs as SERVER or as IBMUSER.
#pragma once

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "connectors/datalib/modes.hpp"
#include "tests/connectors/datalib/datalib_caller.hpp"
#include "tests/support/lab_on_disk.hpp"

namespace ringside::connectors::datalib {

/// SERVER's ring Ring holds 'mine' as the default, and 'ca' of CERTAUTH.
class DatalibTest : public testing::Test {
 protected:
  DatalibTest();
  ~DatalibTest() override { set_modes(-1, -1); }
  /// The program runs under this user ID from now on.
  void run_as(const std::string& user);
  /// Sets a variable of the environment until the end of the test.
  void set(const std::string& name, const std::string& value);
  /// The DER of a certificate of the lab.
  base::Bytes der_of(const std::string& owner, const std::string& label);
  /// The DER and the key, as PKCS#8, of a certificate that the lab does not have.
  struct Fresh {
    base::Bytes certificate, key;
  };
  static Fresh fresh(const std::string& name);

  test_support::LabOnDisk lab;
  Caller caller;
  GetAreas areas;

 private:
  test_support::EnvironmentOf environment_;
};

/// A list of DataPut for a certificate.
irrsdl_data_put put_of(base::Bytes& certificate, base::Bytes& key, std::string& label, const std::string& owner);

}  // namespace ringside::connectors::datalib

// tests/emulator/racf/racdcert/zosmf_lab.hpp - a lab in which z/OSMF's certificates are set up as its job does it.
#pragma once

#include <string>

#include "tests/support/racf_lab.hpp"

namespace ringside::test_support {

inline constexpr const char* make_ca =
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('z/OSMF CertAuth for Security Domain') OU('IZUDFLT')) "
    "WITHLABEL('zOSMFCA') "
    "TRUST NOTAFTER(DATE(2023/05/17))";
inline constexpr const char* make_server =
    "RACDCERT ID( IZUSVR ) GENCERT SUBJECTSDN(CN('PEV051.POK.IBM.COM') O('IBM') OU('IZUDFLT')) "
    "WITHLABEL('DefaultzOSMFCert.IZUDFLT') , SIGNWITH(CERTAUTH LABEL('zOSMFCA')) NOTAFTER(DATE(2023/05/17))";

class ZosmfLab : public RacfLab {
 public:
  explicit ZosmfLab(const std::string& date = "2013-05-17", lab::Rules rules = {}) : RacfLab(date, rules) {
    define_user("SYS1");
  }

  void define_user(const std::string& system) {
    must("ADDGROUP IZUADMIN", system);
    must("ADDUSER IZUSVR DFLTGRP(IZUADMIN) NOPASSWORD", system);
  }

  void set_up(const std::string& system = "SYS1") {
    must(make_ca, system);
    must("RACDCERT ADDRING(IZUKeyring.IZUDFLT) ID(IZUSVR)", system);
    must(make_server, system);
    must("RACDCERT ID( IZUSVR ) CONNECT (LABEL('DefaultzOSMFCert.IZUDFLT') RING(IZUKeyring.IZUDFLT) DEFAULT)", system);
    must("RACDCERT ID( IZUSVR ) CONNECT (LABEL('zOSMFCA') RING(IZUKeyring.IZUDFLT) CERTAUTH)", system);
  }
};

}  // namespace ringside::test_support

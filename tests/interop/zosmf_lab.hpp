// tests/interop/zosmf_lab.hpp - a lab file with the rings of z/OSMF servers, for tests with clients of others.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/interop/serve_process.hpp"
#include "tests/support/peers.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::test_support {

class ZosmfLab : public testing::Test {
 protected:
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }

  /// `ringside --lab ... ARGUMENTS`; must end with 0.
  ProgramResult ringside(const std::string& arguments) const {
    auto result =
        run_program(std::string(RINGSIDE_BINARY) + " --key-cache none --lab " + file("z.lab") + " " + arguments);
    EXPECT_EQ(result.status, 0) << arguments << "\n" << result.output;
    return result;
  }
  /// TSO commands on a system, each of which must end with 0; they have no quotation marks.
  void tso_all(const std::string& system, const std::vector<std::string>& commands) const {
    std::string operands;
    for (const std::string& command : commands) operands += " \"" + command + "\"";
    ringside("--system " + system + " tso" + operands);
  }
  void tso(const std::string& system, const std::string& command) const { tso_all(system, {command}); }

  /// What makes a ring for the server of a system: a CA with this name, and a certificate for localhost.
  [[nodiscard]] static std::vector<std::string> ring_commands(const std::string& ca) {
    return {"ADDUSER IZUSVR NOPASSWORD",
            "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + ca + "')) WITHLABEL('" + ca + "') NISTECC SIZE(256)",
            "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('localhost')) WITHLABEL('Server') NISTECC SIZE(256) "
            "ALTNAME(DOMAIN('localhost') IP(127.0.0.1)) SIGNWITH(CERTAUTH LABEL('" +
                ca + "'))",
            "RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)",
            "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)",
            "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('" + ca + "') RING(IZUKeyring.IZUDFLT))"};
  }
  void make_ring(const std::string& system, const std::string& ca = "zOSMFCA") const {
    tso_all(system, ring_commands(ca));
  }
  /// Exports a certificate as PEM to a real file, and returns its path.
  [[nodiscard]] std::string exported(const std::string& system, const std::string& owner,
                                     const std::string& label) const {
    tso(system, "RACDCERT " + owner + " EXPORT(LABEL('" + label + "')) DSN('OUT.CRT') FORMAT(CERTB64)");
    ringside("--system " + system + " get OUT.CRT " + file(label + ".pem"));
    return file(label + ".pem");
  }
  [[nodiscard]] std::string options() const { return "--lab " + file("z.lab"); }

  TemporaryDirectory folder_;
};

}  // namespace ringside::test_support

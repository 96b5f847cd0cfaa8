// tests/emulator/racf/racdcert/function_table_probes.hpp - for every function of RACDCERT a command that works, for
// every operand a value that changes the result, and a lab that shows the difference.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "emulator/database/store.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/host/records.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {

/// The same command without and with the operand.
struct Probe {
  std::string without;
  std::string with;
};

inline constexpr std::array<const char*, 4> probe_owners{"ID(IBMUSER)", "ID(ANN)", "CERTAUTH", "SITE"};

/// Every owner has a certificate 'c' with a successor 'c2'. Users have rings and mappings, tokens have copies, data
/// sets have certificates from outside.
class ProbeLab : public test_support::RacfLab {
 public:
  ProbeLab() : RacfLab("2013-05-17", {lab::RacfLevel::v3r2, false}) {
    must("ADDUSER ANN DFLTGRP(SYS1)");
    must("RACDCERT ADDTOKEN(FULL)");
    must("RACDCERT ADDTOKEN(LAST)");
    for (const char* owner : probe_owners) make_owner(owner);
    for (const char* user : {"ID(IBMUSER)", "ID(ANN)"}) {
      must(fmt::format("RACDCERT {} ADDRING(Ring)", user));
      must(fmt::format("RACDCERT {} ADDRING(Empty)", user));
      for (const char* owner : probe_owners)
        must(fmt::format("RACDCERT {} CONNECT({} LABEL('c') RING(Ring))", user, owner));
      must(fmt::format("RACDCERT {} MAP SDNFILTER('CN={}') WITHLABEL('m') TRUST", user, user));
    }
    must("RACDCERT MULTIID MAP SDNFILTER('CN=many') WITHLABEL('m') CRITERIA(APPLID=A) TRUST");
    make_special_certificates();
    make_data_sets();
  }

  /// The output of a command, and listings of the lab after it (`world`).
  struct Observation {
    int return_code = 0;
    std::vector<std::string> shown;
    std::vector<std::string> diagnostics;
    std::string world;
  };
  Observation observe(const std::string& command) {
    auto undone = lab().savepoint();
    const host::CommandResult result = run(command);
    return {result.return_code, result.shown(), result.diagnostics, world()};
  }

  std::string world() {
    std::string text;
    for (const char* owner : probe_owners) text += shown(fmt::format("RACDCERT {} LIST", owner));
    for (const char* owner : {"ID(IBMUSER)", "ID(ANN)", "MULTIID"})
      text += shown(fmt::format("RACDCERT {} LISTMAP", owner));
    for (const char* owner : {"ID(IBMUSER)", "ID(ANN)"}) text += shown(fmt::format("RACDCERT {} LISTRING(*)", owner));
    text += shown("RACDCERT LISTTOKEN(*)");
    for (const char* data_set : {"IBMUSER.OUT", "IBMUSER.OUT2"})
      if (const auto found = session().data_sets.find(data_set))
        for (const auto byte : host::contents(*found)) text += fmt::format("{:02x}", byte);
    return text;
  }

 private:
  void make_owner(const std::string& owner) {
    must(fmt::format("RACDCERT {} GENCERT SUBJECTSDN(CN('{}')) WITHLABEL('c') SIZE(512)", owner, owner));
    must(fmt::format("RACDCERT {} REKEY(LABEL('c')) WITHLABEL('c2')", owner));
    must(fmt::format("RACDCERT BIND(TOKEN(FULL) {} LABEL('c'))", owner));
  }

  void make_special_certificates() {
    must("RACDCERT GENCERT SUBJECTSDN(CN('untrusted')) WITHLABEL('untrusted') SIZE(512)");
    must("RACDCERT ALTER(LABEL('untrusted')) NOTRUST");
    must("RACDCERT GENCERT SUBJECTSDN(CN('requested')) WITHLABEL('requested') SIZE(512)");
    must("RACDCERT GENREQ(LABEL('requested')) DSN(A.REQUEST)");
    must("RACDCERT GENCERT SUBJECTSDN(CN('last')) WITHLABEL('last') SIZE(512)");
    must("RACDCERT BIND(TOKEN(LAST) LABEL('last'))");
    must("RACDCERT DELETE(LABEL('last'))");
    must("RACDCERT GENCERT SUBJECTSDN(CN('icsf')) WITHLABEL('icsf') RSA(PKDS(IN.ICSF)) SIZE(512)");
    make_odd_token();
  }

  // Another program has stored the certificate of a key that RACF does not have.
  void make_odd_token() {
    must("RACDCERT GENCERT SUBJECTSDN(CN('odd')) WITHLABEL('odd') DSA SIZE(2048)");
    must("RACDCERT ADDTOKEN(ODD)");
    database::TokenObject object{0, "odd", "IBMUSER", "PERSONAL", false, record("IBMUSER", "odd")->der, {}};
    session().database.tokens.add_object("ODD", object);
    must("RACDCERT DELETE(LABEL('odd'))");
  }

  void make_data_sets() {
    must("RACDCERT GENCERT SUBJECTSDN(CN('leaf')) WITHLABEL('leaf') SIGNWITH(LABEL('untrusted')) SIZE(512)");
    must("RACDCERT EXPORT(LABEL('leaf')) DSN(A.CERT)");
    must("RACDCERT EXPORT(LABEL('leaf')) DSN(A.P12) PASSWORD('secret')");
    must("RACDCERT DELETE(LABEL('leaf'))");
  }
};

/// A command of each function that ends with return code 0, or with the message for a missing operand.
inline const std::map<std::string_view, std::string_view>& base_commands() {
  static const std::map<std::string_view, std::string_view> all = {
      {"ADD", "ADD(A.CERT)"},
      {"ADDRING", "ADDRING(New)"},
      {"ADDTOKEN", "ADDTOKEN(NEW)"},
      {"ALTER", "ALTER(LABEL('c'))"},
      {"ALTMAP", "ALTMAP(LABEL('m'))"},
      {"BIND", "BIND(TOKEN(LAST) LABEL('c'))"},
      {"CHECKCERT", "CHECKCERT(A.CERT)"},
      {"CONNECT", "CONNECT(LABEL('c') RING(Empty))"},
      {"DELETE", "DELETE(LABEL('c'))"},
      {"DELMAP", "DELMAP(LABEL('m'))"},
      {"DELRING", "DELRING(Ring)"},
      {"DELTOKEN", "DELTOKEN(FULL)"},
      {"EXPORT", "EXPORT(LABEL('c')) DSN(OUT)"},
      {"GENCERT", "GENCERT SUBJECTSDN(CN('made'))"},
      {"GENREQ", "GENREQ(LABEL('c')) DSN(OUT)"},
      {"IMPORT", "IMPORT(TOKEN(LAST) SEQNUM(1))"},
      {"LIST", "LIST(LABEL('c'))"},
      {"LISTCHAIN", "LISTCHAIN(LABEL('c'))"},
      {"LISTMAP", "LISTMAP(LABEL('m'))"},
      {"LISTRING", "LISTRING(Ring)"},
      {"LISTTOKEN", "LISTTOKEN(FULL)"},
      {"MAP", "MAP SDNFILTER('CN=made')"},
      {"REKEY", "REKEY(LABEL('c'))"},
      {"REMOVE", "REMOVE(LABEL('c') RING(Ring))"},
      {"ROLLOVER", "ROLLOVER(LABEL('c')) NEWLABEL('c2')"},
      {"UNBIND", "UNBIND(TOKEN(FULL) LABEL('c'))"},
  };
  return all;
}

/// Each operand with a value that is not the default.
inline const std::map<std::string_view, std::string_view>& operand_samples() {
  static const std::map<std::string_view, std::string_view> all = {
      {"ALTNAME", "ALTNAME(DOMAIN('host.example.com'))"},
      {"BPECC", "BPECC"},
      {"CERTAUTH", "CERTAUTH"},
      {"CRITERIA", "CRITERIA(APPLID=B)"},
      {"DSA", "DSA"},
      {"DSN", "DSN(OUT2)"},
      {"FORCE", "FORCE"},
      {"FORMAT", "FORMAT(CERTDER)"},
      {"FROMICSF", "FROMICSF(IN.ICSF)"},
      {"HIGHTRUST", "HIGHTRUST"},
      {"ICSF", "ICSF(A.KEY)"},
      {"ID", "ID(ANN)"},
      {"IDNFILTER", "IDNFILTER('O=made')"},
      {"KEYUSAGE", "KEYUSAGE(DOCSIGN)"},
      {"LABEL", "LABEL('x')"},
      {"MULTIID", "MULTIID"},
      {"NEWCRITERIA", "NEWCRITERIA(APPLID=B)"},
      {"NEWLABEL", "NEWLABEL('n')"},
      {"NISTECC", "NISTECC"},
      {"NOTAFTER", "NOTAFTER(DATE(2013-12-31))"},
      {"NOTBEFORE", "NOTBEFORE(DATE(2013-05-01))"},
      {"NOTRUST", "NOTRUST"},
      {"PASSWORD", "PASSWORD('secret')"},
      {"PBE", "PBE(AES)"},
      {"PCICC", "PCICC(A.KEY)"},
      {"PKDS", "PKDS(A.KEY)"},
      {"RING", "RING(Empty)"},
      {"RSA", "RSA(PKDS(A.KEY))"},
      {"SDNFILTER", "SDNFILTER('O=made')"},
      {"SIGATTR", "SIGATTR(RSAPSS)"},
      {"SIGNWITH", "SIGNWITH(CERTAUTH LABEL('c'))"},
      {"SITE", "SITE"},
      {"SIZE", "SIZE(1024)"},
      {"SUBJECTSDN", "SUBJECTSDN(CN('x'))"},
      {"TRUST", "TRUST"},
      {"WITHLABEL", "WITHLABEL('w')"},
  };
  return all;
}

using Cell = std::pair<std::string_view, std::string_view>;

/// Commands for cells where the operand does not change the output of the plain command.
inline const std::map<Cell, Probe>& special_probes() {
  constexpr const char* outside =
      "GENCERT SUBJECTSDN(CN('made')) SIZE(512) SIGNWITH(LABEL('c')) NOTAFTER(DATE(2030-01-01))";
  static const std::map<Cell, Probe> all = {
      {{"GENCERT", "SUBJECTSDN"}, {"GENCERT", "GENCERT SUBJECTSDN(CN('made'))"}},
      {{"GENCERT", "DSA"},
       {"GENCERT SUBJECTSDN(CN('made')) SIZE(1024)", "GENCERT SUBJECTSDN(CN('made')) SIZE(1024) DSA"}},
      {{"GENCERT", "TRUST"}, {outside, std::string(outside) + " TRUST"}},
      {{"GENCERT", "HIGHTRUST"},
       {"CERTAUTH GENCERT SUBJECTSDN(CN('m'))", "CERTAUTH GENCERT SUBJECTSDN(CN('m')) HIGHTRUST"}},
      {{"ADD", "PASSWORD"}, {"ADD(A.P12)", "ADD(A.P12) PASSWORD('secret')"}},
      {{"ADD", "HIGHTRUST"}, {"CERTAUTH ADD(A.CERT)", "CERTAUTH ADD(A.CERT) HIGHTRUST"}},
      {{"ADD", "NOTRUST"}, {"ADD(A.CERT) TRUST", "ADD(A.CERT) NOTRUST"}},
      {{"ADD", "PKDS"}, {"ADD(A.P12) PASSWORD('secret')", "ADD(A.P12) PASSWORD('secret') PKDS(A.KEY)"}},
      {{"ADD", "ICSF"}, {"ADD(A.P12) PASSWORD('secret')", "ADD(A.P12) PASSWORD('secret') ICSF(A.KEY)"}},
      {{"ADD", "PCICC"}, {"ADD(A.P12) PASSWORD('secret')", "ADD(A.P12) PASSWORD('secret') PCICC(A.KEY)"}},
      {{"IMPORT", "TRUST"}, {"IMPORT(TOKEN(LAST) SEQNUM(1)) NOTRUST", "IMPORT(TOKEN(LAST) SEQNUM(1)) TRUST"}},
      {{"IMPORT", "HIGHTRUST"},
       {"CERTAUTH IMPORT(TOKEN(LAST) SEQNUM(1))", "CERTAUTH IMPORT(TOKEN(LAST) SEQNUM(1)) HIGHTRUST"}},
      {{"CHECKCERT", "PASSWORD"}, {"CHECKCERT(A.P12)", "CHECKCERT(A.P12) PASSWORD('secret')"}},
      {{"DELETE", "FORCE"}, {"DELETE(LABEL('requested'))", "DELETE(LABEL('requested')) FORCE"}},
      {{"EXPORT", "DSN"}, {"EXPORT(LABEL('c'))", "EXPORT(LABEL('c')) DSN(OUT)"}},
      {{"EXPORT", "PBE"},
       {"EXPORT(LABEL('c')) DSN(OUT) PASSWORD('secret')", "EXPORT(LABEL('c')) DSN(OUT) PASSWORD('secret') PBE(AES)"}},
      {{"GENREQ", "DSN"}, {"GENREQ(LABEL('c'))", "GENREQ(LABEL('c')) DSN(OUT)"}},
      {{"MAP", "SDNFILTER"}, {"MAP IDNFILTER('O=made')", "MAP IDNFILTER('O=made') SDNFILTER('O=made')"}},
      {{"MAP", "CRITERIA"}, {"MULTIID MAP SDNFILTER('O=x')", "MULTIID MAP SDNFILTER('O=x') CRITERIA(APPLID=B)"}},
      {{"MAP", "MULTIID"},
       {"MAP SDNFILTER('O=x') CRITERIA(APPLID=B)", "MAP SDNFILTER('O=x') CRITERIA(APPLID=B) MULTIID"}},
      {{"MAP", "NOTRUST"}, {"MAP SDNFILTER('O=x') TRUST", "MAP SDNFILTER('O=x') NOTRUST"}},
      {{"ALTMAP", "NEWCRITERIA"}, {"MULTIID ALTMAP(LABEL('m'))", "MULTIID ALTMAP(LABEL('m')) NEWCRITERIA(APPLID=B)"}},
      {{"ALTMAP", "MULTIID"}, {"ALTMAP(LABEL('m')) NOTRUST", "ALTMAP(LABEL('m')) NOTRUST MULTIID"}},
      {{"ALTMAP", "ID"}, {"ALTMAP(LABEL('m')) NOTRUST", "ALTMAP(LABEL('m')) NOTRUST ID(ANN)"}},
      {{"ALTER", "ID"}, {"ALTER(LABEL('c')) NOTRUST", "ALTER(LABEL('c')) NOTRUST ID(ANN)"}},
      {{"ALTER", "SITE"}, {"ALTER(LABEL('c')) NOTRUST", "ALTER(LABEL('c')) NOTRUST SITE"}},
      {{"ALTER", "CERTAUTH"}, {"ALTER(LABEL('c')) NOTRUST", "ALTER(LABEL('c')) NOTRUST CERTAUTH"}},
      {{"ROLLOVER", "NEWLABEL"}, {"ROLLOVER(LABEL('c'))", "ROLLOVER(LABEL('c')) NEWLABEL('c2')"}},
      {{"ROLLOVER", "FORCE"},
       {"ROLLOVER(LABEL('c')) NEWLABEL('untrusted')", "ROLLOVER(LABEL('c')) NEWLABEL('untrusted') FORCE"}},
      {{"DELTOKEN", "FORCE"}, {"DELTOKEN(ODD)", "DELTOKEN(ODD) FORCE"}},
      {{"UNBIND", "FORCE"}, {"UNBIND(TOKEN(LAST) SEQNUM(1))", "UNBIND(TOKEN(LAST) SEQNUM(1)) FORCE"}},
  };
  return all;
}

inline Probe probe_of(std::string_view function, std::string_view operand) {
  const auto special = special_probes().find({function, operand});
  Probe probe = special != special_probes().end()
                    ? special->second
                    : Probe{std::string(base_commands().at(function)),
                            fmt::format("{} {}", base_commands().at(function), operand_samples().at(operand))};
  return {"RACDCERT " + probe.without, "RACDCERT " + probe.with};
}

}  // namespace ringside::racf

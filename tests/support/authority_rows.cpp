// tests/support/authority_rows.cpp - who sees what of a ring: one table, which every face of the rings must agree with.
#include "tests/support/authority_rows.hpp"

#include <algorithm>

namespace ringside::test_support {
namespace {

using Seen = std::vector<SeenCertificate>;
using racf::datalib::no_certificate;
using racf::datalib::no_ring;
using racf::datalib::not_authorized;
using racf::datalib::success;

constexpr const char* server_reads = "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(SERVER) ACCESS(READ)";
constexpr const char* reader_reads = "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(READER) ACCESS(UPDATE)";
constexpr const char* profile = "RDEFINE RDATALIB SERVER.RING.LST UACC(NONE)";
constexpr const char* refresh = "SETROPTS RACLIST(RDATALIB) REFRESH";
constexpr const char* raclist = "SETROPTS CLASSACT(DIGTCERT DIGTRING) RACLIST(DIGTCERT DIGTRING)";
constexpr const char* refresh_rings = "SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH";
constexpr const char* notrust = "RACDCERT ID(SERVER) ALTER(LABEL('mine')) NOTRUST";
constexpr const char* remove = "RACDCERT ID(SERVER) REMOVE(ID(OTHER) LABEL('theirs') RING(Ring))";
constexpr const char* ca_is_personal = "RACDCERT ID(SERVER) CONNECT(CERTAUTH LABEL('ca') RING(Ring) USAGE(PERSONAL))";
constexpr const char* gencert = "RDEFINE FACILITY IRR.DIGTCERT.GENCERT UACC(NONE)";

std::string permit(const char* access) {
  return std::string("PERMIT SERVER.RING.LST CLASS(RDATALIB) ID(READER) ACCESS(") + access + ")";
}

const std::vector<AuthorityRow>& table() {
  static const std::string none = permit("NONE"), read = permit("READ"), update = permit("UPDATE"),
                           control = permit("CONTROL");
  static const Seen nothing, public_only{{"ca"}, {"mine"}, {"theirs"}}, own_key{{"ca"}, {"mine", true}, {"theirs"}},
      user_keys{{"ca"}, {"mine", true}, {"theirs", true}};
  static const std::vector<AuthorityRow> rows = {
      // FACILITY: READ for one's own rings, UPDATE for those of others. Nobody gets another user's key.
      {"NobodyIsPermitted", {}, "SERVER", "SERVER", "Ring", not_authorized, nothing},
      {"OwnRingByFacility", {server_reads}, "SERVER", "SERVER", "Ring", success, own_key},
      {"AnothersRingByFacility", {reader_reads}, "READER", "SERVER", "Ring", success, public_only},
      {"ReadIsNotEnoughForAnothersRing", {server_reads}, "READER", "SERVER", "Ring", not_authorized, nothing},
      {"TheOwnerOfACertificateHasItsKey",
       {"PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(OTHER) ACCESS(UPDATE)"},
       "OTHER",
       "SERVER",
       "Ring",
       success,
       {{"ca"}, {"mine"}, {"theirs", true}}},
      {"KeyOfCertauthWithoutRight", {server_reads, ca_is_personal}, "SERVER", "SERVER", "Ring", success, own_key},
      {"KeyOfCertauthByGencert",
       {server_reads, ca_is_personal, gencert,
        "PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(SERVER) ACCESS(CONTROL)"},
       "SERVER",
       "SERVER",
       "Ring",
       success,
       {{"ca", true}, {"mine", true}, {"theirs"}}},
      // The authority is looked at before the ring.
      {"NoSuchRing", {server_reads}, "SERVER", "SERVER", "None", no_ring, nothing},
      {"RingNamesHaveCase", {server_reads}, "SERVER", "SERVER", "RING", no_ring, nothing},
      {"NoSuchUser", {reader_reads}, "READER", "NOBODY", "Ring", no_ring, nothing},
      {"NoSuchUserAndNoRight", {}, "READER", "NOBODY", "Ring", not_authorized, nothing},
      {"AnEmptyRing", {server_reads}, "SERVER", "SERVER", "Empty", no_certificate, nothing},
      // RDATALIB: the ring's profile is final.
      {"RdatalibNone",
       {reader_reads, profile, none.c_str(), refresh},
       "READER",
       "SERVER",
       "Ring",
       not_authorized,
       nothing},
      {"RdatalibRead", {profile, read.c_str(), refresh}, "READER", "SERVER", "Ring", success, public_only},
      {"RdatalibUpdateGivesKeysOfUsers",
       {profile, update.c_str(), refresh, ca_is_personal},
       "READER",
       "SERVER",
       "Ring",
       success,
       user_keys},
      {"RdatalibControlGivesKeysOfCertauth",
       {profile, control.c_str(), refresh, ca_is_personal},
       "READER",
       "SERVER",
       "Ring",
       success,
       {{"ca", true}, {"mine", true}, {"theirs", true}}},
      {"APermitBeforeItsRefresh",
       {profile, refresh, read.c_str()},
       "READER",
       "SERVER",
       "Ring",
       not_authorized,
       nothing},
      {"APermitAfterItsRefresh",
       {profile, refresh, read.c_str(), refresh},
       "READER",
       "SERVER",
       "Ring",
       success,
       public_only},
      {"AnotherRingsProfile",
       {"RDEFINE RDATALIB SERVER.EMPTY.LST UACC(READ)", refresh},
       "READER",
       "SERVER",
       "Ring",
       not_authorized,
       nothing},
      // Certificates with NOTRUST are hidden, and copies in storage count until they are refreshed.
      {"Notrust",
       {server_reads, notrust},
       "SERVER",
       "SERVER",
       "Ring",
       success,
       {{"ca"}, {"mine", true, true}, {"theirs"}}},
      {"NotrustBeforeRefresh", {server_reads, raclist, notrust}, "SERVER", "SERVER", "Ring", success, own_key},
      {"RemovedBeforeRefresh", {server_reads, raclist, remove}, "SERVER", "SERVER", "Ring", success, own_key},
      {"RemovedAfterRefresh",
       {server_reads, raclist, remove, refresh_rings},
       "SERVER",
       "SERVER",
       "Ring",
       success,
       {{"ca"}, {"mine", true}}},
  };
  return rows;
}

}  // namespace

void set_up_authority(LabOnDisk& lab) {
  for (const char* command :
       {"ADDUSER (SERVER OTHER READER) DFLTGRP(SYS1)",
        "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256)",
        "RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('localhost')) WITHLABEL('mine') NISTECC SIZE(256) "
        "ALTNAME(DOMAIN('localhost') IP(127.0.0.1)) SIGNWITH(CERTAUTH LABEL('ca'))",
        "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('theirs')) WITHLABEL('theirs') NISTECC SIZE(256)",
        "RACDCERT ID(SERVER) ADDRING(Ring)", "RACDCERT ID(SERVER) ADDRING(Empty)",
        "RACDCERT ID(SERVER) CONNECT(CERTAUTH LABEL('ca') RING(Ring))",
        "RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring) DEFAULT)",
        "RACDCERT ID(SERVER) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring))",
        "SETROPTS CLASSACT(FACILITY RDATALIB) RACLIST(RDATALIB) GENERIC(RDATALIB)",
        "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)"})
    lab.must(command);
}

std::span<const AuthorityRow> authority_rows() {
  return table();
}

bool lacks_a_key(const AuthorityRow& row) {
  const bool ca_is_personal = std::any_of(row.commands.begin(), row.commands.end(), [](const char* command) {
    return std::string(command).find("USAGE(PERSONAL)") != std::string::npos;
  });
  return std::any_of(row.seen.begin(), row.seen.end(), [&](const SeenCertificate& seen) {
    const bool is_personal = std::string(seen.label) != "ca" || ca_is_personal;
    return is_personal && !seen.has_key && !seen.is_notrust;
  });
}

AuthorityLab::AuthorityLab(const AuthorityRow& row) {
  set_up_authority(lab_);
  for (const char* command : row.commands) lab_.must(command);
}

}  // namespace ringside::test_support

// parser/tables/classes.cpp - the general resource classes that IBM supplies (Security Administrator's Guide, "Supplied
// RACF resource classes").
#include "parser/tables/classes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ringside::parser {
namespace {

using namespace std::string_view_literals;

// Sorted, for the search.
constexpr std::array supplied{
    "ACCTNUM"sv,  "ACEECHK"sv,  "ACICSPCT"sv, "AIMS"sv,     "ALCSAUTH"sv, "APPCLU"sv,   "APPCPORT"sv, "APPCSERV"sv,
    "APPCSI"sv,   "APPCTP"sv,   "APPL"sv,     "BCICSPCT"sv, "CACHECLS"sv, "CBIND"sv,    "CCICSCMD"sv, "CDT"sv,
    "CFIELD"sv,   "CIMS"sv,     "CONSOLE"sv,  "CPSMOBJ"sv,  "CPSMXMP"sv,  "CRYPTOZ"sv,  "CSFKEYS"sv,  "CSFSERV"sv,
    "DASDVOL"sv,  "DBNFORM"sv,  "DCEUUIDS"sv, "DCICSDCT"sv, "DEVICES"sv,  "DIGTCERT"sv, "DIGTCRIT"sv, "DIGTNMAP"sv,
    "DIGTRING"sv, "DIMS"sv,     "DIRACC"sv,   "DIRAUTH"sv,  "DIRECTRY"sv, "DIRSRCH"sv,  "DLFCLASS"sv, "DSNADM"sv,
    "DSNR"sv,     "ECICSDCT"sv, "EJBROLE"sv,  "FACILITY"sv, "FCICSFCT"sv, "FIELD"sv,    "FILE"sv,     "FIMS"sv,
    "FSACCESS"sv, "FSEXEC"sv,   "FSOBJ"sv,    "FSSEC"sv,    "GCICSTRN"sv, "GCPSMOBJ"sv, "GCSFKEYS"sv, "GDASDVOL"sv,
    "GDSNBP"sv,   "GDSNCL"sv,   "GDSNDB"sv,   "GDSNGV"sv,   "GDSNJR"sv,   "GDSNPK"sv,   "GDSNPN"sv,   "GDSNSC"sv,
    "GDSNSG"sv,   "GDSNSM"sv,   "GDSNSP"sv,   "GDSNSQ"sv,   "GDSNTB"sv,   "GDSNTS"sv,   "GDSNUF"sv,   "GDSNUT"sv,
    "GEJBROLE"sv, "GIMS"sv,     "GINFOMAN"sv, "GLOBAL"sv,   "GMBR"sv,     "GMQADMIN"sv, "GMQCHAN"sv,  "GMQNLIST"sv,
    "GMQPROC"sv,  "GMQQUEUE"sv, "GMXADMIN"sv, "GMXNLIST"sv, "GMXPROC"sv,  "GMXQUEUE"sv, "GMXTOPIC"sv, "GSDSF"sv,
    "GSOMDOBJ"sv, "GTERMINL"sv, "GXCSFKEY"sv, "GXFACILI"sv, "GZMFAPLA"sv, "HBRADMIN"sv, "HBRCMD"sv,   "HBRCONN"sv,
    "HCICSFCT"sv, "HIMS"sv,     "IBMOPC"sv,   "IDIDMAP"sv,  "IDTDATA"sv,  "IIMS"sv,     "ILMADMIN"sv, "INFOMAN"sv,
    "IPCOBJ"sv,   "JAVA"sv,     "JCICSJCT"sv, "JESINPUT"sv, "JESJOBS"sv,  "JESSPOOL"sv, "JIMS"sv,     "KCICSJCT"sv,
    "KERBLINK"sv, "KEYSMSTR"sv, "LDAP"sv,     "LDAPBIND"sv, "LFSCLASS"sv, "LIMS"sv,     "LOGSTRM"sv,  "MCICSPPT"sv,
    "MDSNBP"sv,   "MDSNCL"sv,   "MDSNDB"sv,   "MDSNGV"sv,   "MDSNJR"sv,   "MDSNPK"sv,   "MDSNPN"sv,   "MDSNSC"sv,
    "MDSNSG"sv,   "MDSNSM"sv,   "MDSNSP"sv,   "MDSNSQ"sv,   "MDSNTB"sv,   "MDSNTS"sv,   "MDSNUF"sv,   "MDSNUT"sv,
    "MFADEF"sv,   "MGMTCLAS"sv, "MIMS"sv,     "MQADMIN"sv,  "MQCHAN"sv,   "MQCMDS"sv,   "MQCONN"sv,   "MQNLIST"sv,
    "MQPROC"sv,   "MQQUEUE"sv,  "MXADMIN"sv,  "MXNLIST"sv,  "MXPROC"sv,   "MXQUEUE"sv,  "MXTOPIC"sv,  "NCICSPPT"sv,
    "NDSLINK"sv,  "NETCMDS"sv,  "NETSPAN"sv,  "NODES"sv,    "NODMBR"sv,   "NOTELINK"sv, "NVASAPDT"sv, "OIMS"sv,
    "OPERCMDS"sv, "OPTAUDIT"sv, "PCICSPSB"sv, "PERFGRP"sv,  "PIMS"sv,     "PKISERV"sv,  "PMBR"sv,     "PRINTSRV"sv,
    "PROCACT"sv,  "PROCESS"sv,  "PROGRAM"sv,  "PROPCNTL"sv, "PSFMPL"sv,   "PTKTDATA"sv, "PTKTVAL"sv,  "QCICSPSB"sv,
    "QIMS"sv,     "RACFEVNT"sv, "RACFHC"sv,   "RACFVARS"sv, "RACGLIST"sv, "RACHCMBR"sv, "RAUDITX"sv,  "RCICSRES"sv,
    "RDATALIB"sv, "REALM"sv,    "RIMS"sv,     "RMTOPS"sv,   "RODMMGR"sv,  "ROLE"sv,     "RRSFDATA"sv, "RVARSMBR"sv,
    "SCDMBR"sv,   "SCICSTST"sv, "SDSF"sv,     "SECDATA"sv,  "SECLABEL"sv, "SECLMBR"sv,  "SERVAUTH"sv, "SERVER"sv,
    "SFSCMD"sv,   "SIMS"sv,     "SMESSAGE"sv, "SOMDOBJS"sv, "STARTED"sv,  "STORCLAS"sv, "SUBSYSNM"sv, "SURROGAT"sv,
    "SYSAUTO"sv,  "SYSMVIEW"sv, "TAPEVOL"sv,  "TCICSTRN"sv, "TEMPDSN"sv,  "TERMINAL"sv, "TIMS"sv,     "TMEADMIN"sv,
    "TSOAUTH"sv,  "TSOPROC"sv,  "UCICSTST"sv, "UIMS"sv,     "UNIXMAP"sv,  "UNIXPRIV"sv, "VCICSCMD"sv, "VMBATCH"sv,
    "VMBR"sv,     "VMCMD"sv,    "VMDEV"sv,    "VMEVENT"sv,  "VMLAN"sv,    "VMMAC"sv,    "VMMDISK"sv,  "VMNODE"sv,
    "VMPOSIX"sv,  "VMRDR"sv,    "VMSEGMT"sv,  "VMXEVENT"sv, "VTAMAPPL"sv, "VXMBR"sv,    "WBEM"sv,     "WCICSRES"sv,
    "WIMS"sv,     "WRITER"sv,   "XCSFKEY"sv,  "XFACILIT"sv, "ZMFAPLA"sv,  "ZMFCLOUD"sv,
};
static_assert(std::is_sorted(supplied.begin(), supplied.end()));

constexpr std::array case_keeping_classes{
    "EJBROLE"sv,  "GEJBROLE"sv, "GMXADMIN"sv, "GMXNLIST"sv, "GMXPROC"sv,  "GMXQUEUE"sv, "GMXTOPIC"sv, "GZMFAPLA"sv,
    "HBRADMIN"sv, "HBRCMD"sv,   "HBRCONN"sv,  "IDIDMAP"sv,  "JAVA"sv,     "LDAP"sv,     "LDAPBIND"sv, "MXADMIN"sv,
    "MXNLIST"sv,  "MXPROC"sv,   "MXQUEUE"sv,  "MXTOPIC"sv,  "PRINTSRV"sv, "WBEM"sv,     "ZMFAPLA"sv,  "ZMFCLOUD"sv,
};
static_assert(std::is_sorted(case_keeping_classes.begin(), case_keeping_classes.end()));

// A member class and its grouping class.
constexpr std::array<std::pair<std::string_view, std::string_view>, 52> groupings{
    {{"XFACILIT"sv, "GXFACILI"sv}, {"CSFKEYS"sv, "GCSFKEYS"sv},  {"XCSFKEY"sv, "GXCSFKEY"sv},
     {"DASDVOL"sv, "GDASDVOL"sv},  {"EJBROLE"sv, "GEJBROLE"sv},  {"ZMFAPLA"sv, "GZMFAPLA"sv},
     {"SDSF"sv, "GSDSF"sv},        {"TERMINAL"sv, "GTERMINL"sv}, {"CPSMOBJ"sv, "GCPSMOBJ"sv},
     {"INFOMAN"sv, "GINFOMAN"sv},  {"SOMDOBJS"sv, "GSOMDOBJ"sv}, {"MQADMIN"sv, "GMQADMIN"sv},
     {"MQCHAN"sv, "GMQCHAN"sv},    {"MQNLIST"sv, "GMQNLIST"sv},  {"MQPROC"sv, "GMQPROC"sv},
     {"MQQUEUE"sv, "GMQQUEUE"sv},  {"MXADMIN"sv, "GMXADMIN"sv},  {"MXNLIST"sv, "GMXNLIST"sv},
     {"MXPROC"sv, "GMXPROC"sv},    {"MXQUEUE"sv, "GMXQUEUE"sv},  {"MXTOPIC"sv, "GMXTOPIC"sv},
     {"TCICSTRN"sv, "GCICSTRN"sv}, {"CCICSCMD"sv, "VCICSCMD"sv}, {"DCICSDCT"sv, "ECICSDCT"sv},
     {"FCICSFCT"sv, "HCICSFCT"sv}, {"JCICSJCT"sv, "KCICSJCT"sv}, {"MCICSPPT"sv, "NCICSPPT"sv},
     {"PCICSPSB"sv, "QCICSPSB"sv}, {"SCICSTST"sv, "UCICSTST"sv}, {"RCICSRES"sv, "WCICSRES"sv},
     {"TIMS"sv, "GIMS"sv},         {"CIMS"sv, "DIMS"sv},         {"FIMS"sv, "HIMS"sv},
     {"OIMS"sv, "WIMS"sv},         {"PIMS"sv, "QIMS"sv},         {"SIMS"sv, "UIMS"sv},
     {"MDSNBP"sv, "GDSNBP"sv},     {"MDSNCL"sv, "GDSNCL"sv},     {"MDSNDB"sv, "GDSNDB"sv},
     {"MDSNGV"sv, "GDSNGV"sv},     {"MDSNJR"sv, "GDSNJR"sv},     {"MDSNPK"sv, "GDSNPK"sv},
     {"MDSNPN"sv, "GDSNPN"sv},     {"MDSNSC"sv, "GDSNSC"sv},     {"MDSNSG"sv, "GDSNSG"sv},
     {"MDSNSM"sv, "GDSNSM"sv},     {"MDSNSP"sv, "GDSNSP"sv},     {"MDSNSQ"sv, "GDSNSQ"sv},
     {"MDSNTB"sv, "GDSNTB"sv},     {"MDSNTS"sv, "GDSNTS"sv},     {"MDSNUF"sv, "GDSNUF"sv},
     {"MDSNUT"sv, "GDSNUT"sv}}};

}  // namespace

std::string_view grouping_class(std::string_view name) {
  const auto* found =
      std::find_if(groupings.begin(), groupings.end(), [&](const auto& row) { return row.first == name; });
  return found == groupings.end() ? std::string_view{} : found->second;
}

bool is_supplied_class(std::string_view name) {
  return std::binary_search(supplied.begin(), supplied.end(), name);
}

std::span<const std::string_view> supplied_classes() {
  return supplied;
}

bool class_keeps_case(std::string_view name) {
  return std::binary_search(case_keeping_classes.begin(), case_keeping_classes.end(), name);
}

}  // namespace ringside::parser

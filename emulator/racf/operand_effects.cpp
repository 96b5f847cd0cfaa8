// emulator/racf/operand_effects.cpp - which operands of the RACF commands have an effect here.
#include "emulator/racf/operand_effects.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/racf/segments.hpp"

namespace ringside::racf {
namespace {

constexpr std::array table = {
    CommandOperands{"ADDGROUP", "GROUP SUPGROUP OWNER DATA NODATA TERMUACC NOTERMUACC UNIVERSAL"},
    CommandOperands{"ADDSD",
                    "PROFILE OWNER UACC DATA ERASE LEVEL WARNING NOTIFY AUDIT GENERIC MODEL NOSET SET SETONLY VOLUME"},
    CommandOperands{"ADDUSER",
                    "USERID DFLTGRP OWNER NAME DATA AUTHORITY UACC PASSWORD NOPASSWORD PHRASE NOPHRASE CLAUTH NOCLAUTH "
                    "ADSP NOADSP AUDITOR NOAUDITOR GRPACC NOGRPACC OPERATIONS NOOPERATIONS RESTRICTED NORESTRICTED "
                    "ROAUDIT NOROAUDIT SPECIAL NOSPECIAL OIDCARD NOOIDCARD"},
    CommandOperands{
        "ALTDSD",
        "PROFILE OWNER UACC DATA NODATA ERASE NOERASE LEVEL WARNING NOWARNING NOTIFY NONOTIFY AUDIT GENERIC "
        "NOSET SET VOLUME"},
    CommandOperands{"ALTGROUP", "GROUP SUPGROUP OWNER DATA NODATA TERMUACC NOTERMUACC"},
    CommandOperands{"ALTUSER",
                    "USERID DFLTGRP OWNER NAME DATA NODATA AUTHORITY UACC GROUP PASSWORD NOPASSWORD PHRASE NOPHRASE "
                    "CLAUTH NOCLAUTH ADSP NOADSP AUDITOR NOAUDITOR GRPACC NOGRPACC OPERATIONS NOOPERATIONS RESTRICTED "
                    "NORESTRICTED ROAUDIT NOROAUDIT SPECIAL NOSPECIAL OIDCARD NOOIDCARD UAUDIT NOUAUDIT REVOKE "
                    "NOREVOKE RESUME NORESUME EXPIRED NOEXPIRED"},
    CommandOperands{"CONNECT",
                    "USERID GROUP OWNER AUTHORITY UACC ADSP NOADSP AUDITOR NOAUDITOR GRPACC NOGRPACC OPERATIONS "
                    "NOOPERATIONS SPECIAL NOSPECIAL REVOKE NOREVOKE RESUME NORESUME"},
    CommandOperands{"DELDSD", "PROFILE GENERIC NOSET SET"},
    CommandOperands{"DELGROUP", "GROUP"},
    CommandOperands{"DELUSER", "USERID"},
    CommandOperands{"LISTDSD", "DATASET ID PREFIX ALL AUTHUSER DSNS GENERIC NOGENERIC HISTORY NORACF STATISTICS"},
    CommandOperands{"LISTGRP", "GROUP NORACF"},
    CommandOperands{"LISTUSER", "USERID NORACF"},
    CommandOperands{"PASSWORD", "USER INTERVAL NOINTERVAL PASSWORD PHRASE"},
    CommandOperands{"PERMIT", "PROFILE CLASS ID ACCESS DELETE RESET FROM FCLASS FGENERIC GENERIC"},
    CommandOperands{"RACMAP", "ID MAP DELMAP LISTMAP QUERY USERDIDFILTER REGISTRY WITHLABEL"},
    CommandOperands{"RALTER",
                    "CLASS PROFILE OWNER UACC DATA NODATA APPLDATA NOAPPLDATA LEVEL WARNING NOWARNING NOTIFY NONOTIFY "
                    "AUDIT ADDMEM DELMEM GENERIC"},
    CommandOperands{"RDEFINE",
                    "CLASS PROFILE OWNER UACC DATA APPLDATA LEVEL WARNING NOTIFY AUDIT ADDMEM FROM FCLASS FGENERIC"},
    CommandOperands{"RDELETE", "CLASS PROFILE GENERIC NOGENERIC"},
    CommandOperands{"REMOVE", "USERID GROUP"},
    CommandOperands{"RLIST", "CLASS PROFILE ALL AUTHUSER GENERIC NOGENERIC NORACF NOYOURACC"},
    CommandOperands{"RVARY", "LIST NOLIST"},
    CommandOperands{"SEARCH", "CLASS MASK NOMASK FILTER USER UID GID GENERIC NOGENERIC WARNING LEVEL LIST NOLIST ALL"},
    CommandOperands{"SETROPTS",
                    "CLASSACT NOCLASSACT GENERIC NOGENERIC GENCMD NOGENCMD GENLIST NOGENLIST GLOBAL NOGLOBAL AUDIT "
                    "NOAUDIT STATISTICS NOSTATISTICS RACLIST NORACLIST REFRESH LIST ADDCREATOR NOADDCREATOR"},
};

}  // namespace

std::span<const CommandOperands> command_operands() {
  return table;
}

bool has_effect(std::string_view command, std::string_view operand) {
  if (is_segment_operand(operand)) return true;
  const auto* row =
      std::find_if(table.begin(), table.end(), [&](const CommandOperands& each) { return each.command == command; });
  if (row == table.end()) throw base::Fault("the table of operands has no row for " + std::string(command));
  const auto used = base::split(row->used, ' ');
  return std::find(used.begin(), used.end(), operand) != used.end();
}

void remark_unused_operand(Context& context, const std::string& command, const std::string& operand) {
  context.diagnose(fmt::format("{}: operand {} is understood but not emulated; it had no effect", command, operand));
}

void remark_unused_operands(Context& context, const parser::Command& command) {
  for (const parser::Keyword& keyword : command.operands.keywords)
    if (!has_effect(command.name, keyword.name)) remark_unused_operand(context, command.name, keyword.name);
}

}  // namespace ringside::racf

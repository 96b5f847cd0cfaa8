// tests/interop/with_procedures_interop_test.cpp - procedures of bash with functions, case, pipes and awk, run by the
// real bash under `ringside with`.
#include <ostream>
#include <string>

#include <gmock/gmock.h>

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside {
namespace {

using test_support::run_program;

struct Procedure {
  const char* name;
  const char* script;
  const char* output;  ///< standard output and standard error
  int status = 0;
};

std::ostream& operator<<(std::ostream& out, const Procedure& procedure) {
  return out << procedure.name;
}

const Procedure procedures[] = {
    {"LabelsByAwk", R"sh(list() { tso "RACDCERT ID($1) LIST"; }
list SRV | awk '/^  Label:/ { label = $2 } /End Date:/ { print label, $3 }'
)sh",
     R"sh(web 2026/02/01
old 2027/01/01
)sh"},
    {"ExpiryReportWithAFunctionAndCase",
     R"sh(days_left() { echo $(( ($(date -ud "${1//\//-}" +%s) - $(date -ud 2026-01-01 +%s)) / 86400 )); }
tso "RACDCERT ID(SRV) LIST" | awk '/Label:/ { l = $2 } /End Date:/ { print l, $3 }' | while read -r label end; do
  days=$(days_left "$end")
  case $days in
    -*) state=expired ;;
    [0-9] | [1-8][0-9]) state=soon ;;
    *) state=fine ;;
  esac
  printf '%-5s %4d %s\n' "$label" "$days" "$state"
done
)sh",
     R"sh(web     31 soon
old    365 fine
)sh"},
    {"AddsOnlyWhatIsMissing", R"sh(has_label() { tso "RACDCERT ID(SRV) LIST(LABEL('$1'))" >/dev/null 2>&1; }
for label in web new; do
  if has_label "$label"; then
    echo "$label: there"
  else
    tsocmd "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('$label')) WITHLABEL('$label') NISTECC" 2>/dev/null
  fi
done
has_label new && echo "new: there now"
)sh",
     R"sh(web: there
IRRD199I Certificate with label 'new' is added for user SRV.
new: there now
)sh"},
    {"RingMembersAsCsv", R"sh(set -eu -o pipefail
tso "RACDCERT ID(SRV) LISTRING(Web)" |
  awk 'NF >= 4 && ($(NF) == "YES" || $(NF) == "NO") {
         label = substr($0, 3, 32); sub(/ +$/, "", label)
         print "\"" label "\"," $(NF-2) "," $(NF-1) "," $(NF) }' | sort
)sh",
     R"sh("Site CA",CERTAUTH,CERTAUTH,NO
"web",ID(SRV),PERSONAL,YES
)sh"},
    {"StopsAtTheFirstRefusal", R"sh(set -e
trap 'echo "line $LINENO: ended with $?"' ERR
tsocmd "RACDCERT ID(SRV) LISTRING(Web)" 2>/dev/null | grep -c CERTAUTH
tsocmd "RACDCERT ID(SRV) DELRING(None)" 2>/dev/null
echo never
)sh",
     R"sh(1
IRRD114I Ring None does not exist.
line 4: ended with 8
)sh",
     8},
    {"CountsReturnCodesInAnArray", R"sh(declare -A codes
run() { tso "$1" >/dev/null 2>&1; local rc=$?; codes[$rc]=$(( ${codes[$rc]:-0} + 1 )); }
run "LISTUSER SRV"; run "LISTUSER NOBODY"; run "RACDCERT ID(SRV) LISTRING(None)"; run "RACDCERT ID(SRV) LISTRING(Web)"
for rc in $(printf '%s\n' "${!codes[@]}" | sort -n); do echo "rc $rc: ${codes[$rc]}"; done
)sh",
     R"sh(rc 0: 2
rc 4: 2
)sh"},
    {"ExportsAndLooksWithOpenssl",
     R"sh(export_label() { tsocmd "RACDCERT ID(SRV) EXPORT(LABEL('$1')) DSN('SRV.$2') FORMAT(CERTB64)" >/dev/null 2>&1; }
export_label web WEB && tso "LISTCAT ENTRIES('SRV.WEB')" | head -1
openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -subj /CN=web/O=Site -days 30 2>/dev/null
openssl x509 -in c.pem -noout -subject | sed 's/^subject=//' | tr ',' '\n' | sed 's/^ *//'
[ "$(openssl x509 -in c.pem -noout -pubkey | openssl sha256)" = "$(openssl pkey -in k.pem -pubout | openssl sha256)" ] && echo pair
)sh",
     R"sh(NONVSAM ------- SRV.WEB
CN = web
O = Site
pair
)sh"},
    {"SubmitsAJobFromAHereDocument", R"sh(user=SRV ring=Second
job_id=$(submit -q -j <<JCL
//RINGS JOB
//S EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN DD *
RACDCERT ID($user) ADDRING($ring)
/*
JCL
)
echo "$job_id"
tso "RACDCERT ID($user) LISTRING(*)" | awk '/Ring:/ { getline; gsub(/[ ><]/, ""); print }'
)sh",
     R"sh(JOB00001
Web
Second
)sh"},
    {"ReadsATableOfUsers", R"sh(tab=$(printf '\t')
while IFS="$tab" read -r user name; do
  [ -z "$user" ] && continue
  tsocmd "ADDUSER $user NAME('$name')" >/dev/null 2>&1 || echo "$user: $?"
done <<TABLE
ANNA${tab}Anna Example

SRV${tab}Twice
BERT${tab}Bert Example
TABLE
for user in ANNA BERT; do tso "LISTUSER $user" | sed -n 's/^USER=\([A-Z]*\) *NAME=\(.*[^ ]\)  *OWNER.*/\1: \2/p'; done
)sh",
     R"sh(SRV: 8
ANNA: Anna Example
BERT: Bert Example
)sh"},
    {"KeytoolOnARingBesideAFile",
     R"sh(aliases() { keytool -list "$@" 2>/dev/null | awk -F, '/Entry/ { gsub(/ /, "", $(NF-1)); print $1 ":" $(NF-1) }'; }
for command in "ADDRING(Mine)" "GENCERT SUBJECTSDN(CN('mine')) WITHLABEL('mine') NISTECC" "CONNECT(LABEL('mine') RING(Mine))"; do
  tso "RACDCERT $command" >/dev/null
done
keytool -genkeypair -alias local -keyalg EC -dname CN=local -keystore f.p12 -storepass secret1 2>/dev/null
aliases -keystore f.p12 -storepass secret1
aliases -storetype JCERACFKS -keystore safkeyring://IBMUSER/Mine
)sh",
     R"sh(local:PrivateKeyEntry
mine:PrivateKeyEntry
)sh"},
};

/// In a lab with a CA, a user SRV with two certificates, and a ring.
class WithProcedures : public testing::TestWithParam<Procedure> {
 protected:
  void SetUp() override {
    const std::string ringside = RINGSIDE_BINARY " ";
    ASSERT_EQ(run_program(ringside + "--date 2026-01-01 --seed with lab new " + file("x.lab")).status, 0);
    const auto made = run_program(
        ringside + "--lab " + file("x.lab") +
        " tso 'ADDUSER SRV'"
        " \"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Site CA')) WITHLABEL('Site CA') NISTECC "
        "NOTAFTER(DATE(2030-12-31))\""
        " \"RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('web') NISTECC SIGNWITH(CERTAUTH LABEL('Site CA'))"
        " NOTAFTER(DATE(2026-02-01))\""
        " \"RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('old')) WITHLABEL('old') NISTECC SIGNWITH(CERTAUTH LABEL('Site "
        "CA'))\""
        " 'RACDCERT ID(SRV) ADDRING(Web)'"
        " \"RACDCERT ID(SRV) CONNECT(LABEL('web') RING(Web) DEFAULT)\""
        " \"RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Site CA') RING(Web))\"");
    ASSERT_EQ(made.status, 0) << made.output;
  }
  [[nodiscard]] std::string file(const std::string& name) const { return directory_.file(name); }
  [[nodiscard]] std::string folder() const { return directory_.path().string(); }

 private:
  test_support::TemporaryDirectory directory_;
};

TEST_P(WithProcedures, PrintWhatTheyPrintOnZos) {
  test_support::write_file(file("script"), GetParam().script);
  const auto run = run_program("cd " + folder() + " && " RINGSIDE_BINARY " --lab x.lab with -- bash script");
  EXPECT_EQ(run.output, GetParam().output);
  EXPECT_EQ(run.status, GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(All, WithProcedures, testing::ValuesIn(procedures),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace ringside

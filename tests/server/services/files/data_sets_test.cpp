// tests/server/services/files/data_sets_test.cpp - data sets and members are made, read, written and deleted.
#include "server/services/files/data_sets.hpp"

#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::Optional;

class DataSetServices : public test_support::ServiceTest {
 protected:
  DataSetServices() {
    create("IBMUSER.TEXT", "VB", 84);
    create("IBMUSER.FIXED", "FB", 10);
    send("POST", ds + "IBMUSER.JCL", R"({"dsorg":"PO","recfm":"FB","lrecl":80,"dirblk":5,"alcunit":"CYL"})");
  }
  http::Response create(const std::string& name, const std::string& format, int length) {
    return send("POST", ds + name, base::Json{{"dsorg", "PS"}, {"recfm", format}, {"lrecl", length}}.text());
  }
  std::string list(const std::string& query, http::Headers headers = {}) {
    return send("GET", "/zosmf/restfiles/ds?" + query, {}, std::move(headers)).body;
  }
};

TEST_F(DataSetServices, AreListedByLevel) {
  EXPECT_THAT(list("dslevel=ibmuser"), AllOf(HasSubstr("IBMUSER.FIXED"), HasSubstr("\"returnedRows\":3")));
  EXPECT_THAT(list("dslevel=IBMUSER.T*"), AllOf(HasSubstr("IBMUSER.TEXT"), Not(HasSubstr("FIXED"))));
  EXPECT_THAT(list("dslevel=NONE"), HasSubstr("\"returnedRows\":0"));
  EXPECT_THAT(list("dslevel=IBMUSER", {{"X-IBM-Max-Items", "1"}}),
              AllOf(HasSubstr("\"returnedRows\":1"), HasSubstr("\"moreRows\":true")));
  EXPECT_THAT(list("dslevel=IBMUSER&start=IBMUSER.JCL"), Not(HasSubstr("FIXED")));
  EXPECT_EQ(send("GET", "/zosmf/restfiles/ds").status, 400U);
}

TEST_F(DataSetServices, TellTheirAttributes) {
  EXPECT_THAT(list("dslevel=IBMUSER.TEXT", {{"X-IBM-Attributes", "base"}}),
              AllOf(HasSubstr("\"dsorg\":\"PS\""), HasSubstr("\"lrecl\":\"84\""), HasSubstr("\"recfm\":\"VB\""),
                    HasSubstr("\"vol\":\"LABV01\"")));
  EXPECT_THAT(list("dslevel=IBMUSER.JCL", {{"X-IBM-Attributes", "base"}}), HasSubstr("\"dsorg\":\"PO\""));
}

TEST_F(DataSetServices, TextIsWrittenAndReadByLines) {
  EXPECT_EQ(send("PUT", ds + "ibmuser.text", "one\n\n two \n").status, 204U);
  const auto read = send("GET", ds + "IBMUSER.TEXT");
  EXPECT_EQ(read.body, "one\n\n two \n");
  EXPECT_TRUE(read.headers.find("ETag"));
  send("PUT", ds + "IBMUSER.FIXED", "one\ntwo\n");
  EXPECT_EQ(send("GET", ds + "IBMUSER.FIXED").body, "one\ntwo\n");
  EXPECT_EQ(send("GET", ds + "IBMUSER.FIXED", {}, {{"X-IBM-Record-Range", "1-1"}}).body, "two\n");
  EXPECT_EQ(send("GET", ds + "IBMUSER.FIXED", {}, {{"X-IBM-Data-Type", "binary"}}).body.size(), 20U);
}

TEST_F(DataSetServices, AreSearched) {
  send("PUT", ds + "IBMUSER.TEXT", "one\ntwo\nthree\n");
  const auto found = send("GET", ds + "IBMUSER.TEXT?search=TW&maxreturnsize=1");
  EXPECT_EQ(found.body, "two\n");
  EXPECT_THAT(found.headers.find("X-IBM-Record-Range"), Optional(std::string("1,1")));
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT?search=TW&insensitive=false").body, "");
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT?research=%5Et.%2Be%24").body, "three\n");
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT?research=%28").status, 400U);
  send("PUT", ds + "IBMUSER.JCL(ONE)", "//ONE JOB\n");
  EXPECT_EQ(send("GET", ds + "IBMUSER.JCL(ONE)?search=job").body, "//ONE JOB\n");
}

TEST_F(DataSetServices, BinaryComesBackAsItWas) {
  const std::string octets("\0\1\n\r\xff", 5);
  const http::Headers binary{{"X-IBM-Data-Type", "binary"}}, record{{"X-IBM-Data-Type", "record"}};
  EXPECT_EQ(send("PUT", ds + "IBMUSER.TEXT", octets, binary).status, 204U);
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT", {}, binary).body, octets);
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT", {}, record).body, std::string("\0\0\0\5", 4) + octets);
  EXPECT_EQ(send("PUT", ds + "IBMUSER.TEXT", std::string("\0\0\0\1A\0\0\0\1B", 10), record).status, 204U);
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT", {}, binary).body, "AB");
  EXPECT_EQ(send("PUT", ds + "IBMUSER.TEXT", std::string("\0\0\0\7A", 5), record).status, 400U);
}

TEST_F(DataSetServices, ALineThatIsTooLongIsCutAndTold) {
  const auto cut = send("PUT", ds + "IBMUSER.FIXED", "0123456789ABC\n");
  EXPECT_EQ(cut.status, 500U);
  EXPECT_THAT(cut.body, HasSubstr("EDC5003I Truncation of a record occurred during an I/O operation."));
  EXPECT_EQ(send("GET", ds + "IBMUSER.FIXED").body, "0123456789\n");
}

TEST_F(DataSetServices, MembersAreMadeByWriting) {
  EXPECT_EQ(send("PUT", ds + "IBMUSER.JCL(ONE)", "//A JOB\n").status, 201U);
  EXPECT_EQ(send("PUT", ds + "IBMUSER.JCL(ONE)", "//B JOB\n").status, 204U);
  EXPECT_EQ(send("PUT", ds + "IBMUSER.JCL(#TWO)").status, 201U);
  EXPECT_EQ(send("GET", ds + "ibmuser.jcl(one)").body, "//B JOB\n");
  const auto members = send("GET", ds + "IBMUSER.JCL/member").body;
  EXPECT_THAT(members, AllOf(HasSubstr("\"ONE\""), HasSubstr("\"#TWO\""), HasSubstr("\"returnedRows\":2")));
  EXPECT_THAT(send("GET", ds + "IBMUSER.JCL/member?pattern=O*").body, Not(HasSubstr("#TWO")));
  EXPECT_EQ(send("DELETE", ds + "IBMUSER.JCL(ONE)").status, 204U);
  EXPECT_EQ(value(send("GET", ds + "IBMUSER.JCL(ONE)"), "message"), "Member not found");
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT/member").status, 500U);
  EXPECT_EQ(send("GET", ds + "IBMUSER.JCL").status, 500U);
}

TEST_F(DataSetServices, WhatIsNotThereIsNotCataloged) {
  for (const char* method : {"GET", "PUT", "DELETE"}) {
    const auto missing = send(method, ds + "IBMUSER.NONE");
    EXPECT_EQ(missing.status, 404U);
    EXPECT_THAT(missing.body, HasSubstr("ISRZ002 Data set not cataloged - 'IBMUSER.NONE' was not found in catalog."));
  }
  EXPECT_EQ(send("GET", ds + "-(OTHER1)/IBMUSER.TEXT").status, 404U);
  EXPECT_EQ(send("GET", ds + "-(LABV01)/IBMUSER.TEXT").status, 200U);
  EXPECT_EQ(send("GET", ds + "no name").status, 400U);
}

TEST_F(DataSetServices, AreDeleted) {
  EXPECT_EQ(send("DELETE", ds + "IBMUSER.JCL").status, 204U);
  EXPECT_EQ(send("DELETE", ds + "IBMUSER.JCL").status, 404U);
}

TEST_F(DataSetServices, AWriteOfWhatHasChangedIsRefused) {
  send("PUT", ds + "IBMUSER.TEXT", "one\n");
  const std::string tag = send("GET", ds + "IBMUSER.TEXT").headers.find("ETag").value_or("");
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT", {}, {{"If-None-Match", "\"" + tag + "\""}}).status, 304U);
  const auto written = send("PUT", ds + "IBMUSER.TEXT", "two\n", {{"If-Match", tag}});
  EXPECT_EQ(written.status, 204U);
  EXPECT_EQ(send("PUT", ds + "IBMUSER.TEXT", "three\n", {{"If-Match", tag}}).status, 412U);
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT").headers.find("ETag"), written.headers.find("ETag"));
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT").body, "two\n");
}

TEST_F(DataSetServices, AProfileProtectsThem) {
  lab_.must("ADDUSER USER1");
  lab_.must("ADDSD 'IBMUSER.*' UACC(NONE)");
  user_ = "USER1";
  for (const char* method : {"GET", "PUT", "DELETE"}) {
    const auto denied = send(method, ds + "IBMUSER.TEXT");
    EXPECT_EQ(denied.status, 500U);
    EXPECT_THAT(denied.body, HasSubstr("INSUFFICIENT ACCESS AUTHORITY FROM IBMUSER.*"));
  }
  EXPECT_EQ(create("IBMUSER.NEW", "VB", 84).status, 500U);
  lab_.must("PERMIT 'IBMUSER.*' ID(USER1) ACCESS(READ)");
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT").status, 200U);
  EXPECT_EQ(send("PUT", ds + "IBMUSER.TEXT", "x").status, 500U);
}

TEST_F(DataSetServices, OtherCodePagesAreRefused) {
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT", {}, {{"X-IBM-Data-Type", "text;fileEncoding=IBM-273"}}).status, 400U);
  EXPECT_EQ(send("GET", ds + "IBMUSER.TEXT", {}, {{"X-IBM-Data-Type", "text;fileEncoding=IBM-1047"}}).status, 200U);
}

}  // namespace
}  // namespace ringside::services

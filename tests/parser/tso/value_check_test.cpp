// tests/parser/tso/value_check_test.cpp - the types of operands: what PARSE refuses, and in which words.
#include "parser/tso/value_check.hpp"

#include <gtest/gtest.h>

#include "parser/tso/command.hpp"
#include "tests/parser/parse.hpp"

namespace ringside::parser::test {
namespace {

struct WrongValue {
  const char* command;
  const char* message;
};

// One row or more for each type of operand. A command that PARSE refuses does not run: return code 8.
TEST(CommandValue, OfEachTypeIsRefusedByParseInItsWords) {
  for (const auto& [command, message] : {
           WrongValue{"RACDCERT ID(9USER) LIST", "IKJ56702I INVALID USERID, 9USER"},
           WrongValue{"RACDCERT CONNECT(ID(9USER) LABEL('x') RING(R))", "IKJ56702I INVALID USERID, 9USER"},
           WrongValue{"RACDCERT ID(US-ER) LIST", "IKJ56702I INVALID USERID, US-ER"},
           WrongValue{"ADDUSER US-ER", "IKJ56702I INVALID USERID, US-ER"},
           WrongValue{"ADDUSER NINECHARS", "IKJ56702I INVALID USERID, NINECHARS"},
           WrongValue{"PERMIT A CLASS(FACILITY) ID('U') ACCESS(READ)", "IKJ56702I INVALID USERID, 'U'"},
           WrongValue{"ADDGROUP 9GROUP", "IKJ56702I INVALID GROUP, 9GROUP"},
           WrongValue{"ALTUSER U DFLTGRP(9G)", "IKJ56702I INVALID DFLTGRP, 9G"},
           WrongValue{"CONNECT U GROUP(NINECHARS)", "IKJ56702I INVALID GROUP, NINECHARS"},
           WrongValue{"ADDUSER U OWNER(NINECHARS)", "IKJ56702I INVALID OWNER, NINECHARS"},
           WrongValue{"RDEFINE NOCLASS A", "IKJ56702I INVALID CLASS, NOCLASS"},
           WrongValue{"PERMIT A CLASS(NOCLASS) ID(U)", "IKJ56702I INVALID CLASS, NOCLASS"},
           WrongValue{"ADDSD 'A..B'", "IKJ56702I INVALID DATASET NAME, 'A..B'"},
           WrongValue{"RACDCERT ADD('A..B')", "IKJ56709I INVALID DATA SET NAME, 'A..B'"},
           WrongValue{"RACDCERT EXPORT(LABEL('x')) DSN(A.TOOLONGQUALIFIER)",
                      "IKJ56709I INVALID DATA SET NAME, A.TOOLONGQUALIFIER"},
           WrongValue{"ADDUSER U OMVS(UID(A1))", "IKJ56702I INVALID UID, A1"},
           WrongValue{"RDEFINE FACILITY A LEVEL(100)", "IKJ56702I INVALID LEVEL, 100"},
           WrongValue{"RACDCERT LIST(SERIALNUMBER(0G))", "IKJ56702I INVALID SERIALNUMBER, 0G"},
           WrongValue{"RACDCERT LIST(LABEL('123456789012345678901234567890123'))",
                      "IKJ56702I INVALID LABEL, '123456789012345678901234567890123'"},
           WrongValue{"RACDCERT LIST(LABEL('x)", "IKJ56702I INVALID LABEL, 'x)"},
           WrongValue{"RACDCERT ADDRING('R')", "IKJ56702I INVALID ADDRING, 'R'"},
           WrongValue{"RACDCERT GENCERT NOTAFTER(DATE(2030-02-30))", "IKJ56702I INVALID DATE, 2030-02-30"},
           WrongValue{"RACDCERT GENCERT NOTAFTER(TIME(25:00:00))", "IKJ56702I INVALID TIME, 25:00:00"},
           WrongValue{"RACDCERT GENCERT ALTNAME(IP(1.2.3))", "IKJ56702I INVALID IP, 1.2.3"},
           WrongValue{"RDEFINE FACILITY A UACC(SOME)", "IKJ56702I INVALID UNIVERSAL ACCESS, SOME"},
           WrongValue{"RACDCERT CONNECT(LABEL('x') RING(R) USAGE(SOME))", "IKJ56712I INVALID KEYWORD, SOME"},
       }) {
    const auto result = parse(command);
    ASSERT_FALSE(result.has_value()) << command;
    EXPECT_EQ(refusal(command).front(), message) << command;
    EXPECT_EQ(result.error().return_code, 8) << command;
  }
}

// Command Language Reference, "Syntax of RACF commands and operands": a user ID need not begin with a letter.
TEST(CommandValue, OfAUserIdMayBeginWithADigitOutsideRacdcert) {
  for (const char* command : {"ADDUSER 9USER", "LISTUSER 123", "PERMIT A CLASS(FACILITY) ID(9USER) ACCESS(READ)"})
    EXPECT_TRUE(parse(command).has_value()) << command;
}

}  // namespace
}  // namespace ringside::parser::test

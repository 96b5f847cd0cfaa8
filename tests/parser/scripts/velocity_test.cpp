// tests/parser/scripts/velocity_test.cpp - templates are filled as Velocity fills them.
#include "parser/scripts/velocity.hpp"

#include <gmock/gmock.h>

namespace ringside::parser {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const TemplateVariables variables{{{"product", "RACF"}, {"option", "3"}, {"empty", ""}, {"list", "A,B"}},
                                  {"product", "option", "empty", "unset", "list"},
                                  true};

std::string filled(const std::string& text) {
  const Substituted result = substitute(text, variables);
  EXPECT_THAT(result.errors, IsEmpty()) << text;
  EXPECT_THAT(result.unresolved, IsEmpty()) << text;
  return result.text;
}

std::string mistake(const std::string& text) {
  const Substituted result = substitute(text, variables);
  return result.errors.size() == 1 ? result.errors.front() : "no mistake";
}

TEST(Velocity, ConditionsChooseTheirLinesAndLeaveNoneThemselves) {
  EXPECT_EQ(filled("//A\n#if (${option} == \"3\")\n//B ${option}\n#else\n//C\n#end\n//D\n"), "//A\n//B 3\n//D\n");
  EXPECT_EQ(filled("#if($product==\"TSS\")\nT\n#elseif ($product == \"RACF\" && ${option} > 2)\nR\n#else\nX\n#end\n"),
            "R\n");
  EXPECT_EQ(filled("  #if( $unset and $unset != \"\") \nA\n  #else\nB\n#{end}\n"), "B\n");
  EXPECT_EQ(filled("#if ($empty)defined#end, #if (!$unset)undefined#end\n"), "defined, undefined\n");
  EXPECT_EQ(filled("a#if($option == 3)b#{else}c#end d\n"), "ab d\n");
}

TEST(Velocity, ValuesAreSetAndLoopsGoThroughLists) {
  EXPECT_EQ(filled("#set ($n = 4 + 3 * 2)\n$n #set($t = \"<$product>\")$t\n"), "10 <RACF>\n");
  EXPECT_EQ(
      filled(
          "#foreach ($e in $list.split(\",\"))\n$foreach.count/$velocityCount $e#if($foreach.hasNext),#end\n\n#end\n"),
      "1/1 A,\n\n2/2 B\n\n");
  EXPECT_EQ(filled("#foreach($i in [1..5])#if($i == 3)#break#end$i#end|\n"), "12|\n");
  EXPECT_EQ(filled("#foreach($i in [2..1])#foreach($j in [1, 2])$i$j #end#end\n"), "21 22 11 12 \n");
  EXPECT_EQ(filled("#foreach($e in $unset)x#end\n#set($e = 'lone $product')$e\n"), "\nlone $product\n");
  EXPECT_EQ(filled("a\n#stop\nb\n"), "a\n");
}

TEST(Velocity, TextThatIsNoneOfItsOwnStaysAsItIs) {
  EXPECT_EQ(filled("//X DD DATA,DLM=$$,SYMBOLS=JCLONLY\n$$\n#!/bin/sh\n# $5 $other ${other}.x $!other $(ls) #id\n"),
            "//X DD DATA,DLM=$$,SYMBOLS=JCLONLY\n$$\n#!/bin/sh\n# $5 $other ${other}.x  $(ls) #id\n");
  EXPECT_EQ(filled("a ## comment\n## line\nb #* c\nd *# e\n#* alone *#\nf"), "a \nb  e\nf\n");
  EXPECT_EQ(filled("$product.trim() $product. ${product}.LIB $product.toLowerCase().length()\n"),
            "RACF RACF. RACF.LIB 4\n");
}

TEST(Velocity, OnlyWhatTheTextNeedsMustHaveAValue) {
  EXPECT_EQ(filled("#if ($option == 1)\n${unset}\n#end\n$!unset|\n"), "|\n");
  EXPECT_THAT(substitute("$unset ${instance-unset} ${instance-nosuch}\n", variables).unresolved,
              ElementsAre("unset", "nosuch"));
  const TemplateVariables prefixed{{{"a", "1"}}, {"a"}, false};
  EXPECT_EQ(substitute("$a ${instance-a}\n", prefixed).text, "$a 1\n");
}

TEST(Velocity, NamesTheLineOfAMistake) {
  EXPECT_EQ(mistake("a\n#macro(x)\n"), "line 2 of the template: #macro is not supported");
  EXPECT_THAT(mistake("a\nb\n#if ($a)\n"), HasSubstr("line 3 of the template: #if has no #end"));
  EXPECT_THAT(mistake("#end\n"), HasSubstr("#end has no #if or #foreach before it"));
  EXPECT_THAT(mistake("#if ($a\n"), HasSubstr("the parenthesis of #if is not closed"));
  EXPECT_THAT(mistake("#if\n"), HasSubstr("#if needs a parenthesis"));
  EXPECT_THAT(mistake("#set (a = 1)\n"), HasSubstr("#set needs ($name = value)"));
  EXPECT_THAT(mistake("#if ($option ==)\n#end\n"), HasSubstr("the expression has no value at its end"));
  EXPECT_THAT(mistake("#foreach ($x in \"text\")\n#end\n"), HasSubstr("#foreach goes through lists only"));
  EXPECT_THAT(mistake("$product.getClass()\n"), HasSubstr("the method getClass() of a text is not emulated"));
}

TEST(Velocity, ATemplateMadeToHurtEnds) {
  std::string nested, ends;
  for (int i = 0; i < 100; ++i) {
    nested += "#foreach($i in [1..1000])";
    ends += "#end";
  }
  EXPECT_THAT(mistake(nested + "x" + ends), HasSubstr("nested too deep"));
  EXPECT_THAT(mistake(nested.substr(0, 250) + "x" + ends.substr(0, 40)), HasSubstr("too many turns"));
  std::string doubling = "#set($a = \"xxxxxxxxxxxxxxxx\")";
  for (int i = 0; i < 30; ++i) doubling += "#set($a = \"$a$a\")";
  EXPECT_THAT(mistake(doubling + "$a"), HasSubstr("too large"));
  std::string lists = "#set($a = [1])";
  for (int i = 0; i < 40; ++i) lists += "#set($a = [$a, $a])";
  EXPECT_THAT(mistake(lists), HasSubstr("too large"));
  std::string replacing = "#set($a = \"x\")";
  for (int i = 0; i < 40; ++i) replacing += "#set($a = $a.replace(\"x\", \"xxxx\"))";
  EXPECT_THAT(mistake(replacing), HasSubstr("too large"));
  EXPECT_THAT(mistake("#foreach($i in [1..9999])#foreach($j in [1..9999])#set($l = [1..9999])#end#end"),
              HasSubstr("too large"));
}

}  // namespace
}  // namespace ringside::parser

// tests/harness/scenario/scenario_reader_places_test.cpp - a scenario that says everything, broken in each of its
// lines: the mistake is reported at that line.
#include <algorithm>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "harness/scenario/forms.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/support/places.hpp"

namespace ringside::harness {
namespace {

// Each key on a line of its own; "# free" where the key is the user's.
constexpr const char* everything = R"(name: Everything
about: Every key that there is.
tags: one
importance: high
timeout: 60
skip: not today
date: 2013-05-17
racf_level: "3.1"
lenient: false
strict: true
refuse_aes_pkcs12: true
ring_blank_lines: true
bare: true
seed: jupiter
systems:
  - name: SYSA
    kind: zos
    sysplex: PLEX1
    database: SHARED
    openssl: "3.0"
  - name: SYSB
hosts:
  - name: HOSTA
    kind: ibmi
    openssl: "1.0"
users:
  - name: SRV
    system: SYSA
    group: SRVGRP
    special: true
    uid: 5
    home: /u/srv
libraries:
  SITE.PROCLIB: scenarios  # free
steps:
  - title: A job in a file
    system: SYSA
    user: IBMUSER
    submit: README.md
    expect:
      cc: 0
      steps:
        STEP: 0  # free
      commands:
        - command: LISTUSER
          rc: 0
          messages:
            - id: IRRD109I
              inserts: CERTAUTH
          remarks: zero
          output:
            contains: one
            lacks: two
            matches: ^three$
            exact: four
            golden: README.md
        - must_fail: true
      remarks: four and a half
      output:
        contains: five
      rings:
        - system: SYSA
          ring: SRV/Ring
          exists: true
          members:
            - owner: SRV
              label: Server
              usage: PERSONAL
              default: true
      certificates:
        - system: SYSA
          owner: SRV
          label: Server
          exists: true
          status: TRUST
          private_key: true
          not_before: 2013-05-17
          not_after: 2014-05-17T23:59:59
          serial: "00"
          subject: CN=server
          issuer: CN=ca
  - system: SYSA
    jcl: //J JOB
    expect:
      must_fail: true
  - system: SYSA
    tso:
      - command: LISTUSER
        rc: 0
        messages: IRRD109I
        remarks: five and a half
        output:
          contains: six
      - command: LISTUSER
        must_fail: true
    expect:
      rings:
        - ring: SRV/Ring
      certificates:
        - owner: SRV
          label: Server
  - system: HOSTA
    sh:
      - run: pwd
        input: typed
        rc: 0
        output:
          contains: seven
      - run: pwd
        must_fail: true
  - system: HOSTA
    script:
      file: README.md
      input: typed
      rc: 0
      output:
        contains: eight
  - system: HOSTA
    script:
      file: README.md
      must_fail: true
  - system: HOSTA
    keytool: -list
  - system: HOSTA
    openssl: version
  - system: HOSTA
    start_agent:
      folder: /agent
      rc: 0
      output:
        contains: nine
  - system: HOSTA
    start_agent:
      folder: /agent
      must_fail: true
  - system: HOSTA
    stop_agent: /agent
  - system: HOSTA
    put:
      path: /file
      content: text
      owner: root
      mode: "0600"
  - copy:
      paths: /file
      from: HOSTA
      to: SYSA
      into: /
      owner: root
    expect:
      must_fail: true
  - transfer:
      data_set: A.B
      from: SYSA
      file: HOSTA:/x
      text: true
      owner: SRV
  - transfer:
      data_set: A.B
      from: SYSA
      to: SYSB
      as: C.D
  - clock: 2014-01-01
  - reopen: true
  - trust:
      endpoints:
        - name: ONE
          system: SYSA
          ring: SRV/Ring
          label: Server
          host: one.example
        - name: TWO
          system: SYSB
          ring: SRV/Ring
        - system: HOSTA
          key_store: /key
          trust_store: /trust
          password: word
      tls: "1.3"
      mutual: true
      verify_host: true
      at: 2024-01-16
      until: 2024-02-01
    expect:
      changes:
        - on: 2024-01-17
          client: ONE
          server: TWO
          verdict: expired
      matrix:
        ONE:  # free
          TWO: trusted  # free
      links:
        - client: ONE
          server: TWO
          verdict: expired
          by: client
          explanation: because
          openssl: expired
      remarks: ten
      rings:
        - system: SYSA
          ring: SRV/Ring
      certificates:
        - system: SYSA
          owner: SRV
          label: Server
  - trust:
      tls: both
    expect:
      must_fail: true
  - tls:
      agent: HOSTA:/agent
      key_store: HOSTA:/key
      trust_store: HOSTA:/trust
      password: word
      tls: "1.2"
    expect:
      to_agent: trusted
      to_server:
        refused_by: client
        openssl: unknown
      rings:
        - system: SYSA
          ring: SRV/Ring
      certificates:
        - system: SYSA
          owner: SRV
          label: Server
  - tls:
      agent: HOSTA:/agent
      key_store: HOSTA:/key
      trust_store: HOSTA:/trust
      password: word
    expect:
      must_fail: true
  - trust:
      expires_within: 30d
    expect:
      least_links: 2
)";

Mistakes mistakes_of(const std::vector<std::string>& lines) {
  const auto scenario = read_scenario(base::join(lines, "\n") + "\n", "test.yaml", test_support::source_folder());
  return scenario ? Mistakes{} : scenario.error();
}

std::string shown(const Mistakes& mistakes) {
  std::string text;
  for (const auto& mistake : mistakes) text += std::to_string(mistake.where.line) + ": " + mistake.text + "\n";
  return text.empty() ? "no mistake" : text;
}

struct KeyPlace {
  std::size_t line = 0, begin = 0, end = 0;  ///< the key's columns
  bool has_value = false;
};

std::vector<KeyPlace> keys_in(const std::vector<std::string>& lines) {
  std::vector<KeyPlace> places;
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const std::string& line = lines[number];
    const std::size_t begin = line.find_first_not_of(" -");
    const std::size_t colon = line.find(':');
    if (line.find("# free") == std::string::npos) places.push_back({number, begin, colon, colon + 1 < line.size()});
  }
  return places;
}

bool is_reported(const Mistakes& mistakes, std::size_t line, const std::string& text) {
  return std::any_of(mistakes.begin(), mistakes.end(), [&](const auto& mistake) {
    return mistake.where.line == static_cast<int>(line) + 1 && mistake.text.find(text) != std::string::npos;
  });
}

TEST(ScenarioPlaces, TheScenarioSaysEverythingAndIsRight) {
  const auto lines = base::lines(everything);
  EXPECT_EQ(shown(mistakes_of(lines)), "no mistake");
  std::set<std::string> said;
  for (const KeyPlace& key : keys_in(lines)) said.insert(lines[key.line].substr(key.begin, key.end - key.begin));
  for (const Form& form : all_forms())
    for (const FormKey& key : form.keys)
      if (std::string_view(form.what) != "a library")  // needs a folder beside the scenario: put_test.cpp
        EXPECT_TRUE(said.contains(std::string(key.name))) << key.name << " of " << form.what;
}

TEST(ScenarioPlaces, AMisspeltKeyIsReportedAtItsLineWithTheOneThatIsMeant) {
  const auto lines = base::lines(everything);
  for (const KeyPlace& place : keys_in(lines)) {
    auto broken = lines;
    const std::string key = lines[place.line].substr(place.begin, place.end - place.begin);
    broken[place.line].insert(place.end, "x");
    const Mistakes mistakes = mistakes_of(broken);
    EXPECT_TRUE(is_reported(mistakes, place.line, "unknown key '" + key + "x' in")) << broken[place.line] << "\n"
                                                                                    << shown(mistakes);
    EXPECT_TRUE(is_reported(mistakes, place.line, "did you mean '" + key + "'?")) << shown(mistakes);
  }
}

TEST(ScenarioPlaces, AValueOfTheWrongShapeIsReportedAtItsLine) {
  const auto lines = base::lines(everything);
  for (const KeyPlace& place : keys_in(lines)) {
    if (!place.has_value) continue;
    for (const char* value : {" {bad: [1]}", " [[1]]"}) {
      auto broken = lines;
      broken[place.line].replace(place.end + 1, std::string::npos, value);
      const Mistakes mistakes = mistakes_of(broken);
      EXPECT_TRUE(is_reported(mistakes, place.line, "")) << broken[place.line] << "\n" << shown(mistakes);
    }
  }
}

TEST(ScenarioPlaces, ARepeatedKeyIsReportedAtItsLine) {
  const auto lines = base::lines(everything);
  for (const KeyPlace& place : keys_in(lines)) {
    if (!place.has_value) continue;
    auto broken = lines;
    std::string again = lines[place.line];
    std::replace(again.begin(), again.begin() + static_cast<std::ptrdiff_t>(place.begin), '-', ' ');
    broken.insert(broken.begin() + static_cast<std::ptrdiff_t>(place.line) + 1, again);
    const Mistakes mistakes = mistakes_of(broken);
    EXPECT_TRUE(is_reported(mistakes, place.line + 1, "stands twice")) << again << "\n" << shown(mistakes);
  }
}

TEST(ScenarioPlaces, DamageOfAnyKindIsRefusedOrRead) {
  std::minstd_rand random(1);
  const std::string alphabet = "{}[]:,-#&*!|>'\"%@`\n\t \x01\xff?aA0";
  for (int round = 0; round < 500; ++round) {
    std::string text = everything;
    for (auto count = random() % 4 + 1; count > 0; --count) {
      const std::size_t at = random() % text.size();
      if (random() % 3 == 0)
        text.erase(at, random() % 40);
      else
        text.insert(at, random() % 3 + 1, alphabet[random() % alphabet.size()]);
    }
    for (const auto& mistake : mistakes_of(base::lines(text))) EXPECT_FALSE(mistake.text.empty());
  }
}

}  // namespace
}  // namespace ringside::harness

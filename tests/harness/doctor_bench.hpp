// tests/harness/doctor_bench.hpp - a client and a server to be made ill, and the commands that doctor prints typed as
// they stand.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/host/transfer.hpp"
#include "harness/doctor/diagnosis_text.hpp"
#include "harness/doctor/doctor.hpp"
#include "harness/doctor/remedy_player.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::harness {

/// HERE is the client, THERE the server; a system that shares the database of THERE stands beside them.
class DoctorBench : public testing::Test {
 protected:
  explicit DoctorBench(racf::Preparation preparation = racf::Preparation::prepared)
      : lab_("2013-05-17", {}, preparation) {
    lab_.add_system("HERE");
    lab_.add_system("THERE", "SHARED");
    lab_.add_system("BESIDE", "SHARED");
    for (const std::string system : {"HERE", "THERE"}) {
      lab_.must("ADDUSER SRV NOPASSWORD", system);
      lab_.must("RACDCERT ID(SRV) ADDRING(Ring)", system);
    }
  }

  void make_ca(const std::string& system, const std::string& name, const std::string& more = "") {
    lab_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + name + "')) WITHLABEL('CA') NISTECC SIZE(256) " + more,
              system);
    lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))", system);
  }
  void make_server(const std::string& system, const std::string& more = "SIGNWITH(CERTAUTH LABEL('CA'))") {
    lab_.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('server." + system +
                  "') O('Example')) WITHLABEL('Server') NISTECC SIZE(256) " + more,
              system);
    lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)", system);
  }
  void bring_their_ca(const std::string& more = "") {
    lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('THEIR.CA')", "THERE");
    lab_.copy("THEIR.CA", "THERE", "HERE");
    lab_.must("RACDCERT CERTAUTH ADD('THEIR.CA') WITHLABEL('Theirs') TRUST", "HERE");
    lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Theirs') RING(Ring) " + more + ")", "HERE");
  }
  void make_link_that_holds() {
    make_ca("HERE", "Jupiter");
    make_ca("THERE", "Saturn");
    make_server("THERE");
    bring_their_ca();
  }

  std::vector<Endpoint> endpoints() {
    std::vector<Endpoint> both(2);
    both[0].system = "HERE";
    both[0].ring = {"SRV", "Ring"};
    both[1].system = "THERE";
    both[1].ring = {"SRV", "Ring"};
    both[1].label = label_;
    both[1].host = "server.example.com";
    return both;
  }
  Diagnosis examine() {
    auto diagnosis = diagnose(lab_.lab(), endpoints(), options_, {{0, 1}});
    EXPECT_TRUE(diagnosis) << diagnosis.error();
    return *std::move(diagnosis);
  }

  /// Types each line that stands behind the name of a system, as it was printed.
  void type(const std::vector<std::string>& lines) {
    static const std::regex command("    ([A-Z]+) +([A-Z].*)");
    static const std::regex transfer("    [A-Z]+ +ringside transfer ([^ ]+) --from ([^ ]+) --to ([^ ]+)");
    std::smatch parts;
    for (const std::string& line : lines) {
      if (std::regex_match(line, parts, transfer)) {
        EXPECT_TRUE(host::copy_data_set(lab_.lab(), parts[1], parts[2], parts[3], parts[1])) << line;
      } else if (std::regex_match(line, parts, command)) {
        EXPECT_LT(lab_.run(parts[2], parts[1]).return_code, 8) << line;
      }
    }
  }

  /// One complaint with this reason and one plan; its printed commands make the link hold.
  Diagnosis expect_mended(Reason reason) {
    const std::string before = lab_.lab().fingerprint();
    Diagnosis diagnosis = examine();
    EXPECT_EQ(lab_.lab().fingerprint(), before) << "an examination changes nothing";
    EXPECT_THAT(diagnosis.complaints, testing::SizeIs(1));
    if (diagnosis.complaints.empty()) return diagnosis;
    const Complaint& complaint = diagnosis.complaints.front();
    EXPECT_EQ(to_string(complaint.link.reason), to_string(reason)) << complaint.link.explanation;
    const std::string text = base::join(diagnosis_lines(diagnosis), "\n");
    EXPECT_THAT(complaint.plans, testing::SizeIs(1)) << text;
    EXPECT_THAT(text, testing::HasSubstr("tried: afterwards the link holds"));
    type(diagnosis_lines(diagnosis));
    EXPECT_THAT(examine().complaints, testing::IsEmpty()) << text;
    return diagnosis;
  }
  /// The same for each choice, from the same start.
  void expect_choices(Reason reason, std::size_t choices) {
    const Diagnosis diagnosis = examine();
    ASSERT_THAT(diagnosis.complaints, testing::SizeIs(1));
    EXPECT_EQ(to_string(diagnosis.complaints.front().link.reason), to_string(reason));
    ASSERT_THAT(diagnosis.complaints.front().plans, testing::SizeIs(choices));
    for (const Plan& plan : diagnosis.complaints.front().plans) {
      const auto trial = lab_.lab().savepoint();
      EXPECT_TRUE(plan.holds) << plan.trouble;
      for (const Remedy& remedy : plan.remedies) {
        std::vector<std::string> lines;
        for (const std::string& line : remedy_lines(remedy, "")) lines.push_back("    " + line);
        type(lines);
      }
      EXPECT_THAT(examine().complaints, testing::IsEmpty());
    }
  }

  test_support::RacfLab lab_;
  TrustOptions options_;
  std::optional<std::string> label_;
};

}  // namespace ringside::harness

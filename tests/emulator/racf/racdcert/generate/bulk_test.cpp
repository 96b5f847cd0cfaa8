// tests/emulator/racf/racdcert/generate/bulk_test.cpp - bulk issuance makes what as many GENCERTs make, whatever the
// threads.
#include "emulator/racf/racdcert/generate/bulk.hpp"

#include <gmock/gmock.h>

#include "parser/tso/command.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf::racdcert {
namespace {

using test_support::RacfLab;
using testing::ElementsAre;

constexpr const char* first_command =
    "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('host1') O('Ringside')) WITHLABEL('host1') {} "
    "SIGNWITH(CERTAUTH LABEL('CA')) NOTAFTER(DATE(2014-01-01)) KEYUSAGE(HANDSHAKE)";

class Bulk : public testing::Test {
 protected:
  static void set_up(RacfLab& lab) {
    lab.must("ADDUSER SRV");
    lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC");
  }

  static parser::Command command(const std::string& key) {
    std::string text = first_command;
    text.replace(text.find("{}"), 2, key);
    return *parser::parse_command(parser::single_command(text));
  }

  static BulkName name(std::size_t n) {
    const std::string host = "host" + std::to_string(n + 1);
    return {host, *crypto::DistinguishedName::from_parts({{"CN", host}, {"O", "Ringside"}})};
  }

  static BulkOrder order(std::size_t count, unsigned threads = 2) {
    BulkOrder order;
    order.count = count;
    order.name = name;
    if (threads != 8) order.label = [](std::size_t n) { return name(n).label; };  // either way is the same
    order.threads = threads;
    return order;
  }
};

TEST_F(Bulk, MakesTheSameAsOneCommandForEach) {
  for (const std::string key : {"NISTECC SIZE(256)", "RSA SIZE(1024)"}) {
    RacfLab one_by_one;
    RacfLab together;
    set_up(one_by_one);
    set_up(together);
    constexpr std::size_t count = 9;
    for (std::size_t n = 0; n < count; ++n) {
      std::string text = first_command;
      text.replace(text.find("{}"), 2, key);
      for (std::size_t at = text.find("host1"); at != std::string::npos; at = text.find("host1", at + 6))
        text.replace(at, 5, "host" + std::to_string(n + 1));
      one_by_one.must(text);
    }
    const BulkResult result = issue_in_bulk(together.session(), command(key), order(count));
    EXPECT_EQ(result.reply.return_code, 0);
    EXPECT_EQ(result.issued, count);
    EXPECT_EQ(together.lab().fingerprint(), one_by_one.lab().fingerprint()) << key;
  }
}

TEST_F(Bulk, GivesTheSameBytesOnOneThreadAndOnEight) {
  std::vector<std::string> fingerprints;
  for (const unsigned threads : {1u, 8u}) {
    RacfLab lab;
    set_up(lab);
    issue_in_bulk(lab.session(), command("NISTECC"), order(300, threads));
    fingerprints.push_back(lab.lab().fingerprint());
  }
  EXPECT_EQ(fingerprints.front(), fingerprints.back());
}

TEST_F(Bulk, TakesTheNextSerialNumberWhereAProfileHasOneAlready) {
  RacfLab lab;
  set_up(lab);
  for (const char* label : {"a", "b", "c"})
    lab.must(std::string("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('") + label +
             "') NISTECC SIGNWITH(CERTAUTH LABEL('CA'))");
  lab.must("RACDCERT ID(SRV) DELETE(LABEL('b'))");
  // As after ADD of the CA from a backup: the serial numbers start again.
  auto ca = *lab.record(database::certauth_owner, "CA");
  ca.last_serial = 0;
  lab.session().database.certificates.replace(ca);
  EXPECT_EQ(issue_in_bulk(lab.session(), command("NISTECC"), order(100)).issued, 100u);
  EXPECT_EQ(lab.certificate("SRV", "host1").serial(), "02") << "the number of the deleted one is free";
  EXPECT_EQ(lab.certificate("SRV", "host2").serial(), "04");
  EXPECT_EQ(lab.record(database::certauth_owner, "CA")->last_serial, 102);
}

TEST_F(Bulk, RefusesALabelInUseBeforeAnythingIsMade) {
  RacfLab lab;
  set_up(lab);
  lab.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('host7') NISTECC");
  const std::string before = lab.lab().fingerprint();
  const BulkResult result = issue_in_bulk(lab.session(), command("NISTECC"), order(10));
  EXPECT_THAT(test_support::message_ids(result.reply), ElementsAre("RSD202I"));
  EXPECT_EQ(result.reply.return_code, 8);
  EXPECT_EQ(result.issued, 0u);
  EXPECT_EQ(lab.lab().fingerprint(), before);
}

TEST_F(Bulk, IsRefusedAsGencertIs) {
  RacfLab lab;
  lab.must("ADDUSER SRV");
  EXPECT_THAT(test_support::message_ids(issue_in_bulk(lab.session(), command("NISTECC"), order(2)).reply),
              ElementsAre("IRRD107I"));
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC");
  lab.must("ADDUSER NOBODY");
  Session nobody(lab.lab(), *lab.lab().systems().find("SYS1"), "NOBODY");
  EXPECT_THAT(test_support::message_ids(issue_in_bulk(nobody, command("NISTECC"), order(2)).reply),
              ElementsAre("IRRD101I"));
}

TEST_F(Bulk, TakesGencertWithASignerOnly) {
  RacfLab lab;
  set_up(lab);
  const auto self_signed =
      *parser::parse_command(parser::single_command("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('x')) NISTECC"));
  EXPECT_THAT(test_support::message_ids(issue_in_bulk(lab.session(), self_signed, order(2)).reply),
              ElementsAre("IRRD130I"));
  const auto list = *parser::parse_command(parser::single_command("RACDCERT ID(SRV) LIST"));
  EXPECT_THAT(test_support::message_ids(issue_in_bulk(lab.session(), list, order(2)).reply), ElementsAre("RSD210I"));
}

TEST_F(Bulk, KeepsWhatIsCommittedWhenItIsStopped) {
  RacfLab lab;
  set_up(lab);
  std::atomic<bool> stop = false;
  BulkOrder asked = order(1000);
  asked.stop = &stop;
  asked.commit_every = std::chrono::milliseconds(0);
  std::size_t told = 0;
  asked.committed = [&](std::span<const database::CertificateRecord> stored) {
    told += stored.size();
    stop = true;
  };
  const BulkResult result = issue_in_bulk(lab.session(), command("NISTECC"), asked);
  EXPECT_EQ(result.issued, told);
  EXPECT_LT(result.issued, 1000u);
  EXPECT_TRUE(lab.record("SRV", "host" + std::to_string(result.issued)));
  EXPECT_FALSE(lab.record("SRV", "host" + std::to_string(result.issued + 1)));
  EXPECT_EQ(lab.record(database::certauth_owner, "CA")->last_serial, static_cast<std::int64_t>(result.issued));
}

TEST_F(Bulk, AnOrderForTheRestMakesWhatTheStoppedOneWouldHaveMade) {
  RacfLab whole;
  set_up(whole);
  issue_in_bulk(whole.session(), command("NISTECC"), order(200));
  RacfLab stopped;
  set_up(stopped);
  std::atomic<bool> stop = false;
  BulkOrder asked = order(200);
  asked.stop = &stop;
  asked.commit_every = std::chrono::milliseconds(0);
  asked.committed = [&](auto) { stop = true; };
  const std::size_t done = issue_in_bulk(stopped.session(), command("NISTECC"), asked).issued;
  EXPECT_GT(done, 0u);
  EXPECT_LT(done, 200u);
  BulkOrder rest = order(200 - done);
  rest.name = [done](std::size_t n) { return name(done + n); };
  rest.label = nullptr;
  EXPECT_EQ(issue_in_bulk(stopped.session(), command("NISTECC"), rest).issued, 200 - done);
  EXPECT_EQ(stopped.lab().fingerprint(), whole.lab().fingerprint());
}

TEST_F(Bulk, NamesOfTheOrderReplaceAltname) {
  RacfLab lab;
  set_up(lab);
  BulkOrder asked = order(2);
  asked.name = [](std::size_t n) {
    BulkName own = name(n);
    own.alt_names = crypto::AltNames{};
    if (n == 1) own.alt_names->domain = {own.label + ".example.com"};
    return own;
  };
  EXPECT_EQ(issue_in_bulk(lab.session(), command("NISTECC ALTNAME(DOMAIN('of.command'))"), asked).issued, 2u);
  EXPECT_FALSE(lab.certificate("SRV", "host1").extensions().subject_alt_names);
  EXPECT_THAT(lab.certificate("SRV", "host2").extensions().subject_alt_names->domain, ElementsAre("host2.example.com"));
}

}  // namespace
}  // namespace ringside::racf::racdcert

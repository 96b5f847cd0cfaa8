// tests/connectors/datalib/irrsdl_test.cpp - the entry points of libringside-datalib: parameters, codes, forks and
// threads.
#include <atomic>
#include <filesystem>
#include <functional>
#include <thread>

#include <ringside/irrsdl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/connectors/datalib/datalib_lab.hpp"

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Codes;

using Irrsdl = DatalibTest;

TEST_F(Irrsdl, BothNamesAreTheSameFunction) {
  int parameters = 14, saf = 9, racf = 9, reason = 9, attributes = 0, version = 0;
  char function = IRRSDL_GET_UPDATE_CODE;
  char user[] = "\6SERVER", ring[] = "\4Ring";
  irrsdl_update_code by_64{}, by_00{};
  IRRSDL64(&parameters, nullptr, nullptr, &saf, nullptr, &racf, nullptr, &reason, &function, &attributes, user, ring,
           &version, &by_64);
  EXPECT_EQ(saf, 0);
  IRRSDL00(&parameters, nullptr, nullptr, &saf, nullptr, &racf, nullptr, &reason, &function, &attributes, user, ring,
           &version, &by_00);
  EXPECT_EQ(saf + racf + reason, 0);
  EXPECT_NE(by_64.code, 0u);
  EXPECT_EQ(by_64.code, by_00.code);
}

/// A call with one thing wrong.
struct WrongCall {
  const char* name;
  std::function<Codes(Caller&, GetAreas&)> call;
  Codes codes;
};

class IrrsdlWrong : public DatalibTest, public testing::WithParamInterface<WrongCall> {};

TEST_P(IrrsdlWrong, IsAnsweredWithItsCode) {
  EXPECT_EQ(to_string(GetParam().call(caller, areas)), to_string(GetParam().codes));
}

Codes first(Caller& caller, GetAreas& areas, const std::function<void(GetAreas&)>& spoil) {
  caller.version = 1;
  areas.reset();
  spoil(areas);
  return caller.call(IRRSDL_DATA_GET_FIRST, "SERVER", "Ring", &areas.list);
}

INSTANTIATE_TEST_SUITE_P(
    Table, IrrsdlWrong,
    testing::Values(
        WrongCall{"NumberOfParameters",
                  [](Caller& c, GetAreas&) {
                    c.parameters = 13;
                    return c.call(IRRSDL_DEL_RING, "SERVER", "Ring", nullptr);
                  },
                  {8, 8, 4}},
        WrongCall{"AttributeOfAFunctionThatHasNone",
                  [](Caller& c, GetAreas&) {
                    c.attributes = 1;
                    return c.call(IRRSDL_DEL_RING, "SERVER", "Ring", nullptr);
                  },
                  {8, 8, 4}},
        WrongCall{"ListMissing",
                  [](Caller& c, GetAreas&) { return c.call(IRRSDL_GET_RING_INFO, "SERVER", "Ring", nullptr); },
                  {8, 8, 4}},
        WrongCall{"QueryMissing",
                  [](Caller& c, GetAreas& a) { return first(c, a, [](auto& areas) { areas.list.query = nullptr; }); },
                  {8, 8, 4}},
        WrongCall{
            "AreaMissing",
            [](Caller& c, GetAreas& a) { return first(c, a, [](auto& areas) { areas.list.certificate = nullptr; }); },
            {8, 8, 4}},
        WrongCall{"AttributeOfTheQueryMissing",
                  [](Caller& c, GetAreas& a) {
                    return first(c, a, [](auto& areas) { areas.query = {0, 1, IRRSDL_BY_LABEL, 4, nullptr}; });
                  },
                  {8, 8, 4}},
        WrongCall{
            "FunctionZero", [](Caller& c, GetAreas&) { return c.call(0, "SERVER", "Ring", nullptr); }, {8, 8, 20}},
        WrongCall{"FunctionTooHigh",
                  [](Caller& c, GetAreas&) { return c.call(0x0E, "SERVER", "Ring", nullptr); },
                  {8, 8, 20}},
        WrongCall{"VersionOfAGet",
                  [](Caller& c, GetAreas& a) {
                    c.version = 2;
                    return c.call(IRRSDL_DATA_GET_FIRST, "SERVER", "Ring", &a.list);
                  },
                  {8, 8, 24}},
        WrongCall{"VersionOfAnotherFunction",
                  [](Caller& c, GetAreas&) {
                    c.version = 1;
                    return c.call(IRRSDL_DEL_RING, "SERVER", "Ring", nullptr);
                  },
                  {8, 8, 24}},
        WrongCall{
            "UserTooLong", [](Caller& c, GetAreas& a) { return c.get_first("NINEOCTET", "Ring", a); }, {8, 8, 28}},
        WrongCall{"RingTooLong",
                  [](Caller& c, GetAreas& a) { return c.get_first("SERVER", std::string(238, 'R'), a); },
                  {8, 8, 28}},
        WrongCall{"NoUser", [](Caller& c, GetAreas& a) { return c.get_first("", "Ring", a); }, {8, 8, 28}},
        WrongCall{"NoRingName", [](Caller& c, GetAreas& a) { return c.get_first("SERVER", "", a); }, {8, 8, 28}},
        WrongCall{"RingWithControlCharacter",
                  [](Caller& c, GetAreas& a) { return c.get_first("SERVER", "Ri\1ng", a); },
                  {8, 8, 28}},
        WrongCall{"LabelAreaTooShort",
                  [](Caller& c, GetAreas& a) { return first(c, a, [](auto& areas) { areas.list.label_length = 31; }); },
                  {8, 8, 32}},
        WrongCall{
            "RecordAreaTooShort",
            [](Caller& c, GetAreas& a) { return first(c, a, [](auto& areas) { areas.list.record_id_length = 245; }); },
            {8, 8, 32}},
        WrongCall{"OwnerLength",
                  [](Caller& c, GetAreas& a) { return first(c, a, [](auto& areas) { areas.list.owner.length = 7; }); },
                  {8, 8, 32}},
        WrongCall{"NoRingOfAUser",
                  [](Caller& c, GetAreas&) {
                    char area[64];
                    irrsdl_ring_info list{0, sizeof area, area};
                    return c.call(IRRSDL_GET_RING_INFO, "SERVER", "None", &list);
                  },
                  {8, 8, 32}},
        WrongCall{"TokenNeverGiven",
                  [](Caller& c, GetAreas& a) {
                    a.query.token = 0xfffffff0;
                    return c.get_next(a);
                  },
                  {8, 8, 36}},
        WrongCall{"TokenClosed",
                  [](Caller& c, GetAreas& a) {
                    EXPECT_EQ(c.get_first("SERVER", "Ring", a), (Codes{0, 0, 0}));
                    irrsdl_abort list{&a.query};
                    c.version = 0;
                    c.attributes = 0;
                    EXPECT_EQ(c.call(IRRSDL_DATA_ABORT_QUERY, "", "", &list), (Codes{0, 0, 0}));
                    return c.call(IRRSDL_DATA_ABORT_QUERY, "", "", &list);
                  },
                  {8, 8, 36}},
        WrongCall{"LabelOfNobody",
                  [](Caller& c, GetAreas& a) {
                    return first(c, a, [](auto& areas) {
                      static char label[] = "none";
                      areas.query = {0, 1, IRRSDL_BY_LABEL, 4, label};
                    });
                  },
                  {8, 8, 44}},
        WrongCall{
            "AreaTooSmall",
            [](Caller& c, GetAreas& a) { return first(c, a, [](auto& areas) { areas.list.certificate_length = 10; }); },
            {8, 8, 48}},
        WrongCall{"TwoPredicates",
                  [](Caller& c, GetAreas& a) {
                    return first(c, a, [](auto& areas) { areas.query = {0, 2, IRRSDL_BY_DEFAULT, 0, nullptr}; });
                  },
                  {8, 8, 56}},
        WrongCall{"UnknownAttributeOfAQuery",
                  [](Caller& c, GetAreas& a) {
                    return first(c, a, [](auto& areas) { areas.query = {0, 1, 4, 0, nullptr}; });
                  },
                  {8, 8, 56}},
        WrongCall{"UnknownStatus",
                  [](Caller& c, GetAreas& a) { return first(c, a, [](auto& areas) { areas.list.status = 1; }); },
                  {8, 8, 56}},
        WrongCall{"NoSuchRing", [](Caller& c, GetAreas& a) { return c.get_first("SERVER", "None", a); }, {8, 8, 84}},
        WrongCall{"NotAuthorized", [](Caller& c, GetAreas& a) { return c.get_first("OTHER", "Ring", a); }, {8, 8, 8}},
        WrongCall{"RefreshNotAuthorized",
                  [](Caller& c, GetAreas&) { return c.call(IRRSDL_DATA_REFRESH, "", "", nullptr); },
                  {8, 8, 92}}),
    [](const auto& param) { return std::string(param.param.name); });

TEST_F(Irrsdl, AMissingParameterIsReportedWhereThereIsRoom) {
  int parameters = 14, saf = 9, racf = 9, reason = 9, attributes = 0, version = 0;
  char function = IRRSDL_NEW_RING;
  char user[] = "\6SERVER", ring[] = "\4Ring";
  IRRSDL64(&parameters, nullptr, nullptr, &saf, nullptr, &racf, nullptr, &reason, &function, nullptr, user, ring,
           &version, nullptr);
  EXPECT_EQ(reason, 4);
  saf = racf = 9;
  IRRSDL64(&parameters, nullptr, nullptr, &saf, nullptr, &racf, nullptr, nullptr, &function, &attributes, user, ring,
           &version, nullptr);
  EXPECT_EQ(saf, 8);
  EXPECT_EQ(racf, 8);
  IRRSDL64(nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
           nullptr, nullptr);
}

TEST_F(Irrsdl, WithoutALabRacfIsNotInstalled) {
  for (const char* path : {"", "/no/such.lab"}) {
    set("RINGSIDE_LAB", path);
    EXPECT_EQ(caller.get_first("SERVER", "Ring", areas), (Codes{4, 0, 0})) << path;
  }
}

TEST_F(Irrsdl, ADamagedLabIsAnErrorInsideOfTheService) {
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), (Codes{0, 0, 0}));
  const auto size = std::filesystem::file_size(lab.path());
  std::filesystem::resize_file(lab.path(), 4096);
  std::filesystem::resize_file(lab.path(), size);
  set("RINGSIDE_USER", "OTHER");
  const Codes codes = caller.get_first("SERVER", "Ring", areas);
  EXPECT_TRUE(codes == (Codes{8, 8, 12}) || codes == (Codes{4, 0, 0})) << to_string(codes);
}

TEST_F(Irrsdl, AChildProcessStartsWithoutQueries) {
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), (Codes{0, 0, 0}));
  const pid_t child = ::fork();
  if (child == 0) {
    GetAreas own;
    const bool closed = caller.get_next(areas) == Codes{8, 8, 36};
    const bool opened = caller.get_first("SERVER", "Ring", own) == Codes{0, 0, 0};
    ::_exit(closed && opened && own.query.token != areas.query.token ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(caller.get_next(areas), (Codes{0, 0, 0}));
}

TEST_F(Irrsdl, EightThreadsReadWhatIsThere) {
  constexpr int threads = 8, sweeps = 50;
  std::atomic<int> wrong{0};
  std::vector<std::thread> readers;
  for (int reader = 0; reader < threads; ++reader)
    readers.emplace_back([&] {
      Caller own;
      GetAreas found;
      for (int sweep = 0; sweep < sweeps; ++sweep) {
        if (own.get_first("SERVER", "Ring", found) != Codes{0, 0, 0} || found.label_text() != "mine") ++wrong;
        if (own.get_next(found) != Codes{0, 0, 0} || found.label_text() != "ca") ++wrong;
        if (own.get_next(found) != Codes{8, 8, 44}) ++wrong;
      }
    });
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
}

TEST_F(Irrsdl, OfManyQueriesTheOldestIsClosed) {
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), (Codes{0, 0, 0}));
  GetAreas second;
  ASSERT_EQ(caller.get_first("SERVER", "Ring", second), (Codes{0, 0, 0}));
  GetAreas others;
  for (int query = 0; query < 4095; ++query)
    ASSERT_EQ(caller.get_first("SERVER", "Ring", others), (Codes{0, 0, 0})) << query;
  EXPECT_EQ(caller.get_next(areas), (Codes{8, 8, 36}));
  EXPECT_EQ(caller.get_next(second), (Codes{0, 0, 0}));
}

TEST_F(Irrsdl, AUsedQueryStartsAgain) {
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), (Codes{0, 0, 0}));
  const std::uint32_t before = areas.query.token;
  ASSERT_EQ(caller.get_next(areas), (Codes{0, 0, 0}));
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), (Codes{0, 0, 0}));
  EXPECT_NE(areas.query.token, before);
  EXPECT_EQ(areas.label_text(), "mine");
}

}  // namespace
}  // namespace ringside::connectors::datalib

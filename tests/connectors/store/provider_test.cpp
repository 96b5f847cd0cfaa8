// tests/connectors/store/provider_test.cpp - the provider by its entry point, and inside of libcrypto.
#include "connectors/store/provider.hpp"

#include <cstdarg>
#include <filesystem>
#include <memory>
#include <thread>

#include <gmock/gmock.h>
#include <openssl/core_dispatch.h>
#include <openssl/store.h>

#include "connectors/caller/turn.hpp"
#include "tests/connectors/store/loaded_store.hpp"
#include "tests/connectors/store/store_lab.hpp"
#include "tests/support/program.hpp"

namespace ringside::connectors::store {
namespace {

using test_support::EnvironmentOf;
using test_support::LabOnDisk;
using testing::ElementsAre;
using testing::HasSubstr;

/// A core that keeps the errors which the provider raises.
std::vector<std::string> raised;
void new_error(const OSSL_CORE_HANDLE*) {}
void set_error(const OSSL_CORE_HANDLE*, std::uint32_t reason, const char* format, std::va_list arguments) {
  std::string text(300, '\0');
  text.resize(static_cast<std::size_t>(std::vsnprintf(text.data(), text.size(), format, arguments)));
  raised.push_back(std::to_string(reason) + " " + text);
}
const OSSL_DISPATCH core[] = {{OSSL_FUNC_CORE_NEW_ERROR, reinterpret_cast<void (*)()>(new_error)},
                              {OSSL_FUNC_CORE_VSET_ERROR, reinterpret_cast<void (*)()>(set_error)},
                              {0, nullptr}};

template <typename Function>
Function* function_of(const OSSL_DISPATCH* table, int id) {
  for (; table->function_id != 0; ++table)
    if (table->function_id == id) return reinterpret_cast<Function*>(table->function);
  return nullptr;
}

/// The provider's functions, called as the core calls them.
class ByItsFunctions : public testing::Test {
 protected:
  void SetUp() override {
    raised.clear();
    ASSERT_EQ(OSSL_provider_init(nullptr, core, &provider_, &context_), 1);
    int no_cache = 1;
    auto* const query =
        function_of<OSSL_FUNC_provider_query_operation_fn>(provider_, OSSL_FUNC_PROVIDER_QUERY_OPERATION);
    EXPECT_EQ(query(context_, OSSL_OP_DIGEST, &no_cache), nullptr);
    stores_ = query(context_, OSSL_OP_STORE, &no_cache);
    ASSERT_NE(stores_, nullptr);
    EXPECT_EQ(no_cache, 0);
  }
  void TearDown() override {
    function_of<OSSL_FUNC_provider_teardown_fn>(provider_, OSSL_FUNC_PROVIDER_TEARDOWN)(context_);
  }
  template <typename Function>
  Function* loader(int id) {
    return function_of<Function>(stores_[0].implementation, id);
  }
  void* open(const char* uri) { return loader<OSSL_FUNC_store_open_fn>(OSSL_FUNC_STORE_OPEN)(context_, uri); }

  const OSSL_DISPATCH* provider_ = nullptr;
  void* context_ = nullptr;
  const OSSL_ALGORITHM* stores_ = nullptr;
};

TEST_F(ByItsFunctions, AStoreIsNamedByItsScheme) {
  EXPECT_STREQ(stores_[0].algorithm_names, "safkeyring");
  EXPECT_STREQ(stores_[1].algorithm_names, "safkeyringjce");
  EXPECT_EQ(stores_[2].algorithm_names, nullptr);
}

TEST_F(ByItsFunctions, ARingIsReadObjectByObjectWithoutTheLab) {
  LabOnDisk lab;
  test_support::make_store_lab(lab);
  const EnvironmentOf environment(test_support::store_environment(lab));
  void* const store = open("safkeyring://WEB/Ring");
  ASSERT_NE(store, nullptr);
  std::filesystem::remove(lab.path());
  std::size_t count = 0;
  // The core may call back into the provider: nothing is locked.
  const auto count_one = [](const OSSL_PARAM*, void* argument) {
    const Turn turn;
    return static_cast<int>(++*static_cast<std::size_t*>(argument) > 0);
  };
  while (loader<OSSL_FUNC_store_eof_fn>(OSSL_FUNC_STORE_EOF)(store) == 0)
    EXPECT_EQ(loader<OSSL_FUNC_store_load_fn>(OSSL_FUNC_STORE_LOAD)(store, count_one, &count, nullptr, nullptr), 1);
  EXPECT_EQ(count, 4U);
  EXPECT_EQ(loader<OSSL_FUNC_store_load_fn>(OSSL_FUNC_STORE_LOAD)(store, count_one, &count, nullptr, nullptr), 0);
  EXPECT_EQ(loader<OSSL_FUNC_store_set_ctx_params_fn>(OSSL_FUNC_STORE_SET_CTX_PARAMS)(store, nullptr), 1);
  EXPECT_EQ(loader<OSSL_FUNC_store_close_fn>(OSSL_FUNC_STORE_CLOSE)(store), 1);
  EXPECT_THAT(raised, ElementsAre());
}

TEST_F(ByItsFunctions, ARefusalIsAnErrorWithTheCodesAndTheReason) {
  LabOnDisk lab;
  test_support::make_store_lab(lab);
  auto variables = test_support::store_environment(lab);
  {
    const EnvironmentOf environment(variables);
    EXPECT_EQ(open("safkeyring://WEB/None"), nullptr);
    EXPECT_EQ(open("safkeyring://WEB"), nullptr);
  }
  variables["RINGSIDE_USER"] = "READER";
  {
    const EnvironmentOf environment(variables);
    EXPECT_EQ(open("safkeyring://WEB/Ring"), nullptr);
  }
  variables["RINGSIDE_SYSTEM"] = "NONE";
  {
    const EnvironmentOf environment(variables);
    EXPECT_EQ(open("safkeyring://WEB/Ring"), nullptr);
  }
  EXPECT_THAT(raised, ElementsAre("1 R_datalib 8/8/84: ring WEB/None does not exist",
                                  "2 safkeyring://WEB is not of the form safkeyring://OWNER/RING",
                                  HasSubstr("1 R_datalib 8/8/8: "), HasSubstr("has no system NONE")));
}

TEST_F(ByItsFunctions, ALabThatIsMissingOrNoLabIsRefused) {
  LabOnDisk lab;
  auto variables = test_support::store_environment(lab);
  for (const std::string& path : {std::string(), lab.file("none"), lab.file("text")}) {
    if (path == lab.file("text")) test_support::write_file(path, std::string(5000, 'x'));
    variables["RINGSIDE_LAB"] = path;
    const EnvironmentOf environment(variables);
    EXPECT_EQ(open("safkeyring://WEB/Ring"), nullptr) << path;
  }
  EXPECT_THAT(raised, ElementsAre("1 R_datalib 4/0/0: RINGSIDE_LAB does not name a lab",
                                  HasSubstr("1 R_datalib 4/0/0: " + lab.file("none") + ": this lab does not exist"),
                                  HasSubstr("1 R_datalib 4/0/0: " + lab.file("text"))));
}

TEST_F(ByItsFunctions, ALabThatWasReplacedIsOpenedAgain) {
  LabOnDisk lab, other;
  test_support::make_store_lab(lab);
  const EnvironmentOf environment(test_support::store_environment(lab));
  void* const store = open("safkeyring://WEB/Ring");
  ASSERT_NE(store, nullptr);
  EXPECT_EQ(loader<OSSL_FUNC_store_close_fn>(OSSL_FUNC_STORE_CLOSE)(store), 1);
  std::filesystem::rename(other.path(), lab.path());
  EXPECT_EQ(open("safkeyring://WEB/Ring"), nullptr);
  EXPECT_THAT(raised, ElementsAre(HasSubstr("class FACILITY is not active")));
}

class InsideOfOpenSsl : public testing::Test {
 protected:
  void SetUp() override { test_support::make_store_lab(lab_); }

  std::vector<std::string> load(const std::string& uri, int expected = 0) { return store_.load(uri, expected); }

  LabOnDisk lab_;
  EnvironmentOf environment_{test_support::store_environment(lab_)};
  test_support::LoadedStore store_;
};

TEST_F(InsideOfOpenSsl, ARingGivesCertificatesAndKeys) {
  EXPECT_THAT(load("safkeyring://WEB/Ring"), ElementsAre("Certificate", "Pkey", "Certificate", "Certificate"));
  EXPECT_THAT(load("safkeyringjce://WEB/Ring?type=key"), ElementsAre("Pkey"));
  EXPECT_THAT(load("safkeyring://WEB/Ring", OSSL_STORE_INFO_PKEY), ElementsAre("Pkey"));
  EXPECT_THAT(load("safkeyring://WEB/Ring", OSSL_STORE_INFO_CRL), ElementsAre());
}

TEST_F(InsideOfOpenSsl, KeysOfEachKindAreRead) {
  for (const std::string kind : {"RSA SIZE(1024)", "NISTECC SIZE(521)", "BPECC SIZE(256)", "DSA SIZE(1024)"}) {
    lab_.must("RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('" + kind.substr(0, 3) + "')) WITHLABEL('" + kind.substr(0, 3) +
              "') " + kind);
    lab_.must("RACDCERT ID(WEB) CONNECT(LABEL('" + kind.substr(0, 3) + "') RING(Empty))");
    EXPECT_THAT(load("safkeyring://WEB/Empty?label=" + kind.substr(0, 3)), ElementsAre("Certificate", "Pkey")) << kind;
  }
}

TEST_F(InsideOfOpenSsl, ARefusalIsOnTheQueueOfErrors) {
  EXPECT_THAT(load("safkeyring://WEB/None"),
              ElementsAre("the key ring cannot be read: R_datalib 8/8/84: ring WEB/None does not exist"));
  EXPECT_THAT(load("safkeyring://WEB/Ring?pin=1"), ElementsAre(HasSubstr("this is no URI of a key ring: ")));
}

TEST_F(InsideOfOpenSsl, ThreadsReadAtOnce) {
  std::vector<std::size_t> counts(4);
  std::vector<std::thread> threads;
  for (std::size_t& count : counts)
    threads.emplace_back([&] {
      for (int turn = 0; turn < 10; ++turn) count += load("safkeyring://WEB/Ring").size();
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(counts, ElementsAre(40, 40, 40, 40));
}

}  // namespace
}  // namespace ringside::connectors::store

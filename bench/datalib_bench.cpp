// bench/datalib_bench.cpp - a ring read through IRRSDL64, as programs read it: one certificate, and a sweep of all.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <ringside/irrsdl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "bench/bench_lab.hpp"

namespace {

namespace fs = std::filesystem;
using ringside::bench::BenchLab;

/// A lab in a file that ends with the benchmark. Its ring has `count` members, one of them with its key.
class DatalibLab {
 public:
  explicit DatalibLab(std::int64_t count) {
    fs::create_directory(folder_);
    BenchLab lab((folder_ / "x.lab").string());
    for (std::int64_t n = 2; n < count; ++n) {
      lab.must(fmt::format("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA {0}')) WITHLABEL('CA {0}') NISTECC", n));
      lab.must(fmt::format("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA {}') RING(RING))", n));
    }
    setenv("RINGSIDE_LAB", (folder_ / "x.lab").c_str(), 1);
    setenv("RINGSIDE_USER", "SRV", 1);
  }
  ~DatalibLab() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  DatalibLab(const DatalibLab&) = delete;
  DatalibLab& operator=(const DatalibLab&) = delete;

 private:
  fs::path folder_ = fs::temp_directory_path() / fmt::format("ringside_datalib_bench.{}", ::getpid());
};

/// The areas of a program, and its calls.
class Reader {
 public:
  /// Returns the reason code.
  int get(char function) {
    int parameters = IRRSDL_PARAMETERS, attributes = static_cast<int>(IRRSDL_GET_ALL_KEY_TYPES), version = 1;
    int saf = 0, racf = 0, reason = 0;
    char user[] = "\3SRV", ring[] = "\4RING";
    list_ = {};
    list_.query = &query_;
    list_.certificate = certificate_, list_.certificate_length = sizeof certificate_;
    list_.key = key_, list_.key_length = sizeof key_;
    list_.label = label_, list_.label_length = sizeof label_;
    list_.owner.length = IRRSDL_USER_MOST;
    list_.subject = subject_, list_.subject_length = sizeof subject_;
    list_.record_id = record_id_, list_.record_id_length = sizeof record_id_;
    IRRSDL64(&parameters, nullptr, nullptr, &saf, nullptr, &racf, nullptr, &reason, &function, &attributes, user, ring,
             &version, &list_);
    return reason;
  }
  void must(char function) {
    if (const int reason = get(function); reason != 0) throw std::runtime_error(fmt::format("reason {}", reason));
  }

 private:
  irrsdl_query query_{};
  irrsdl_data_get list_{};
  unsigned char certificate_[8192]{}, key_[8192]{}, label_[32]{}, subject_[1024]{}, record_id_[246]{};
};

void datalib_get_first(benchmark::State& state) {
  const DatalibLab lab(state.range(0));
  Reader reader;
  for (auto _ : state) reader.must(IRRSDL_DATA_GET_FIRST);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(datalib_get_first)->Arg(2)->Arg(100)->Unit(benchmark::kMicrosecond);

void datalib_sweep(benchmark::State& state) {
  const DatalibLab lab(state.range(0));
  Reader reader;
  for (auto _ : state) {
    int reason = reader.get(IRRSDL_DATA_GET_FIRST);
    while (reason == 0) reason = reader.get(IRRSDL_DATA_GET_NEXT);
    if (reason != IRRSDL_NO_CERTIFICATE) throw std::runtime_error(fmt::format("reason {}", reason));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(datalib_sweep)->Arg(100)->Unit(benchmark::kMicrosecond);

}  // namespace

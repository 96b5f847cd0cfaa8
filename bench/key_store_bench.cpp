// bench/key_store_bench.cpp - key stores of ten keys: saved, loaded, and listed as keytool -list does it.
#include <string>

#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include "bench/bench_lab.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"

namespace {

using namespace ringside;

constexpr int entries = 10;
constexpr const char* password = "changeit";

/// keytool on the files of a host of a lab in memory.
class Host {
 public:
  Host() {
    system_.kind = "distributed";
    system_.name = "HOST";
    lab_.lab().add_system(system_);
  }
  void must(const std::vector<std::string>& words) {
    host::LabFiles files(lab_.lab(), system_, "root");
    host::TextStreams streams("");
    host::Process process{lab_.lab(), system_, "root", files, streams, "/", {}};
    if (keytool::run(words, process) != 0) throw std::runtime_error(streams.output() + streams.errors());
  }
  keytool::StoreFile store_of_ten(const std::string& type) {
    for (int n = 0; n < entries; ++n)
      must({"-genkeypair", "-keystore", "/ten", "-storetype", type, "-storepass", password, "-keyalg", "EC", "-alias",
            fmt::format("key{}", n), "-dname", fmt::format("CN=host{}", n)});
    const auto content = host::LabFiles(lab_.lab(), system_, "root").read("/ten").value();
    return {content, keytool::probe(content).value()};
  }
  lab::Lab& lab() { return lab_.lab(); }

 private:
  bench::BenchLab lab_;
  database::SystemRecord system_;
};

void load(benchmark::State& state, const char* type) {
  Host host;
  const auto file = host.store_of_ten(type);
  for (auto _ : state) benchmark::DoNotOptimize(keytool::read_store(file, base::Secret(password), 0));
}
void save(benchmark::State& state, const char* type) {
  Host host;
  const auto store = keytool::read_store(host.store_of_ten(type), base::Secret(password), 0);
  const auto randomness = host.lab().randomness("HOST", 1);
  for (auto _ : state) benchmark::DoNotOptimize(keytool::write_store(store, base::Secret(password), *randomness));
}
void list(benchmark::State& state, const char* type) {
  Host host;
  static_cast<void>(host.store_of_ten(type));
  for (auto _ : state) host.must({"-list", "-keystore", "/ten", "-storepass", password});
}
#define RINGSIDE_STORE(work)                                          \
  BENCHMARK_CAPTURE(work, jks, "jks")->Unit(benchmark::kMicrosecond); \
  BENCHMARK_CAPTURE(work, pkcs12, "pkcs12")->Unit(benchmark::kMicrosecond)
RINGSIDE_STORE(load);
RINGSIDE_STORE(save);
RINGSIDE_STORE(list);

}  // namespace

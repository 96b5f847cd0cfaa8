// bench/issue_bench.cpp - bulk issuance by algorithm into a lab's file, durable, on one thread and on two.
#include <cstdlib>
#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include "bench/bench_lab.hpp"
#include "emulator/racf/racdcert/generate/bulk.hpp"
#include "parser/tso/command.hpp"

namespace {

namespace fs = std::filesystem;
using ringside::bench::BenchLab;

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / "ringside-bench-XXXXXX") {
    std::string name = path_.string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string lab() const { return path_ / "bench.lab"; }

 private:
  fs::path path_;
};

void issue(benchmark::State& state, const char* key, const char* ca, std::size_t count) {
  const Folder folder;
  BenchLab lab(folder.lab());
  const auto gencert = ringside::parser::parse_command(ringside::parser::single_command(fmt::format(
      "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('bench')) WITHLABEL('bench') {} SIGNWITH(CERTAUTH LABEL('{}'))", key,
      ca)));
  std::size_t run = 0;
  for (auto _ : state) {
    ringside::racf::racdcert::BulkOrder order;
    order.count = count;
    order.threads = static_cast<unsigned>(state.range(0));
    order.name = [run](std::size_t n) {
      return ringside::racf::racdcert::BulkName{
          fmt::format("{}/{}", run, n),
          ringside::crypto::DistinguishedName::from_parts({{"CN", fmt::format("host{}.{}", n, run)}}).value()};
    };
    if (ringside::racf::racdcert::issue_in_bulk(lab.session(), *gencert, order).issued != count)
      throw std::runtime_error("certificates are missing");
    ++run;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}

#define RINGSIDE_ISSUE(name, ...) \
  BENCHMARK_CAPTURE(issue, name, __VA_ARGS__)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond)
RINGSIDE_ISSUE(rsa2048, "RSA SIZE(2048)", "RSA CA", 16);
RINGSIDE_ISSUE(rsa3072, "RSA SIZE(3072)", "RSA CA", 8);
RINGSIDE_ISSUE(rsa4096, "RSA SIZE(4096)", "RSA CA", 8);
RINGSIDE_ISSUE(p256, "NISTECC SIZE(256)", "CA", 1000);
RINGSIDE_ISSUE(p384, "NISTECC SIZE(384)", "CA", 200);
RINGSIDE_ISSUE(p521, "NISTECC SIZE(521)", "CA", 200);

}  // namespace

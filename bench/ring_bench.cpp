// bench/ring_bench.cpp - a ring read as a server reads it, and as LISTRING lists it, by the number of its members.
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include "bench/bench_lab.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"

namespace {

using ringside::bench::BenchLab;

/// RING with as many CAs more as are asked for.
void add_members(BenchLab& lab, std::int64_t count) {
  for (std::int64_t n = 0; n < count; ++n) {
    lab.must(fmt::format("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA {0}')) WITHLABEL('CA {0}') NISTECC", n));
    lab.must(fmt::format("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA {}') RING(RING))", n));
  }
}

void read_ring(benchmark::State& state) {
  BenchLab lab;
  add_members(lab, state.range(0));
  const auto system = *lab.lab().systems().find("SYS1");
  for (auto _ : state) {
    const auto ring = ringside::racf::read_ring(lab.lab(), system, {"SRV", "RING"});
    if (!ring.party.identity) throw std::runtime_error("the ring gives no identity");
    benchmark::DoNotOptimize(ring);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(read_ring)->Arg(0)->Arg(10)->Arg(100)->Unit(benchmark::kMicrosecond);

void list_ring(benchmark::State& state) {
  BenchLab lab;
  add_members(lab, state.range(0));
  for (auto _ : state) lab.must("RACDCERT ID(SRV) LISTRING(RING)");
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(list_ring)->Arg(0)->Arg(10)->Arg(100)->Unit(benchmark::kMicrosecond);

}  // namespace

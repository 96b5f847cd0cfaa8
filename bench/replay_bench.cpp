// bench/replay_bench.cpp - a job stream from its cards to its spool, commands that make no key.
#include <string>

#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include "bench/bench_lab.hpp"
#include "emulator/jes/submit.hpp"

namespace {

constexpr int rings = 250;
constexpr int commands = 4 * rings;

std::string job() {
  std::string text = "//REPLAY JOB (1),CLASS=A\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n";
  for (int n = 0; n < rings; ++n)
    text += fmt::format(
        "RACDCERT ID(SRV) ADDRING(R{0})\nRACDCERT ID(SRV) CONNECT(LABEL('server') RING(R{0}) DEFAULT)\n"
        "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') -\n  RING(R{0}))\nRACDCERT ID(SRV) LISTRING(R{0})\n",
        n);
  return text + "/*\n";
}

void replay(benchmark::State& state) {
  ringside::bench::BenchLab lab;
  const std::string stream = job();
  for (auto _ : state) {
    state.PauseTiming();
    {
      const auto taken_back = lab.lab().savepoint();
      state.ResumeTiming();
      benchmark::DoNotOptimize(ringside::jes::submit(lab.session(), stream));
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * commands);
}
BENCHMARK(replay)->Unit(benchmark::kMillisecond);

}  // namespace

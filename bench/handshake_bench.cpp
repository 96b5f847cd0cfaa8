// bench/handshake_bench.cpp - one handshake on its own, and a matrix in which what its sides need is shared.
#include <stdexcept>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include "bench/bench_lab.hpp"
#include "emulator/crypto/tls/handshakes.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"

namespace {

using ringside::bench::BenchLab;
using ringside::crypto::TlsVersion;

ringside::crypto::Party party(BenchLab& lab, const std::string& ca, const std::string& key) {
  lab.must(fmt::format(
      "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('tls')) WITHLABEL('tls') {} SIGNWITH(CERTAUTH LABEL('{}'))", key, ca));
  lab.must("RACDCERT ID(SRV) ADDRING(TLS)");
  lab.must("RACDCERT ID(SRV) CONNECT(LABEL('tls') RING(TLS) DEFAULT)");
  lab.must(fmt::format("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('{}') RING(TLS))", ca));
  return ringside::racf::read_ring(lab.lab(), *lab.lab().systems().find("SYS1"), {"SRV", "TLS"}).party;
}

void handshake(benchmark::State& state, TlsVersion version, const char* ca, const char* key) {
  BenchLab lab;
  const auto both = party(lab, ca, key);
  const ringside::crypto::HandshakeOptions how{version, true, lab.lab().now(), std::nullopt};
  for (auto _ : state)
    if (!ringside::crypto::handshake(both, both, how).trusted) throw std::runtime_error("the handshake is refused");
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(handshake, tls13_rsa2048, TlsVersion::tls13, "RSA CA", "RSA SIZE(2048)")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(handshake, tls12_rsa2048, TlsVersion::tls12, "RSA CA", "RSA SIZE(2048)")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(handshake, tls13_p256, TlsVersion::tls13, "CA", "NISTECC SIZE(256)")->Unit(benchmark::kMicrosecond);

void matrix(benchmark::State& state) {
  BenchLab lab;
  const auto one = party(lab, "RSA CA", "RSA SIZE(2048)");
  const std::vector<ringside::crypto::Host> hosts(10, {&one, "host"});
  std::vector<ringside::crypto::Meeting> meetings;
  for (std::size_t client = 0; client < hosts.size(); ++client)
    for (std::size_t server = 0; server < hosts.size(); ++server)
      meetings.push_back({client, server, TlsVersion::tls13});
  for (auto _ : state)
    benchmark::DoNotOptimize(ringside::crypto::handshakes(
        hosts, meetings, {true, lab.lab().now(), false, static_cast<unsigned>(state.range(0))}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(meetings.size()));
}
BENCHMARK(matrix)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace

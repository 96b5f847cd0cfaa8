// bench/keygen_bench.cpp - RSA keys by our own prime search, in lanes and portable, and by OpenSSL, on one thread.
//
// The time of one key scatters widely, since the distance to the next prime does: look at means of many, not at single
// runs. bench/peers measures the ratios.
#include <benchmark/benchmark.h>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"

namespace {

using ringside::crypto::KeyMaker;

void make_rsa_key(benchmark::State& state, KeyMaker maker) {
  const ringside::crypto::KeySpec spec{ringside::crypto::KeyType::rsa, static_cast<int>(state.range(0))};
  const ringside::crypto::SystemRandomness randomness;
  for (auto _ : state)
    benchmark::DoNotOptimize(ringside::crypto::generate_key(spec, randomness, ringside::crypto::Threads::one, maker));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(make_rsa_key, search, KeyMaker::search)
    ->Arg(2048)
    ->Arg(3072)
    ->Arg(4096)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(make_rsa_key, portable, KeyMaker::portable)->Arg(2048)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(make_rsa_key, openssl, KeyMaker::openssl)->Arg(2048)->Unit(benchmark::kMillisecond);

void make_p256_key(benchmark::State& state) {
  const ringside::crypto::SystemRandomness randomness;
  for (auto _ : state)
    benchmark::DoNotOptimize(ringside::crypto::generate_key({ringside::crypto::KeyType::nist_ecc, 256}, randomness));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(make_p256_key)->Unit(benchmark::kMicrosecond);

}  // namespace

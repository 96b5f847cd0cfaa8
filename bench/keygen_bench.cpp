// bench/keygen_bench.cpp - RSA keys by our own prime search against OpenSSL's, in one process on one thread.
//
// The time of one key scatters widely, since the distance to the next prime does: look at means of many
// (--benchmark_repetitions), not at single runs.
#include <stdexcept>

#include <benchmark/benchmark.h>

#include <openssl/evp.h>

#include "emulator/crypto/key.hpp"
#include "emulator/crypto/random.hpp"

namespace {

void ours(benchmark::State& state) {
  const ringside::crypto::KeySpec spec{ringside::crypto::KeyType::rsa, static_cast<int>(state.range(0))};
  const ringside::crypto::SystemRandomness randomness;
  for (auto _ : state) benchmark::DoNotOptimize(ringside::crypto::generate_key(spec, randomness));
}
BENCHMARK(ours)->Arg(2048)->Arg(4096)->Unit(benchmark::kMillisecond)->MinTime(10);

void openssl(benchmark::State& state) {
  const auto bits = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits);
    if (key == nullptr) throw std::runtime_error("EVP_PKEY_Q_keygen failed");
    EVP_PKEY_free(key);
  }
}
BENCHMARK(openssl)->Arg(2048)->Arg(4096)->Unit(benchmark::kMillisecond)->MinTime(10);

}  // namespace

// bench/keygen_once.cpp - makes keys by one engine and prints a figure, for bench/peers, which runs it in turns.
//
//   keygen_once search|portable|openssl BITS COUNT   CPU milliseconds for a key, on one thread
//   keygen_once openssl-sign-2 BITS COUNT            keys with one signature each by OpenSSL a second, on two threads
//   keygen_once openssl-median BITS COUNT            median of the wall milliseconds for a key
//   keygen_once gencert-search|gencert-portable BITS COUNT   median of the wall milliseconds of a GENCERT
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "base/time.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/tso/execute.hpp"

namespace {

using namespace ringside;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void openssl_key(std::size_t bits, bool sign) {
  EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits);
  if (key == nullptr) throw std::runtime_error("EVP_PKEY_Q_keygen failed");
  if (sign) {
    const std::vector<unsigned char> data(800);
    std::vector<unsigned char> value(bits / 8);
    std::size_t length = value.size();
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    if (EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(context, value.data(), &length, data.data(), data.size()) != 1)
      throw std::runtime_error("EVP_DigestSign failed");
    EVP_MD_CTX_free(context);
  }
  EVP_PKEY_free(key);
}

crypto::KeyMaker maker(const std::string& engine) {
  return engine.ends_with("portable") ? crypto::KeyMaker::portable : crypto::KeyMaker::search;
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

double gencert_median(const std::string& engine, int bits, int count) {
  const base::SystemClock clock;
  lab::Rules rules;
  rules.keys = maker(engine);
  lab::Lab lab("", clock, rules);
  database::SystemRecord system{"SYS1", "zos", "", "", 0};
  lab.add_system(system);
  racf::Session session(lab, system, "IBMUSER");
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    const std::string command =
        fmt::format("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA {}')) WITHLABEL('{}') RSA SIZE({})", i, i, bits);
    const double start = wall_seconds();
    if (tso::execute(session, parser::single_command(command)).return_code != 0)
      throw std::runtime_error("GENCERT failed");
    times.push_back((wall_seconds() - start) * 1e3);
  }
  return median(times);
}

double figure(const std::string& engine, int bits, int count) {
  const auto size = static_cast<std::size_t>(bits);
  if (engine.starts_with("gencert")) return gencert_median(engine, bits, count);
  if (engine == "openssl-median") {
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
      const double start = wall_seconds();
      openssl_key(size, false);
      times.push_back((wall_seconds() - start) * 1e3);
    }
    return median(times);
  }
  if (engine == "openssl-sign-2") {
    const double start = wall_seconds();
    const auto half = [&] {
      for (int i = 0; i < count / 2; ++i) openssl_key(size, true);
    };
    std::thread other(half);
    half();
    other.join();
    return 2.0 * (count / 2) / (wall_seconds() - start);
  }
  const double start = cpu_seconds();
  const crypto::SystemRandomness randomness;
  for (int i = 0; i < count; ++i) {
    if (engine == "openssl")
      openssl_key(size, false);
    else
      static_cast<void>(
          crypto::generate_key({crypto::KeyType::rsa, bits}, randomness, crypto::Threads::one, maker(engine)));
  }
  return (cpu_seconds() - start) / count * 1e3;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: keygen_once ENGINE BITS COUNT\n", stderr);
    return 64;
  }
  fmt::print("{}\n", figure(argv[1], std::stoi(argv[2]), std::stoi(argv[3])));
  return 0;
}

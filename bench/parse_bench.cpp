// bench/parse_bench.cpp - how long a RACDCERT command takes from its text to its operands.
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>

#include "parser/tso/command.hpp"
#include "parser/tso/record.hpp"

namespace {

using ringside::parser::parse_command;
using ringside::parser::single_command;

constexpr const char* gencert =
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('z/OSMF CertAuth for Security Domain') OU('IZUDFLT')) "
    "WITHLABEL('zOSMFCA') TRUST NOTAFTER(DATE(2033-05-17)) SIZE(2048) KEYUSAGE(CERTSIGN)";

void parse_gencert(benchmark::State& state) {
  const auto command = single_command(gencert);
  if (!parse_command(command)) throw std::runtime_error("the command is refused");
  for (auto _ : state) benchmark::DoNotOptimize(parse_command(command));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parse_gencert);

// What a hostile or mistaken command costs: refused at its end.
void refuse_unknown_operand(benchmark::State& state) {
  const auto command = single_command(std::string(gencert) + " NOSUCHOPERAND");
  if (parse_command(command)) throw std::runtime_error("the command is accepted");
  for (auto _ : state) benchmark::DoNotOptimize(parse_command(command));
}
BENCHMARK(refuse_unknown_operand);

}  // namespace

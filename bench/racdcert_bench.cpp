// bench/racdcert_bench.cpp - every function of RACDCERT from text to answer, on a small database in memory.
//
// Each command meets the same database: it runs inside a savepoint that is taken back.
#include <optional>
#include <string>

#include <benchmark/benchmark.h>

#include "bench/bench_lab.hpp"
#include "emulator/racf/racdcert/function_table.hpp"

namespace {

using ringside::bench::BenchLab;

struct Function {
  const char* name;
  const char* command;
};
constexpr Function functions[] = {
    {"ADD", "RACDCERT ID(OTHER) ADD('OUT.B64') WITHLABEL('added')"},
    {"ADDRING", "RACDCERT ID(SRV) ADDRING(NEW)"},
    {"ADDTOKEN", "RACDCERT ADDTOKEN(NEW)"},
    {"ALTER", "RACDCERT ID(SRV) ALTER(LABEL('server')) NOTRUST"},
    {"ALTMAP", "RACDCERT ID(SRV) ALTMAP(LABEL('map')) NOTRUST"},
    {"BIND", "RACDCERT BIND(TOKEN(TOKEN) ID(SRV) LABEL('free'))"},
    {"CHECKCERT", "RACDCERT CHECKCERT('OUT.B64')"},
    {"CONNECT", "RACDCERT ID(SRV) CONNECT(LABEL('free') RING(RING))"},
    {"DELETE", "RACDCERT ID(SRV) DELETE(LABEL('server'))"},
    {"DELMAP", "RACDCERT ID(SRV) DELMAP(LABEL('map'))"},
    {"DELRING", "RACDCERT ID(SRV) DELRING(RING)"},
    {"DELTOKEN", "RACDCERT DELTOKEN(EMPTY)"},
    {"EXPORT", "RACDCERT ID(SRV) EXPORT(LABEL('server')) DSN('NEW.B64')"},
    {"GENCERT", "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('n')) WITHLABEL('n') NISTECC SIGNWITH(CERTAUTH LABEL('CA'))"},
    {"GENREQ", "RACDCERT ID(SRV) GENREQ(LABEL('server')) DSN('NEW.REQ')"},
    {"IMPORT", "RACDCERT ID(SRV) IMPORT(TOKEN(TOKEN) SEQNUM(1)) WITHLABEL('imported')"},
    {"LIST", "RACDCERT ID(SRV) LIST(LABEL('server'))"},
    {"LISTCHAIN", "RACDCERT ID(SRV) LISTCHAIN(LABEL('server'))"},
    {"LISTMAP", "RACDCERT ID(SRV) LISTMAP"},
    {"LISTRING", "RACDCERT ID(SRV) LISTRING(RING)"},
    {"LISTTOKEN", "RACDCERT LISTTOKEN(TOKEN)"},
    {"MAP", "RACDCERT ID(SRV) MAP SDNFILTER('CN=other.O=example') WITHLABEL('other')"},
    {"REKEY", "RACDCERT ID(SRV) REKEY(LABEL('server')) WITHLABEL('newer') NISTECC"},
    {"REMOVE", "RACDCERT ID(SRV) REMOVE(LABEL('server') RING(RING))"},
    {"ROLLOVER", "RACDCERT ID(SRV) ROLLOVER(LABEL('older')) NEWLABEL('rekeyed')"},
    {"UNBIND", "RACDCERT UNBIND(TOKEN(TOKEN) ID(SRV) LABEL('bound'))"},
};

BenchLab& furnished_lab() {
  static std::optional<BenchLab> lab;
  if (lab) return *lab;
  lab.emplace();
  const std::string signed_by_ca = " NISTECC SIGNWITH(CERTAUTH LABEL('CA'))";
  for (const std::string name : {"free", "bound", "older", "gone"})
    lab->must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('" + name + "')) WITHLABEL('" + name + "')" + signed_by_ca);
  for (const char* command :
       {"ADDUSER OTHER", "SETROPTS CLASSACT(DIGTNMAP)", "RACDCERT ADDTOKEN(TOKEN)",
        "RACDCERT BIND(TOKEN(TOKEN) ID(SRV) LABEL('gone'))", "RACDCERT ID(SRV) EXPORT(LABEL('gone')) DSN('OUT.B64')",
        "RACDCERT ID(SRV) DELETE(LABEL('gone'))", "RACDCERT ID(SRV) MAP SDNFILTER('CN=one.O=example') WITHLABEL('map')",
        "RACDCERT ID(SRV) REKEY(LABEL('older')) WITHLABEL('rekeyed') NISTECC", "RACDCERT ADDTOKEN(EMPTY)",
        "RACDCERT BIND(TOKEN(TOKEN) ID(SRV) LABEL('bound'))"})
    lab->must(command);
  return *lab;
}

void racdcert(benchmark::State& state, const Function& function) {
  BenchLab& lab = furnished_lab();
  for (auto _ : state) {
    state.PauseTiming();
    {
      const auto taken_back = lab.lab().savepoint();
      state.ResumeTiming();
      lab.must(function.command);
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations());
}

// A function that is new in the table and has no benchmark is a mistake here.
const bool all_are_there = [] {
  for (const auto& rule : ringside::racf::racdcert::function_rules()) {
    const Function* found = nullptr;
    for (const Function& function : functions)
      if (rule.name == function.name) found = &function;
    if (found == nullptr) throw std::logic_error("RACDCERT " + std::string(rule.name) + " has no benchmark");
    benchmark::RegisterBenchmark(("racdcert/" + std::string(rule.name)).c_str(), racdcert, *found)
        ->Unit(benchmark::kMicrosecond);
  }
  return true;
}();

}  // namespace

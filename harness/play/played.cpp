// harness/play/played.cpp - the result of one scenario in the form of each report.
#include "harness/play/played.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "harness/play/report_text.hpp"
#include "harness/report/json.hpp"

namespace ringside::harness {
namespace {

void add_text(std::string& octets, const std::string& text) {
  const std::uint64_t size = text.size();
  octets.append(sizeof size, '\0');
  std::memcpy(octets.data() + octets.size() - sizeof size, &size, sizeof size);
  octets += text;
}

class PackedTexts {
 public:
  explicit PackedTexts(const std::string& octets) : octets_(octets) {}
  [[nodiscard]] bool at_end() const { return at_ == octets_.size(); }
  std::string next() {
    std::uint64_t size = 0;
    if (octets_.size() - at_ < sizeof size) throw base::Fault("a scenario's report is incomplete");
    std::memcpy(&size, octets_.data() + at_, sizeof size);
    at_ += sizeof size;
    if (octets_.size() - at_ < size) throw base::Fault("a scenario's report is incomplete");
    at_ += size;
    return octets_.substr(at_ - size, size);
  }

 private:
  const std::string& octets_;
  std::size_t at_ = 0;
};

}  // namespace

Played rendered(const ScenarioReport& report) {
  Played played;
  played.text = base::join(verdict_lines(report), "\n");
  played.json = report::scenario_json(report).text();
  played.outcome = report.outcome();
  played.junit = junit_suite(report);
  return played;
}

std::string packed(const Played& played) {
  std::string octets;
  for (const std::string& text : {std::to_string(static_cast<int>(played.outcome)), played.junit, played.text,
                                  played.json, played.chapter.entry, played.chapter.body})
    add_text(octets, text);
  for (const GoldenChange& golden : played.goldens)
    for (const std::string& text : {golden.folder.string(), golden.name, golden.before, golden.after})
      add_text(octets, text);
  return octets;
}

Played unpacked(const std::string& octets) {
  PackedTexts texts(octets);
  Played played;
  played.outcome = static_cast<Outcome>(std::stoi(texts.next()));
  played.junit = texts.next();
  played.text = texts.next();
  played.json = texts.next();
  played.chapter.entry = texts.next();
  played.chapter.body = texts.next();
  while (!texts.at_end()) {
    GoldenChange golden;
    golden.folder = texts.next();
    golden.name = texts.next();
    golden.before = texts.next();
    golden.after = texts.next();
    played.goldens.push_back(std::move(golden));
  }
  return played;
}

std::vector<GoldenChange> take_goldens(ScenarioReport& report) {
  std::vector<GoldenChange> goldens;
  for (StepReport& step : report.steps) {
    for (const Failure& failure : step.failures)
      if (failure.golden) goldens.push_back(*failure.golden);
    std::erase_if(step.failures, [](const Failure& failure) { return failure.golden.has_value(); });
  }
  return goldens;
}

}  // namespace ringside::harness

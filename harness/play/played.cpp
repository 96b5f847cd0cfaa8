// harness/play/played.cpp - a scenario as it was played, in the forms of every report.
#include "harness/play/played.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/jes/result_json.hpp"
#include "harness/play/junit.hpp"
#include "harness/play/report_text.hpp"
#include "harness/report/json.hpp"

namespace ringside::app {
namespace {

void add(std::string& octets, const std::string& text) {
  const std::uint64_t size = text.size();
  octets.append(sizeof size, '\0');
  std::memcpy(octets.data() + octets.size() - sizeof size, &size, sizeof size);
  octets += text;
}

class Texts {
 public:
  explicit Texts(const std::string& octets) : octets_(octets) {}
  [[nodiscard]] bool at_end() const { return at_ == octets_.size(); }
  std::string next() {
    std::uint64_t size = 0;
    if (octets_.size() - at_ < sizeof size) throw base::Fault("a scenario's report came cut off");
    std::memcpy(&size, octets_.data() + at_, sizeof size);
    at_ += sizeof size;
    if (octets_.size() - at_ < size) throw base::Fault("a scenario's report came cut off");
    at_ += size;
    return octets_.substr(at_ - size, size);
  }

 private:
  const std::string& octets_;
  std::size_t at_ = 0;
};

}  // namespace

Played rendered(const harness::ScenarioReport& report) {
  Played played;
  played.outcome = report.outcome();
  played.text = base::join(harness::verdict_lines(report), "\n");
  played.json = scenario_json(report).text();
  played.junit = junit_case(report);
  return played;
}

std::string packed(const Played& played) {
  std::string octets;
  for (const std::string& text : {std::to_string(static_cast<int>(played.outcome)), played.text, played.json,
                                  played.junit, played.chapter.entry, played.chapter.body})
    add(octets, text);
  for (const harness::GoldenChange& golden : played.goldens)
    for (const std::string& text : {golden.path.string(), golden.before, golden.after}) add(octets, text);
  return octets;
}

Played unpacked(const std::string& octets) {
  Texts texts(octets);
  Played played;
  played.outcome = static_cast<harness::Outcome>(std::stoi(texts.next()));
  played.text = texts.next();
  played.json = texts.next();
  played.junit = texts.next();
  played.chapter.entry = texts.next();
  played.chapter.body = texts.next();
  while (!texts.at_end()) {
    harness::GoldenChange golden;
    golden.path = texts.next();
    golden.before = texts.next();
    golden.after = texts.next();
    played.goldens.push_back(std::move(golden));
  }
  return played;
}

std::vector<harness::GoldenChange> take_goldens(harness::ScenarioReport& report) {
  std::vector<harness::GoldenChange> goldens;
  for (harness::StepReport& step : report.steps) {
    for (const harness::Failure& failure : step.failures)
      if (failure.golden) goldens.push_back(*failure.golden);
    std::erase_if(step.failures, [](const harness::Failure& failure) { return failure.golden.has_value(); });
  }
  return goldens;
}

}  // namespace ringside::app

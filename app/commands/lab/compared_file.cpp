// app/commands/lab/compared_file.cpp - a lab or an unload that 'lab diff' and 'lab commands' take.
#include "app/commands/lab/compared_file.hpp"

#include <fstream>
#include <string_view>

#include "app/lab_file.hpp"
#include "twin/load/load.hpp"

namespace ringside::app {
namespace {

constexpr std::string_view start_of_a_lab = "SQLite format 3";
constexpr const char* system_of_an_unload = "TWIN";

}  // namespace

bool is_unload(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string start(start_of_a_lab.size(), '\0');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return file.gcount() > 0 && start != start_of_a_lab;
}

void require_compared_file(const std::string& path) {
  if (!is_unload(path)) require_lab_file(path);
}

std::unique_ptr<lab::Lab> opened_lab(const std::string& path, const base::Clock& clock, const lab::Rules& rules) {
  if (!is_unload(path)) return std::make_unique<lab::Lab>(path, clock, rules);
  auto lab = std::make_unique<lab::Lab>("", clock, rules);
  twin::LoadOptions options;
  options.unload = path;
  options.system.name = system_of_an_unload;
  if (const auto loaded = twin::load(*lab, options); !loaded) throw UsageError(loaded.error());
  return lab;
}

}  // namespace ringside::app

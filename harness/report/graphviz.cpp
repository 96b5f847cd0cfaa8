// harness/report/graphviz.cpp - runs Graphviz's program dot.
#include "harness/report/graphviz.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/play/working_folder.hpp"

namespace ringside::harness::report {
namespace {

using CallResult = tl::expected<void, std::string>;

/// The input and output files of a call. With pipes both programs could block each other.
struct Files {
  WorkingFolder folder;
  std::string input = (folder.path() / "graphs.dot").string();
  std::string output = (folder.path() / "graphs.svg").string();
};

tl::expected<pid_t, std::string> start(const Files& files) {
  std::string name = "dot", format = "-Tsvg", from = files.input;
  char* const arguments[] = {name.data(), format.data(), from.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, files.output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t pid = 0;
  const int error = ::posix_spawnp(&pid, "dot", &actions, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT) return tl::unexpected<std::string>("Graphviz's program dot is not installed");
  if (error != 0) return tl::unexpected(fmt::format("dot: {}", std::strerror(error)));
  return pid;
}

CallResult wait_for(pid_t pid) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(base::limits::picture_seconds);
  int status = 0;
  while (true) {
    const pid_t ended = ::waitpid(pid, &status, WNOHANG);
    if (ended < 0 && errno != EINTR) return tl::unexpected(fmt::format("dot: {}", std::strerror(errno)));
    if (ended == pid) break;
    if (std::chrono::steady_clock::now() > end) {
      ::kill(pid, SIGKILL);
      ::waitpid(pid, &status, 0);
      return tl::unexpected(fmt::format("dot has not drawn it within {} seconds", base::limits::picture_seconds));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  if (!WIFEXITED(status)) return tl::unexpected<std::string>("dot was ended by a signal");
  if (WEXITSTATUS(status) == 127) return tl::unexpected<std::string>("Graphviz's program dot is not installed");
  if (WEXITSTATUS(status) != 0) return tl::unexpected(fmt::format("dot ended with status {}", WEXITSTATUS(status)));
  return {};
}

std::string without(const std::string& text, std::string_view from, std::string_view to) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t open = text.find(from); open != std::string::npos; open = text.find(from, at)) {
    const std::size_t close = text.find(to, open + from.size());
    if (close == std::string::npos) break;
    result.append(text, at, open - at);
    at = close + to.size();
  }
  return result.append(text, at);
}

// Graphviz 2.43 writes clusters in the order of their addresses, which differs from run to run. They do not overlap, so
// that any order shows the same.
std::string with_sorted_clusters(const std::string& text) {
  constexpr std::string_view open = "<g class=\"cluster\">", close = "</g>\n";
  const std::size_t from = text.find(open);
  std::size_t at = from;
  std::vector<std::string> clusters;
  while (at != std::string::npos && text.compare(at, open.size(), open) == 0) {
    const std::size_t end = text.find(close, at);
    if (end == std::string::npos) return text;
    clusters.push_back(text.substr(at, end + close.size() - at));
    at = end + close.size();
  }
  if (clusters.empty()) return text;
  std::sort(clusters.begin(), clusters.end());
  return text.substr(0, from) + base::join(clusters, "") + text.substr(at);
}

// Removes comments (the version of Graphviz), titles (the numbers of nodes) and ids (not unique in a page). Texts
// cannot match these patterns, because Graphviz writes < and " in them as references.
std::string cleaned(const std::string& element) {
  std::string clean = without(element, "<!--", "-->\n");
  clean = without(clean, "<title>", "</title>\n");
  return with_sorted_clusters(without(clean, " id=\"", "\""));
}

std::vector<std::string> elements_of(const std::string& output) {
  constexpr std::string_view open = "<svg ", close = "</svg>";
  std::vector<std::string> elements;
  std::size_t at = 0;
  for (std::size_t from = output.find(open); from != std::string::npos; from = output.find(open, at)) {
    at = output.find(close, from);
    if (at == std::string::npos) break;
    at += close.size();
    elements.push_back(cleaned(output.substr(from, at - from)));
  }
  return elements;
}

}  // namespace

tl::expected<std::vector<std::string>, std::string> draw_svg(const std::vector<std::string>& graphs) {
  if (graphs.empty()) return std::vector<std::string>{};
  const Files files;
  std::ofstream input(files.input, std::ios::binary);
  if (!(input << base::join(graphs, "") << std::flush))
    return tl::unexpected(fmt::format("{}: {}", files.input, std::strerror(errno)));
  const auto pid = start(files);
  if (!pid) return tl::unexpected(pid.error());
  if (const CallResult ended = wait_for(*pid); !ended) return tl::unexpected(ended.error());
  std::ostringstream output;
  output << std::ifstream(files.output, std::ios::binary).rdbuf();
  auto elements = elements_of(output.str());
  if (elements.size() != graphs.size()) return tl::unexpected<std::string>("dot did not draw every picture");
  return elements;
}

std::string svg_file(const std::string& element) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element + "\n";
}

}  // namespace ringside::harness::report

// tests/docs/page.cpp - reads the examples of a page.
#include "tests/docs/page.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "base/text.hpp"

namespace ringside::test_support {
namespace {

constexpr const char* fence = "```";
constexpr const char* indent = "    ";
constexpr const char* prompt = "$ ";
constexpr const char* any = "...";

struct Block {
  int line = 0;
  std::string head;  // after ```
  std::vector<std::string> lines;
};

/// Reads the indented and the fenced blocks of a page, in order. Lists of Markdown have no indented blocks here.
std::vector<Block> blocks_of(const std::string& markdown) {
  std::vector<Block> blocks;
  std::optional<Block> open;
  bool is_fenced = false;
  int number = 0;
  bool follows_blank = true;
  const auto close = [&] {
    while (!open->lines.empty() && open->lines.back().empty()) open->lines.pop_back();
    blocks.push_back(*std::move(open));
    open.reset();
    is_fenced = false;
  };
  for (const std::string& line : base::lines(markdown)) {
    ++number;
    if (is_fenced) {
      if (line.starts_with(fence))
        close();
      else
        open->lines.push_back(line);
    } else if (line.starts_with(fence)) {
      if (open) close();
      open = Block{number, base::trim(line.substr(3)), {}};
      is_fenced = true;
    } else if (line.starts_with(indent) && (open || follows_blank)) {
      if (!open) open = Block{number, "", {}};
      open->lines.push_back(line.substr(4));
    } else if (open && base::trim(line).empty()) {
      open->lines.emplace_back();
    } else if (open) {
      close();
    }
    follows_blank = base::trim(line).empty();
  }
  if (open) close();
  return blocks;
}

void add_session(Page& page, const Block& block) {
  bool goes_on = false;
  int number = block.line;
  if (!block.head.empty()) ++number;
  for (const std::string& line : block.lines) {
    if (goes_on)
      page.examples.back().command += "\n" + line;
    else if (line.starts_with(prompt))
      page.examples.push_back({number, line.substr(2), {}, "", ""});
    else
      page.examples.back().shown.push_back(line);
    goes_on = (goes_on || line.starts_with(prompt)) && line.ends_with("\\");
    ++number;
  }
}

bool is_as_shown(std::string_view shown, std::string_view printed) {
  const bool open_start = shown.starts_with(any), open_end = shown.ends_with(any);
  if (open_start) shown.remove_prefix(3);
  if (open_end) shown.remove_suffix(3);
  if (open_start && open_end) return printed.find(shown) != std::string_view::npos;
  if (open_start) return printed.ends_with(shown);
  return open_end ? printed.starts_with(shown) : printed == shown;
}

std::string right_trimmed(const std::string& line) {
  return line.substr(0, line.find_last_not_of(" \r") + 1);
}

bool is_any(const std::string& line) {
  return right_trimmed(line) == any;
}

/// How many of the shown lines are printed from line `at` on.
std::size_t fitting_lines(std::span<const std::string> shown, const std::vector<std::string>& printed, std::size_t at) {
  std::size_t count = 0;
  while (count < shown.size() && at + count < printed.size() &&
         is_as_shown(right_trimmed(shown[count]), right_trimmed(printed[at + count])))
    ++count;
  return count;
}

}  // namespace

Page read_page(const std::string& markdown) {
  Page page;
  for (const Block& block : blocks_of(markdown)) {
    const std::size_t blank = block.head.find(' ');
    if (blank != std::string::npos) {
      const std::string file = base::trim(block.head.substr(blank));
      page.examples.push_back({block.line, "", {}, file, base::join(block.lines, "\n") + "\n"});
    } else if (!block.lines.empty() && block.lines.front().starts_with(prompt)) {
      add_session(page, block);
    } else {
      page.idle.push_back({block.line, block.head, base::join(block.lines, "\n")});
    }
  }
  return page;
}

std::string first_difference(const std::vector<std::string>& shown, const std::vector<std::string>& printed) {
  const auto last = std::find_if(shown.rbegin(), shown.rend(), is_any).base();  // after the last "..."
  std::size_t at = 0;
  for (auto part = shown.begin(); part != shown.end();) {
    const bool skips = is_any(*part);
    if (skips) ++part;
    const auto end = std::find_if(part, shown.end(), is_any);
    const auto size = static_cast<std::size_t>(end - part);
    if (skips && part == last && printed.size() >= at + size) at = printed.size() - size;  // the end of the output
    std::size_t fitting = fitting_lines({part, end}, printed, at);
    while (skips && fitting < size && at < printed.size()) fitting = fitting_lines({part, end}, printed, ++at);
    if (fitting < size) return skips ? *part : *(part + static_cast<std::ptrdiff_t>(fitting));
    at += size;
    part = end;
  }
  const bool is_whole = at == printed.size() || (!shown.empty() && is_any(shown.back()));
  return is_whole ? "" : "(the end; more is printed: " + printed[at] + ")";
}

}  // namespace ringside::test_support

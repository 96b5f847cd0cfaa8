// tests/emulator/host/stream_file_test.cpp - pipes, devices and open descriptors as files.
#include "emulator/host/stream_file.hpp"

#include <array>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "emulator/host/real_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::host {
namespace {

/// A pipe, as /dev/fd names its ends.
class Pipe {
 public:
  Pipe() {
    if (::pipe(ends_.data()) != 0) throw std::runtime_error("no pipe");
  }
  ~Pipe() {
    ::close(ends_[0]);
    close_writer();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  [[nodiscard]] std::string reader() const { return "/dev/fd/" + std::to_string(ends_[0]); }
  [[nodiscard]] std::string writer() const { return "/dev/fd/" + std::to_string(ends_[1]); }
  void close_writer() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

TEST(StreamFile, IsAPipeADeviceOrAnOpenDescriptor) {
  const test_support::TemporaryDirectory directory;
  ASSERT_EQ(::mkfifo(directory.file("pipe").c_str(), 0600), 0);
  test_support::write_file(directory.file("file"), "x");
  for (const std::string& name : {std::string("/dev/null"), std::string("/dev/stdin"), directory.file("pipe")})
    EXPECT_TRUE(is_stream(name)) << name;
  for (const std::string& name : {directory.file("file"), directory.path().string(), directory.file("none")})
    EXPECT_FALSE(is_stream(name)) << name;
}

TEST(StreamFile, WhatIsWrittenToAPipeIsReadFromIt) {
  Pipe pipe;
  RealFiles files("/");
  EXPECT_EQ(files.status(pipe.reader())->type, 'p');
  ASSERT_TRUE(files.write(pipe.writer(), base::to_bytes("through")));
  pipe.close_writer();
  EXPECT_EQ(base::to_text(*files.read(pipe.reader())), "through");
}

TEST(StreamFile, TheNullDeviceTakesAllAndStaysADevice) {
  RealFiles files("/");
  ASSERT_TRUE(files.write("/dev/null", base::to_bytes("gone")));
  EXPECT_EQ(files.status("/dev/null")->type, 'c');
  EXPECT_TRUE(files.read("/dev/null")->empty());
  EXPECT_EQ(files.write("/dev/full", base::to_bytes("x")).error(), FileError::no_space);
  EXPECT_EQ(files.read("/dev/fd/987").error(), FileError::missing);
}

}  // namespace
}  // namespace ringside::host
